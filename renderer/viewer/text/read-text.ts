/** A word as it was read; lines are counted from any number upwards. */
export interface ReadTextWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly line: number;
}

/** The text of a page: `belum` while it was not read, `gagal` where it could not be, else its words in reading order (perhaps none). */
export type ReadText =
  | { readonly kind: 'belum' }
  | { readonly kind: 'gagal' }
  | { readonly kind: 'dibaca'; readonly words: readonly ReadTextWord[] };

/** Below this a word may well be another one. */
export const unsureBelow = 60;

/** A piece of a line; `match` counts the places of the searched text over the whole page from 0. */
export interface TextPiece {
  readonly text: string;
  readonly unsure: boolean;
  readonly match: number | null;
}

/** A page as lines of pieces, with how often the searched text stands in it. */
export interface TextLines {
  readonly lines: readonly (readonly TextPiece[])[];
  readonly found: number;
}

/** The words in their lines, with what is searched for marked; capitals and the width of blanks make no difference. */
export function searchLines(words: readonly ReadTextWord[], query: string): TextLines {
  const wanted = query.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  let found = 0;
  const lines = linesOf(words).map((line) => {
    const text = line.map((word) => word.text).join(' ');
    const matches = placesOf(text.toLowerCase(), wanted).map((start) => ({
      start,
      end: start + wanted.length,
      match: found++,
    }));
    return piecesOf(line, matches);
  });
  return { lines, found };
}

function linesOf(words: readonly ReadTextWord[]): readonly (readonly ReadTextWord[])[] {
  const lines: ReadTextWord[][] = [];
  let last: number | null = null;
  for (const word of words) {
    if (word.line !== last) lines.push([]);
    lines.at(-1)?.push(word);
    last = word.line;
  }
  return lines;
}

function placesOf(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  if (wanted === '') return places;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length))
    places.push(at);
  return places;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly match: number;
}

function piecesOf(line: readonly ReadTextWord[], matches: readonly Match[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  line.forEach(({ text, confidence }, index) => {
    const spaced = index === 0 ? text : ` ${text}`;
    for (const letter of spaced) {
      const match = matches.find(({ start, end }) => at >= start && at < end)?.match ?? null;
      // The blank belongs to nobody's reading.
      const unsure = confidence < unsureBelow && !(letter === ' ' && at !== 0);
      const last = pieces.at(-1);
      if (last && last.unsure === unsure && last.match === match)
        pieces[pieces.length - 1] = { ...last, text: last.text + letter };
      else pieces.push({ text: letter, unsure, match });
      at += letter.length;
    }
  });
  return pieces;
}
