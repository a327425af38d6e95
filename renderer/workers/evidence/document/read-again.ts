import { compose, invert, mapBox } from '#renderer/pdf/affine.ts';
import type { PageImage } from '#renderer/workers/evidence/document/page-source.ts';
import type { ReadingTools } from '#renderer/workers/evidence/document/read-page.ts';
import {
  goodWords,
  readTurned,
  wordOnPage,
  type Turn,
} from '#renderer/workers/evidence/document/read-words.ts';
import { flattened } from '#renderer/workers/evidence/picture/clean.ts';
import { resample, type PixelBox } from '#renderer/workers/evidence/picture/resample.ts';
import { eraseRuledLines } from '#renderer/workers/evidence/picture/ruled-lines.ts';
import { layAnew, turns, type PagePicture } from '#renderer/workers/evidence/picture/turn.ts';
import { unreadPrint } from '#renderer/workers/evidence/picture/unread-print.ts';
import { paperShade } from '#renderer/workers/evidence/quality/paper-shade.ts';
import { readingLimits } from '#renderer/workers/evidence/reading-limits.ts';
import type { Waited } from '#renderer/workers/evidence/within.ts';
import type { PageBox, ReadWord } from '#shared/domain/matching/document-reading.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** Pictures below the first resolution are enlarged to about the second before they are read cleaned. */
const [coarse, fine] = [145, 200];

/** From this share of unread print on a page is looked at for print here and there as well. */
const muchUnread = 0.2;

/**
 * Reads a page's picture cleaned: coloured ink made light, paper even, ruled lines erased, coarse ones enlarged. Where
 * `words`, read before, leave much of its print out, it is read in two ways, and the one that makes more sense is taken.
 */
export async function readCleaned(
  image: PageImage,
  turned: Turn,
  words: readonly ReadWord[],
  tools: ReadingTools,
): Promise<Result<readonly ReadWord[], Waited>> {
  const cleaned = cleanedPicture(image, tools);
  const { picture, dpi } = cleaned;
  const isMissing = unreadPrint(cleaned.scan, image.dpi, words) > muchUnread;
  const seen = await readTurned(picture, dpi, turned, tools);
  if (!seen.ok) return seen;
  if (!isMissing) return succeed(seen.value.words);
  const scattered = await readTurned(picture, dpi, turned, tools, 'tersebar');
  if (!scattered.ok) return scattered;
  const better = goodWords(scattered.value) > goodWords(seen.value) ? scattered : seen;
  return succeed(better.value.words);
}

function cleanedPicture(
  image: PageImage,
  { shelf }: ReadingTools,
): { readonly scan: PagePicture; readonly picture: PagePicture; readonly dpi: number } {
  const picture = cleanedScan(image, shelf);
  if (image.dpi >= coarse) return { scan: picture, picture, dpi: image.dpi };
  const most = Math.sqrt(readingLimits.pixels / (picture.image.width * picture.image.height));
  const scale = Math.min(fine / image.dpi, most);
  const whole = { left: 0, top: 0, width: picture.image.width, height: picture.image.height };
  return {
    scan: picture,
    picture: enlarged(picture, whole, scale, shelf, 'diperbesar'),
    dpi: image.dpi * scale,
  };
}

/** A page's picture as it is scanned, cleaned; it lies in the buffers until the next one is. */
export function cleanedScan(image: PageImage, shelf: ReadingTools['shelf']): PagePicture {
  // Without the coloured ink of stamps and pens, where there is any.
  const from = image.inkless ?? image.picture;
  const even = flattened(from.image, shelf, 'rata');
  const clean = shelf.image('bersih', even.width, even.height);
  clean.pixels.set(even.pixels);
  eraseRuledLines(clean, image.dpi);
  return { image: clean, toPage: from.toPage };
}

function enlarged(
  { image, toPage }: PagePicture,
  part: PixelBox,
  scale: number,
  shelf: ReadingTools['shelf'],
  purpose: string,
): PagePicture {
  const size = {
    width: Math.max(1, Math.round(part.width * scale)),
    height: Math.max(1, Math.round(part.height * scale)),
  };
  const [across, down] = [part.width / size.width, part.height / size.height];
  return {
    image: resample(image, part, size, shelf, purpose),
    toPage: compose(toPage, [across, 0, 0, down, part.left, part.top]),
  };
}

/** Height in pixels that a piece (a line with a little above and below) is brought to; how much larger it is made. */
const [pieceHeight, leastLarger, mostLarger] = [84, 1.5, 3];
/** Share of a piece's height that is left away above and below: the lines beside it reach in there, and mislead. */
const inset = 0.13;
/** Paper that is put around a piece: the recogniser loses letters at the edge of a picture. */
const border = 16;

/** A page whose pieces are read again: its picture cleaned, how it is turned, and its resolution. */
export interface PiecesOfPage {
  readonly cleaned: PagePicture;
  readonly turned: Turn;
  readonly dpi: number;
}

/** Reads a part of a page again that holds one line or a part of one, enlarged. */
export async function readPiece(
  { cleaned, turned, dpi }: PiecesOfPage,
  box: PageBox,
  tools: ReadingTools,
): Promise<Result<readonly ReadWord[], Waited>> {
  const laid = turned === 0 ? cleaned : layAnew(cleaned, turns[turned], tools.shelf, 'diputar');
  const part = pixelsOf(laid, box);
  if (!part) return succeed([]);
  const scale = Math.min(mostLarger, Math.max(leastLarger, pieceHeight / part.height));
  const large = onPaper(enlarged(laid, part, scale, tools.shelf, 'potongan'), tools.shelf);
  const seen = await tools.recogniser.read(large.image, {
    as: 'blok',
    dpi: dpi * scale,
    limitMs: readingLimits.pieceMs,
  });
  if (!seen.ok) return seen;
  return succeed(seen.value.words.map((word) => wordOnPage(word, large.toPage)));
}

function pixelsOf({ image, toPage }: PagePicture, box: PageBox): PixelBox | null {
  const back = invert(toPage);
  if (!back) return null;
  const [left, upper, right, lower] = mapBox(back, box);
  const [top, bottom] = [upper + (lower - upper) * inset, lower - (lower - upper) * inset];
  const from = { x: Math.max(0, Math.floor(left)), y: Math.max(0, Math.floor(top)) };
  const width = Math.min(image.width, Math.ceil(right)) - from.x;
  const height = Math.min(image.height, Math.ceil(bottom)) - from.y;
  return width > 4 && height > 4 ? { left: from.x, top: from.y, width, height } : null;
}

function onPaper({ image, toPage }: PagePicture, shelf: ReadingTools['shelf']): PagePicture {
  const wide = shelf.image('berbingkai', image.width + 2 * border, image.height + 2 * border);
  wide.pixels.fill(paperShade(image));
  for (let y = 0; y < image.height; y += 1) {
    const row = image.pixels.subarray(y * image.width, (y + 1) * image.width);
    wide.pixels.set(row, (y + border) * wide.width + border);
  }
  return { image: wide, toPage: compose(toPage, [1, 0, 0, 1, -border, -border]) };
}
