import { mapBox, invert } from '#renderer/pdf/affine.ts';
import type { PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import type { ReadWord } from '#renderer/evidence/matching/document-reading.ts';

/** Side of a cell in inches, and how far around a word its print may reach, in inches. */
const [side, around] = [0.16, 0.08];
/** Least contrast of a printed cell, and the share of dark pixels between which a cell is print: no speck, no picture. */
const [leastContrast, leastDark, mostDark] = [70, 0.03, 0.45];

/**
 * Share (0 to 1) of a page's print where no word was read: a stamp or a signature leads the recogniser to take the lines
 * around it for a picture. Take a picture without ruled lines.
 */
export function unreadPrint(picture: PagePicture, dpi: number, words: readonly ReadWord[]): number {
  const cell = Math.max(8, Math.round(side * dpi));
  const columns = Math.floor(picture.image.width / cell);
  const rows = Math.floor(picture.image.height / cell);
  const read = cellsWithWords(picture, words, { cell, columns, rows, reach: around * dpi });
  let [printed, unread] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isPrinted(picture.image, column * cell, row * cell, cell)) continue;
      printed += 1;
      if (read[row * columns + column] !== 1) unread += 1;
    }
  }
  return printed === 0 ? 0 : unread / printed;
}

interface Cells {
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly reach: number;
}

function cellsWithWords(
  { toPage }: PagePicture,
  words: readonly ReadWord[],
  { cell, columns, rows, reach }: Cells,
): Uint8Array {
  const read = new Uint8Array(columns * rows);
  const back = invert(toPage);
  if (!back) return read;
  const at = (pixel: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor(pixel / cell)));
  for (const { box } of words) {
    const [left, top, right, bottom] = mapBox(back, box);
    for (let row = at(top - reach, rows); row <= at(bottom + reach, rows); row += 1) {
      const start = row * columns;
      read.fill(1, start + at(left - reach, columns), start + at(right + reach, columns) + 1);
    }
  }
  return read;
}

function isPrinted(
  { pixels, width }: PagePicture['image'],
  left: number,
  top: number,
  cell: number,
): boolean {
  let [darkest, lightest] = [255, 0];
  for (let y = top; y < top + cell; y += 2) {
    for (let at = y * width + left; at < y * width + left + cell; at += 2) {
      const shade = pixels[at] ?? 0;
      if (shade < darkest) darkest = shade;
      if (shade > lightest) lightest = shade;
    }
  }
  if (lightest - darkest < leastContrast) return false;
  const middle = (lightest + darkest) / 2;
  let [dark, seen] = [0, 0];
  for (let y = top; y < top + cell; y += 2) {
    for (let at = y * width + left; at < y * width + left + cell; at += 2) {
      seen += 1;
      if ((pixels[at] ?? 0) < middle) dark += 1;
    }
  }
  return dark >= seen * leastDark && dark <= seen * mostDark;
}
