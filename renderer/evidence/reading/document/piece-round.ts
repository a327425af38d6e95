import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type {
  PageBox,
  PageReading,
  ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import type { DoubtfulPlace } from '#renderer/evidence/matching/doubtful-places.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What reading pieces of one document may still cost, all its rounds together. */
export class PieceBudget {
  readonly #now: () => number;
  readonly #mostMs: number;
  #pieces = 0;
  #ms = 0;

  /** `now` in milliseconds, from any beginning; `mostMs` is what all may take together. */
  constructor(now: () => number, mostMs: number = readingLimits.piecesMs) {
    this.#now = now;
    this.#mostMs = mostMs;
  }

  get isSpent(): boolean {
    return this.#pieces >= readingLimits.pieces || this.#ms > this.#mostMs;
  }

  async spend<T>(read: () => Promise<T>): Promise<T> {
    const start = this.#now();
    const value = await read();
    this.#pieces += 1;
    this.#ms += this.#now() - start;
    return value;
  }
}

/**
 * Reads places of a page once, as far as the budget goes: a reading of its own, for every round is a witness of its own.
 * A place where nothing could be read is named among its pieces all the same. Null when nothing was looked at.
 */
export async function readRound(
  places: readonly DoubtfulPlace[],
  read: (place: DoubtfulPlace) => Promise<Result<readonly ReadWord[], unknown>>,
  budget: PieceBudget,
): Promise<PageReading | null> {
  const words: ReadWord[] = [];
  const pieces: PageBox[] = [];
  for (const place of places) {
    if (budget.isSpent) break;
    const seen = await budget.spend(() => read(place));
    if (seen.ok) words.push(...onFurtherLines(seen.value, words));
    pieces.push([...place.box]);
  }
  return pieces.length > 0 ? { pass: 'potongan', words, pieces } : null;
}

// Each piece has lines of its own.
function onFurtherLines(words: readonly ReadWord[], before: readonly ReadWord[]): ReadWord[] {
  const first = before.reduce((last, { line }) => Math.max(last, line), -1) + 1;
  return words.map((word) => ({ ...word, line: word.line + first }));
}
