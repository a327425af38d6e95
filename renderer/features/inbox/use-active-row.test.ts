import { describe, expect, it } from 'vitest';
import { locatePlace } from '#renderer/features/inbox/use-active-row.ts';

function queue(...ids: string[]) {
  return ids.map((id) => ({ id }));
}

describe('the active row', () => {
  it('stays the first one while the list is filling and nobody has moved', () => {
    const place = { usulId: null, index: 0 };
    expect(locatePlace(queue('c'), place)).toBe(0);
    expect(locatePlace(queue('a', 'b', 'c'), place)).toBe(0);
  });

  it('follows the usul where the person is when rows come before it', () => {
    expect(locatePlace(queue('a', 'b', 'c'), { usulId: 'c', index: 0 })).toBe(2);
  });

  it('keeps its place when its usul is gone, within the list', () => {
    expect(locatePlace(queue('a', 'b'), { usulId: 'gone', index: 1 })).toBe(1);
    expect(locatePlace(queue('a', 'b'), { usulId: 'gone', index: 7 })).toBe(1);
    expect(locatePlace([], { usulId: null, index: 0 })).toBe(0);
  });
});
