import { describe, expect, it } from 'vitest';
import {
  groupItems,
  locatePlace,
  plainItems,
  rowTowards,
} from '#renderer/ui/parts/data-table/table-model.ts';

function plain(...ids: string[]) {
  return plainItems(ids.map((id) => ({ id })));
}

const people = [
  { id: 'a', nip: '1' },
  { id: 'b', nip: '1' },
  { id: 'c', nip: '2' },
];
const grouped = groupItems(people, {
  idOf: ({ id }) => id,
  keyOf: ({ nip }) => nip,
  heading: (rows) => `${rows[0]?.nip}: ${rows.length}`,
});

describe('the active row', () => {
  it('stays the first one while the list is filling and nobody has moved', () => {
    const place = { id: null, index: 0 };
    expect(locatePlace(plain('c'), place)).toBe(0);
    expect(locatePlace(plain('a', 'b', 'c'), place)).toBe(0);
  });

  it('follows the row where the person is when rows come before it', () => {
    expect(locatePlace(plain('a', 'b', 'c'), { id: 'c', index: 0 })).toBe(2);
  });

  it('keeps its place when its row is gone, within the list', () => {
    expect(locatePlace(plain('a', 'b'), { id: 'gone', index: 1 })).toBe(1);
    expect(locatePlace(plain('a', 'b'), { id: 'gone', index: 7 })).toBe(1);
    expect(locatePlace([], { id: null, index: 0 })).toBe(0);
  });

  it('is never a heading', () => {
    expect(locatePlace(grouped, { id: null, index: 0 })).toBe(1);
    expect(locatePlace(grouped, { id: 'gone', index: 3 })).toBe(4);
  });
});

describe('groups', () => {
  it('have one heading before every run of rows with the same key', () => {
    expect(grouped.map((item) => (item.kind === 'group' ? item.heading : item.id))).toEqual([
      '1: 2',
      'a',
      'b',
      '2: 1',
      'c',
    ]);
  });

  it('have ids of their own, also when a key comes twice', () => {
    const again = groupItems([...people, { id: 'd', nip: '1' }], {
      idOf: ({ id }) => id,
      keyOf: ({ nip }) => nip,
      heading: () => '',
    });
    expect(new Set(again.map(({ id }) => id)).size).toBe(again.length);
  });

  it('are stepped over in both directions', () => {
    expect(rowTowards(grouped, 2, 3)).toBe(4);
    expect(rowTowards(grouped, 4, 3)).toBe(2);
    expect(rowTowards(grouped, 1, 0)).toBe(1);
    expect(rowTowards(grouped, 4, 99)).toBe(4);
  });
});
