/** What one text has of another at a place: the letter itself, another one, none, or one more. */
export interface EditStep {
  readonly kind: 'same' | 'changed' | 'lost' | 'added';
  /** Letter of `wanted`; of what was added, the letter before which it stands. */
  readonly at: number;
  /** The letter of `read`; '' where one was lost. */
  readonly letter: string;
}

/**
 * Lays one text beside another so that the fewest letters differ, and tells it letter by letter, the last one first. Of ways
 * that are equally short the one with most letters in their places is told, then one that adds before one that loses.
 * `isSame`: whether the letter of `wanted` at a place counts as read.
 */
export function editSteps(
  wanted: string,
  read: string,
  isSame: (at: number, letter: string) => boolean,
): readonly EditStep[] {
  const cost = editCosts(wanted, read, isSame);
  const steps: EditStep[] = [];
  let [i, j] = [wanted.length, read.length];
  while (i > 0 || j > 0) {
    const here = cost[i]![j]!;
    const letter = read.charAt(j - 1);
    const equal = i > 0 && j > 0 && isSame(i - 1, letter);
    if (i > 0 && j > 0 && here === cost[i - 1]![j - 1]! + (equal ? 0 : 1)) {
      steps.push({ kind: equal ? 'same' : 'changed', at: i - 1, letter });
      [i, j] = [i - 1, j - 1];
    } else if (j > 0 && here === cost[i]![j - 1]! + 1) {
      steps.push({ kind: 'added', at: i, letter });
      j -= 1;
    } else {
      steps.push({ kind: 'lost', at: i - 1, letter: '' });
      i -= 1;
    }
  }
  return steps;
}

/** Letters to change for each beginning of the one text (row) and the other (column). */
function editCosts(
  wanted: string,
  read: string,
  isSame: (at: number, letter: string) => boolean,
): readonly (readonly number[])[] {
  const cost: number[][] = [Array.from({ length: read.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= wanted.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= read.length; j += 1) {
      const swap = cost[i - 1]![j - 1]! + (isSame(i - 1, read.charAt(j - 1)) ? 0 : 1);
      row.push(Math.min(swap, cost[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
    cost.push(row);
  }
  return cost;
}
