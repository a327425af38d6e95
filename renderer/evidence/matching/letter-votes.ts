import { editSteps } from '#renderer/evidence/matching/edit-steps.ts';
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
  const same = Array.from(wanted, () => false);
  const [changed, lost] = [[...same], [...same]];
  const added = [...Array.from(wanted, () => ''), ''];
  for (const { kind, at, letter } of editSteps(wanted, read, (place, seen) =>
    isReadAs(wanted, place, seen),
  )) {
    if (kind === 'same') same[at] = true;
    else if (kind === 'changed') changed[at] = true;
    else if (kind === 'lost') lost[at] = true;
    else added[at] = letter + added[at]!;
  }
  return { same, changed, lost, added };
}

function isReadAs(wanted: string, at: number, read: string): boolean {
  return wanted.charAt(at) === read || isStrokeForLetter(wanted, at, read);
}
