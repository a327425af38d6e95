import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { editSteps } from '#renderer/evidence/matching/edit-steps.ts';

function stepsOf(wanted: string, read: string): readonly string[] {
  return editSteps(wanted, read, (at, letter) => wanted.charAt(at) === letter)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, at, letter }) => `${kind} ${at} ${letter}`.trim());
}

/** Every text of these letters, up to that length. */
function textsOf(letters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [''];
  const shorter = textsOf(letters, length - 1);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => letters.map((letter) => text + letter))];
}

describe('one text laid beside another', () => {
  it.each([
    ['821', '821', []],
    ['821', '827', ['changed 2 7']],
    ['821', '8211', ['added 2 1']],
    ['821', '81', ['lost 1']],
    ['821', '', ['lost 2', 'lost 1', 'lost 0']],
    ['', '82', ['added 0 2', 'added 0 8']],
  ])('"%s" read as "%s"', (wanted, read, steps) => {
    expect(stepsOf(wanted, read)).toEqual(steps);
  });

  it('differs in as few letters as it can, whatever the texts', () => {
    const texts = textsOf(['0', '1', '2'], 4);
    const longer = texts.flatMap((wanted) =>
      texts.filter((read) => stepsOf(wanted, read).length !== distance(wanted, read)),
    );
    expect(longer).toEqual([]);
  });

  it('names the same letters each time where several ways are as short', () => {
    expect(stepsOf('1010', '0101')).toEqual(['added 4 1', 'lost 0']);
    expect(stepsOf('0011', '011')).toEqual(['lost 0']);
  });

  it('takes letters for the same that the caller says are', () => {
    expect(editSteps('II', '11', () => true).map(({ kind }) => kind)).toEqual(['same', 'same']);
  });
});
