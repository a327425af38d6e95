import { describe, expect, it } from 'vitest';
import { indexAt, returnedDecisions } from '#renderer/features/outbox/conflict/conflict-place.ts';
import { returnedState, sampleEntry } from '#tests/support/samples/sample-entry.ts';

const returned = (id: string) => sampleEntry(returnedState(), {}, id);
const [a, b, c] = [returned('a'), returned('b'), returned('c')];

describe('the place among the returned decisions', () => {
  it('counts only what came back and waits for a person', () => {
    const handled = { kind: 'diputuskan_ulang', by: 'x' } as const;
    const others = [
      sampleEntry({ kind: 'menunggu' }, {}, 'w'),
      sampleEntry({ ...returnedState(), handled }, {}, 'r'),
    ];
    expect(returnedDecisions([a, ...others, b])).toEqual([a, b]);
  });

  it('stays with its decision while others come and go', () => {
    expect(indexAt([c, a, b], { decisionId: 'b', index: 1 })).toBe(2);
  });

  it('goes to the one that took the place of a settled one, else to the last', () => {
    expect(indexAt([a, c], { decisionId: 'b', index: 1 })).toBe(1);
    expect(indexAt([a], { decisionId: 'b', index: 1 })).toBe(0);
    expect(indexAt([], { decisionId: 'b', index: 1 })).toBe(-1);
  });
});
