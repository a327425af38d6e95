import { describe, expect, it } from 'vitest';
import { foundToJudge, nextToLookAt } from '#renderer/features/workbench/evidence/to-look-at.ts';
import { sampleFound, sampleMissing } from '#tests/support/samples/sample-evidence.ts';
import type { FieldVerdict } from '#shared/workflow/decision.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
// Of `e` nothing is known: it is to be looked at as well.
const fields = {
  a: sampleFound('a'),
  b: sampleMissing('b'),
  c: sampleFound('c'),
  d: sampleMissing('d'),
};

/** Nothing speaks against any of them. */
const left: ReadonlySet<string> = new Set();

function judged(...judgedNames: readonly string[]): Readonly<Record<string, FieldVerdict>> {
  return Object.fromEntries(
    judgedNames.map((field) => [field, { field, verdict: 'sesuai' as const, seen: '' }]),
  );
}

describe('the next field that is not found', () => {
  it('is the next one down or up, round from one end to the other', () => {
    const all = { names, fields, verdicts: {}, left };
    expect(nextToLookAt(all, 'a', 1)).toBe('b');
    expect(nextToLookAt(all, 'b', 1)).toBe('d');
    expect(nextToLookAt(all, 'e', 1)).toBe('b');
    expect(nextToLookAt(all, 'b', -1)).toBe('e');
  });

  it('begins at the ends when no field is active', () => {
    const all = { names, fields, verdicts: {}, left };
    expect(nextToLookAt(all, null, 1)).toBe('b');
    expect(nextToLookAt(all, null, -1)).toBe('e');
  });

  it('passes over what is judged until all of it is', () => {
    expect(nextToLookAt({ names, fields, verdicts: judged('b', 'e'), left }, 'b', 1)).toBe('d');
    expect(nextToLookAt({ names, fields, verdicts: judged('b', 'd', 'e'), left }, 'b', 1)).toBe(
      'd',
    );
  });

  it('is the active one itself when it is the only one', () => {
    expect(nextToLookAt({ names: ['a', 'b'], fields, verdicts: {}, left }, 'b', 1)).toBe('b');
  });

  it('is one that was found, too, where something speaks against it', () => {
    const against = { names, fields, verdicts: {}, left: new Set(['c']) };
    expect(nextToLookAt(against, 'b', 1)).toBe('c');
    expect(foundToJudge(against)).toEqual(['a']);
  });

  it('is none when every value is found', () => {
    expect(nextToLookAt({ names: ['a', 'c'], fields, verdicts: {}, left }, 'a', 1)).toBeNull();
    expect(nextToLookAt({ names: [], fields, verdicts: {}, left }, null, 1)).toBeNull();
  });
});

describe('what is marked in one stroke', () => {
  it('is found and not judged yet', () => {
    expect(foundToJudge({ names, fields, verdicts: judged('c'), left })).toEqual(['a']);
  });
});
