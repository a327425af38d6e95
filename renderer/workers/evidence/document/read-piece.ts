import { compose, invert, mapBox } from '#renderer/pdf/affine.ts';
import type { PageImage } from '#renderer/workers/evidence/document/page-source.ts';
import { cleanedScan, enlarged } from '#renderer/workers/evidence/document/read-again.ts';
import type { ReadingTools } from '#renderer/workers/evidence/document/read-page.ts';
import { wordOnPage, type Turn } from '#renderer/workers/evidence/document/read-words.ts';
import { flattened } from '#renderer/workers/evidence/picture/clean.ts';
import type { PixelBox } from '#renderer/workers/evidence/picture/resample.ts';
import { sharpened } from '#renderer/workers/evidence/picture/sharpen.ts';
import { layAnew, turns, type PagePicture } from '#renderer/workers/evidence/picture/turn.ts';
import { paperShade } from '#renderer/workers/evidence/quality/paper-shade.ts';
import { readingLimits } from '#renderer/workers/evidence/reading-limits.ts';
import type { Waited } from '#renderer/workers/evidence/within.ts';
import type { PageBox, ReadWord } from '#shared/domain/matching/document-reading.ts';
import type { DoubtfulPlace } from '#shared/domain/matching/doubtful-places.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** How a piece is prepared. */
interface Preparation {
  /** Of the page's picture without the ink of stamps, on even paper; or with its ruled lines erased as well. */
  readonly of: 'rata' | 'bersih';
  /** Height in pixels that a line is brought to, and how much more it grows across. */
  readonly line: number;
  readonly wider: number;
  readonly isSharpened: boolean;
}

/**
 * One after the other, each a witness of its own: the recogniser errs in another way on each. Measured on values that
 * stay uncertain on scans of 100 to 200 dots per inch.
 */
const preparations: readonly Preparation[] = [
  { of: 'bersih', line: 60, wider: 1.4, isSharpened: false },
  { of: 'bersih', line: 60, wider: 1, isSharpened: false },
  { of: 'bersih', line: 40, wider: 1, isSharpened: true },
];

/** Height of a piece in lines: above and below it has a margin. */
const linesHigh = 1.7;
/** Pieces are made no smaller, and no more than so much larger. */
const mostLarger = 5;
/** Share of a piece's height that is left away above and below: the lines beside it reach in there, and mislead. */
const inset = 0.1;
/** Paper that is put around a piece: the recogniser loses letters at the edge of a picture. */
const border = 16;

/** A page whose pieces are read again: its picture on even paper and cleaned, how it is turned, and its resolution. */
export interface PiecesOfPage {
  readonly rata: PagePicture;
  readonly bersih: PagePicture;
  readonly turned: Turn;
  readonly dpi: number;
}

/** The page's picture as its pieces are taken from; it lies in the buffers until the next one is. */
export function piecesOf(
  image: PageImage,
  turned: Turn,
  shelf: ReadingTools['shelf'],
): PiecesOfPage {
  const from = image.inkless ?? image.picture;
  // Both are made of the same even picture, which stays in its buffer.
  const bersih = cleanedScan(image, shelf);
  const rata = { image: flattened(from.image, shelf, 'rata'), toPage: from.toPage };
  return { rata, bersih, turned, dpi: image.dpi };
}

/** Reads a place again that holds one line or a part of one, enlarged; each time it is asked for in another way. */
export async function readPiece(
  page: PiecesOfPage,
  { box, times }: DoubtfulPlace,
  tools: ReadingTools,
): Promise<Result<readonly ReadWord[], Waited>> {
  const { turned, dpi } = page;
  const { of, line, wider, isSharpened } = preparations[times % preparations.length]!;
  const laid = turned === 0 ? page[of] : layAnew(page[of], turns[turned], tools.shelf, 'diputar');
  const part = pixelsOf(laid, box);
  if (!part) return succeed([]);
  const scale = Math.min(mostLarger, Math.max(1, (line * linesHigh) / part.whole));
  const large = enlarged(laid, part, scale, tools.shelf, 'potongan', wider);
  const image = isSharpened ? sharpened(large.image, tools.shelf, 'tajam') : large.image;
  const piece = onPaper({ image, toPage: large.toPage }, tools.shelf);
  const seen = await tools.recogniser.read(piece.image, {
    as: 'blok',
    dpi: dpi * scale,
    limitMs: readingLimits.pieceMs,
  });
  if (!seen.ok) return seen;
  return succeed(seen.value.words.map((word) => wordOnPage(word, piece.toPage)));
}

function pixelsOf(
  { image, toPage }: PagePicture,
  box: PageBox,
): (PixelBox & { readonly whole: number }) | null {
  const back = invert(toPage);
  if (!back) return null;
  const [left, upper, right, lower] = mapBox(back, box);
  const whole = lower - upper;
  const [top, bottom] = [upper + whole * inset, lower - whole * inset];
  const from = { x: Math.max(0, Math.floor(left)), y: Math.max(0, Math.floor(top)) };
  const width = Math.min(image.width, Math.ceil(right)) - from.x;
  const height = Math.min(image.height, Math.ceil(bottom)) - from.y;
  return width > 4 && height > 4 ? { left: from.x, top: from.y, width, height, whole } : null;
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
