import { compose, invert, mapBox } from '#renderer/pdf/affine.ts';
import { enlarged } from '#renderer/evidence/reading/document/read-again.ts';
import type { ReadingTools } from '#renderer/evidence/reading/document/read-page.ts';
import { wordOnPage } from '#renderer/evidence/reading/document/read-words.ts';
import type { PixelBox } from '#renderer/evidence/reading/picture/resample.ts';
import { sharpened } from '#renderer/evidence/reading/picture/sharpen.ts';
import { layAnew, turns, type PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import { paperShade } from '#renderer/evidence/reading/quality/paper-shade.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { SeenWord } from '#renderer/evidence/reading/recognition/tsv-words.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import type { PageBox, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import type { DoubtfulPlace } from '#renderer/evidence/matching/doubtful-places.ts';
import type { Turn } from '#renderer/evidence/matching/upright-page.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** How a piece of the cleaned page is prepared. */
interface Preparation {
  /** Height in pixels that a line is brought to, and how much more it grows across. */
  readonly line: number;
  readonly wider: number;
  readonly isSharpened: boolean;
}

/**
 * One after the other, each a witness of its own: the recogniser errs in another way on each. Measured on values that
 * stay uncertain on scans of 100 to 200 dots per inch; with ruled lines left in, it reads them as letters.
 */
const preparations: readonly Preparation[] = [
  { line: 60, wider: 1.4, isSharpened: false },
  { line: 60, wider: 1, isSharpened: false },
  { line: 40, wider: 1, isSharpened: true },
];

/** Height of a piece in lines: above and below it has a margin. */
export const linesHigh = 1.7;
/** Pieces are made no smaller, and no more than so much larger. */
const mostLarger = 5;
/** Share of a piece's height that is left away above and below: the lines beside it reach in there, and mislead. */
const inset = 0.1;
/** Share of what is left that lies above the line, and as much below. */
const beside = (1 - 1 / (linesHigh * (1 - 2 * inset))) / 2;
/** Paper that is put around a piece: the recogniser loses letters at the edge of a picture. */
const border = 16;

/** A page whose pieces are read again: its picture cleaned, how it is turned, and its resolution. */
export interface PiecesOfPage {
  readonly cleaned: PagePicture;
  readonly turned: Turn;
  readonly dpi: number;
}

/** Reads a place again that holds one line or a part of one, enlarged; each time it is asked for in another way. */
export async function readPiece(
  { cleaned, turned, dpi }: PiecesOfPage,
  { box, times }: DoubtfulPlace,
  tools: ReadingTools,
): Promise<Result<readonly ReadWord[], Waited>> {
  const prepared = preparations[Math.min(times, preparations.length - 1)];
  const laid = turned === 0 ? cleaned : layAnew(cleaned, turns[turned], tools.shelf, 'diputar');
  const part = pixelsOf(laid, box);
  if (!part || !prepared) return succeed([]);
  const { line, wider, isSharpened } = prepared;
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
  const words = seen.value.words.map((word) => inLine(word, large.image.height));
  return succeed(words.map((word) => wordOnPage(word, piece.toPage)));
}

// The recogniser draws a word's box from the top to the bottom of a piece of one line.
function inLine(word: SeenWord, height: number): SeenWord {
  const [left, top, right, bottom] = word.box;
  const margin = border + height * beside;
  const upper = Math.min(Math.max(top, margin), bottom);
  const lower = Math.max(Math.min(bottom, 2 * border + height - margin), upper);
  return lower - upper < (bottom - top) / 2 ? word : { ...word, box: [left, upper, right, lower] };
}

/** The pixels of a picture in which a piece lies; `whole` is the piece's full height. Null where hardly any is left. */
export function pixelsOf(
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
