import { isStrokeForLetter } from '#renderer/evidence/matching/ocr-confusion.ts';
import type { PlainPair } from '#renderer/evidence/matching/values/value-span.ts';

/** What one reading says of each letter of the value. */
export interface LetterVotes {
  /** For each letter of the value: whether it was read as it is. */
  readonly same: readonly boolean[];
  /** For each letter: read as another one. */
  readonly changed: readonly boolean[];
  /** For each letter: not read at all. */
  readonly lost: readonly boolean[];
  /** Before each letter, and after the last: what was read there besides; '' where nothing was. */
  readonly added: readonly string[];
}

/** Lays what was read beside the value so that the fewest letters differ. */
export function votesOf({ wanted, read }: PlainPair): LetterVotes {
  const cost = editCosts(wanted, read, (at, letter) => isReadAs(wanted, at, letter));
  const same = Array.from(wanted, () => false);
  const [changed, lost] = [[...same], [...same]];
  const added = [...Array.from(wanted, () => ''), ''];
  let [i, j] = [wanted.length, read.length];
  while (i > 0 || j > 0) {
    const here = cost[i]![j]!;
    const equal = i > 0 && j > 0 && isReadAs(wanted, i - 1, read.charAt(j - 1));
    if (i > 0 && j > 0 && here === cost[i - 1]![j - 1]! + (equal ? 0 : 1)) {
      (equal ? same : changed)[i - 1] = true;
      [i, j] = [i - 1, j - 1];
    } else if (j > 0 && here === cost[i]![j - 1]! + 1) {
      added[i] = read.charAt(j - 1) + added[i]!;
      j -= 1;
    } else {
      lost[i - 1] = true;
      i -= 1;
    }
  }
  return { same, changed, lost, added };
}

/**
 * Letters to change for each beginning of the one text (row) and the other (column). `isSame`: whether the letter of `wanted`
 * at a place counts as read.
 */
export function editCosts(
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

function isReadAs(wanted: string, at: number, read: string): boolean {
  return wanted.charAt(at) === read || isStrokeForLetter(wanted, at, read);
}
