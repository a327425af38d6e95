/** A word as the recogniser saw it: `box` is left, top, right, bottom in pixels of the picture. */
export interface SeenWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly box: readonly [number, number, number, number];
  /** Counts lines of the picture from 0. */
  readonly line: number;
}

/** Tesseract's name for a row that is a word. */
const wordLevel = '5';

/**
 * Words of Tesseract's table (TSV): level, page, block, paragraph, line, word, left, top, width, height, confidence,
 * text. Rows that are no words, and words of blanks, are left out.
 */
export function tsvWords(table: string): readonly SeenWord[] {
  const words: SeenWord[] = [];
  let line = -1;
  let lastPlace = '';
  for (const row of table.split('\n')) {
    const [level, , block, paragraph, inBlock, , left, top, width, height, confidence, text] =
      row.split('\t');
    if (level !== wordLevel || text === undefined || text.trim() === '') continue;
    const place = `${block} ${paragraph} ${inBlock}`;
    if (place !== lastPlace) line += 1;
    lastPlace = place;
    const [x, y] = [Number(left), Number(top)];
    words.push({
      text: text.trim(),
      confidence: Number(confidence),
      box: [x, y, x + Number(width), y + Number(height)],
      line,
    });
  }
  return words;
}
