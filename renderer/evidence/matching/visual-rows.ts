import type { ReadPage, ReadWord } from '#renderer/evidence/matching/document-reading.ts';

interface Upright {
  readonly word: ReadWord;
  /** Middle of the word's height after the page's tilt is taken out, as a share of the page's height. */
  readonly y: number;
  readonly height: number;
}

/**
 * The words as rows across the page, from top to bottom, each from left to right: OCR and text layers give tables and
 * labels in columns, and a value belongs to the label on its left. Each word gets its row as `line`.
 */
export function rowsOf(words: readonly ReadWord[]): ReadWord[][] {
  const tilt = tiltOf(words);
  const upright = words
    .map((word): Upright => {
      const [left, top, right, bottom] = word.box;
      const middle = (top + bottom) / 2;
      const slope = tilt(middle) * ((left + right) / 2 - 0.5);
      return { word, y: middle - slope, height: bottom - top };
    })
    .toSorted((one, other) => one.y - other.y);
  const rows: Upright[][] = [];
  for (const next of upright) {
    const row = rows.at(-1);
    if (row && belongs(row, next)) row.push(next);
    else rows.push([next]);
  }
  return rows.map((row, line) =>
    row.map(({ word }) => ({ ...word, line })).toSorted((one, other) => one.box[0] - other.box[0]),
  );
}

/**
 * The words as columns: pieces of rows divided by wide gaps, each followed by the piece below it that begins at the same
 * place, so that a value broken over lines of a table cell reads on.
 */
export function columnsOf(rows: readonly (readonly ReadWord[])[], page: ReadPage): ReadWord[] {
  const pieces = rows.map((row) => piecesOf(row, page));
  const taken = new Set<ReadWord[]>();
  const ordered: ReadWord[] = [];
  for (const [row, ofRow] of pieces.entries()) {
    for (const piece of ofRow) {
      let next: ReadWord[] | undefined = piece;
      for (let at = row; next && !taken.has(next); at += 1) {
        taken.add(next);
        ordered.push(...next);
        next = belowOf(next, pieces[at + 1] ?? []);
      }
    }
  }
  return ordered;
}

/** A row divided where the gap is wider than about two letters. */
export function piecesOf(
  row: readonly ReadWord[],
  page: Pick<ReadPage, 'width' | 'height'>,
): ReadWord[][] {
  const pieces: ReadWord[][] = [];
  for (const word of row) {
    const last = pieces.at(-1)?.at(-1);
    const gap = last ? (word.box[0] - last.box[2]) * page.width : Infinity;
    const letter = (word.box[3] - word.box[1]) * page.height;
    if (last && gap < letter * 1.1) pieces.at(-1)!.push(word);
    else pieces.push([word]);
  }
  return pieces;
}

function belowOf(piece: readonly ReadWord[], row: readonly ReadWord[][]): ReadWord[] | undefined {
  const [left, , , bottom] = piece[0]!.box;
  const height = bottom - piece[0]!.box[1];
  return row.find(
    ([first]) => Math.abs(first!.box[0] - left) < 0.012 && first!.box[1] - bottom < height * 1.2,
  );
}

function belongs(row: readonly Upright[], next: Upright): boolean {
  const y = row.reduce((sum, one) => sum + one.y, 0) / row.length;
  const height = Math.max(row[0]!.height, next.height);
  return Math.abs(next.y - y) < height * 0.45;
}

/** Slope of the lines at a height of the page: a sheet lies turned, and a photograph leans more on one side. */
function tiltOf(words: readonly ReadWord[]): (y: number) => number {
  const lines = new Map<number, ReadWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const slopes = [...lines.values()].flatMap((line) => {
    const [first, last] = [line[0]!, line.at(-1)!];
    const width = middleX(last) - middleX(first);
    return width < 0.2
      ? []
      : [{ y: middleY(first), slope: (middleY(last) - middleY(first)) / width }];
  });
  if (slopes.length === 0) return () => 0;
  const known = new Map<number, number>();
  const nearest = (y: number): number[] =>
    slopes
      .toSorted((one, other) => Math.abs(one.y - y) - Math.abs(other.y - y))
      .slice(0, 7)
      .map(({ slope }) => slope)
      .toSorted((one, other) => one - other);
  return (y) => {
    const band = Math.round(y * 100);
    const near = known.has(band) ? [] : nearest(y);
    const slope = known.get(band) ?? near[Math.floor(near.length / 2)]!;
    known.set(band, slope);
    return slope;
  };
}

const middleX = ({ box }: ReadWord): number => (box[0] + box[2]) / 2;
const middleY = ({ box }: ReadWord): number => (box[1] + box[3]) / 2;
