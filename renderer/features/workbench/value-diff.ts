/** A piece of a value; `changed` when the other value does not have it there. */
export interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}

/** Two values side by side. */
export interface ValueDiff {
  readonly old: readonly DiffPart[];
  readonly proposed: readonly DiffPart[];
}

/** Compares two values word by word; separators are words of their own, blanks never count as a change. */
export function diffValues(old: string, proposed: string): ValueDiff {
  const oldWords = words(old);
  const newWords = words(proposed);
  const kept = commonWords(oldWords, newWords);
  return {
    old: parts(oldWords, new Set(kept.map(([at]) => at))),
    proposed: parts(newWords, new Set(kept.map(([, at]) => at))),
  };
}

function words(text: string): readonly string[] {
  return text.match(/[^\s/.,-]+|[/.,-]|\s+/g) ?? [];
}

function parts(all: readonly string[], kept: ReadonlySet<number>): readonly DiffPart[] {
  const result: { text: string; changed: boolean }[] = [];
  for (const [index, text] of all.entries()) {
    const changed = !kept.has(index) && !isBlank(text);
    const last = result.at(-1);
    if (last?.changed === changed) last.text += text;
    else result.push({ text, changed });
  }
  return result;
}

// Longest common subsequence; values are a few words long, so the plain table is enough.
function commonWords(
  one: readonly string[],
  other: readonly string[],
): readonly [number, number][] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    Array<number>(other.length + 1).fill(0),
  );
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      lengths[row]![column] = same(one[row], other[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const kept: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < one.length && column < other.length) {
    if (same(one[row], other[column])) kept.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one === other && !isBlank(one);
}

function isBlank(word: string | undefined): boolean {
  return word?.trim() === '';
}
