import { turnBox, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';

/** A word of a page that a person can step to. Lines are counted from any number upwards. */
export interface StepWord {
  readonly box: PlaceBox;
  readonly line: number;
}

/** Where to step, as the person sees the page. */
export type WordStep = 'kiri' | 'kanan' | 'atas' | 'bawah';

/** The page as it is turned for the person: degrees clockwise. */
interface TurnedPage {
  readonly words: readonly StepWord[];
  readonly degrees: number;
}

interface TurnedWord extends StepWord {
  readonly turned: PlaceBox;
}

/** The first word that is not above this share of the page's height; the last one where all are. */
export function wordFrom(page: TurnedPage, share: number): PlaceBox | null {
  const words = inOrder(page);
  const found = words.find(({ turned }) => middleOf(turned).y >= share) ?? words.at(-1);
  return found?.box ?? null;
}

/** The first or the last word of a page. */
export function wordAtEnd(page: TurnedPage, end: 'awal' | 'akhir'): PlaceBox | null {
  return inOrder(page).at(end === 'awal' ? 0 : -1)?.box ?? null;
}

/**
 * The word beside the one at a place: along the line and on to the next one, or above and below. Null at the end of the
 * page.
 */
export function stepWord(page: TurnedPage, at: PlaceBox, step: WordStep): PlaceBox | null {
  const words = inOrder(page);
  const from = words[nearestTo(words, turnBox(at, page.degrees))];
  if (!from) return null;
  if (step === 'kiri') return words[words.indexOf(from) - 1]?.box ?? null;
  if (step === 'kanan') return words[words.indexOf(from) + 1]?.box ?? null;
  return acrossLines(words, from, step === 'bawah' ? 1 : -1)?.box ?? null;
}

/**
 * The word to which what is picked is extended: along the line it stays on it, for what is picked is one piece of the
 * page. Null where the line or the page ends.
 */
export function extendTo(page: TurnedPage, at: PlaceBox, step: WordStep): PlaceBox | null {
  const next = stepWord(page, at, step);
  if (step === 'atas' || step === 'bawah' || !next) return next;
  const [, top, , bottom] = turnBox(at, page.degrees);
  const { y } = middleOf(turnBox(next, page.degrees));
  return y > top && y < bottom ? next : null;
}

/** Aside counts less than up or down: the next line is meant, though it may be short or stand in another column. */
const asideCounts = 0.1;

function acrossLines(
  words: readonly TurnedWord[],
  from: TurnedWord,
  sign: 1 | -1,
): TurnedWord | null {
  const [left, top, right, bottom] = from.turned;
  const { y } = middleOf(from.turned);
  let best: { readonly word: TurnedWord; readonly cost: number } | null = null;
  for (const word of words) {
    const down = (middleOf(word.turned).y - y) * sign;
    // The same line, however much the page leans.
    if (word.line === from.line || down < (bottom - top) / 2) continue;
    const aside = Math.max(0, word.turned[0] - right, left - word.turned[2]);
    const cost = down + aside * asideCounts;
    if (!best || cost < best.cost) best = { word, cost };
  }
  return best?.word ?? null;
}

/** Line by line from top to bottom, each from left to right. */
function inOrder({ words, degrees }: TurnedPage): readonly TurnedWord[] {
  const lines = new Map<number, TurnedWord[]>();
  for (const { box, line } of words) {
    const word = { box, line, turned: turnBox(box, degrees) };
    lines.set(line, [...(lines.get(line) ?? []), word]);
  }
  return [...lines.values()]
    .toSorted((a, b) => heightOf(a) - heightOf(b))
    .flatMap((line) => line.toSorted((a, b) => a.turned[0] - b.turned[0]));
}

function heightOf(line: readonly TurnedWord[]): number {
  return line.reduce((sum, { turned }) => sum + middleOf(turned).y, 0) / line.length;
}

function nearestTo(words: readonly TurnedWord[], place: PlaceBox): number {
  const to = middleOf(place);
  const distances = words.map(({ turned }) => {
    const { x, y } = middleOf(turned);
    return Math.hypot(x - to.x, y - to.y);
  });
  return distances.indexOf(Math.min(...distances));
}

function middleOf([left, top, right, bottom]: PlaceBox): {
  readonly x: number;
  readonly y: number;
} {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
