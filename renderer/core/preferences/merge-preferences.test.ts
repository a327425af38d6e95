import { expect, test } from 'vitest';
import { mergePreferences } from '#renderer/core/preferences/merge-preferences.ts';
import { defaultPreferences, type Preferences } from '#renderer/core/preferences/preferences.ts';

function saved(...names: string[]): Pick<Preferences, 'savedFilters'> {
  const { inboxFilter: filter, inboxSort: sort } = defaultPreferences;
  return { savedFilters: names.map((name) => ({ name, filter, sort })) };
}

test('a filter saved in the other window stays, and one taken away here is gone', () => {
  const merged = mergePreferences(saved('a', 'b'), saved('b', 'mine'), saved('a', 'b', 'theirs'));
  expect(merged).toEqual(saved('b', 'theirs', 'mine'));
  expect(mergePreferences(saved('a'), saved('a'), saved()).savedFilters).toEqual([]);
});

test('documents turned in either window stay turned', () => {
  const base = { rotations: { a: 90, b: 90 } } as const;
  const mine = { rotations: { b: 90, c: 180 } } as const;
  const stored = { rotations: { a: 90, b: 270, d: 90 } } as const;
  expect(mergePreferences(base, mine, stored).rotations).toEqual({ b: 270, c: 180, d: 90 });
});

test('parts that were not changed here are not made', () => {
  expect(mergePreferences({}, { guideDone: true }, saved('a'))).toEqual({ guideDone: true });
});
