import type { SavedFilter } from '#renderer/core/inbox/inbox-query.ts';
import type { Preferences } from '#renderer/core/preferences/preferences.ts';

type Parts = Partial<Preferences>;

/**
 * What this window changed since `base`, over what another window stored meanwhile. Of lists and maps only the entries
 * that were changed here are taken, so that a filter saved, or a page turned, in the other window stays.
 */
export function mergePreferences(base: Parts, mine: Parts, stored: Parts): Parts {
  const { documentViews, rotations, savedFilters } = mine;
  return {
    ...mine,
    ...(documentViews && {
      documentViews: mergeObjects(base.documentViews, documentViews, stored.documentViews),
    }),
    ...(rotations && { rotations: mergeObjects(base.rotations, rotations, stored.rotations) }),
    ...(savedFilters && {
      savedFilters: [
        ...mergeEntries(
          byName(base.savedFilters),
          byName(savedFilters),
          byName(stored.savedFilters),
        ).values(),
      ],
    }),
  };
}

type Entries<T> = ReadonlyMap<string, T>;

function byName(list: Preferences['savedFilters'] = []): Entries<SavedFilter> {
  return new Map(list.map((filter) => [filter.name, filter]));
}

function mergeObjects<T>(
  base: Readonly<Record<string, T>> = {},
  mine: Readonly<Record<string, T>>,
  stored: Readonly<Record<string, T>> = {},
): Record<string, T> {
  const entries = (part: Readonly<Record<string, T>>): Entries<T> => new Map(Object.entries(part));
  return Object.fromEntries(mergeEntries(entries(base), entries(mine), entries(stored)));
}

/** The entries stored, in their order, with those that differ between `base` and `mine` as they are in `mine`. */
function mergeEntries<T>(base: Entries<T>, mine: Entries<T>, stored: Entries<T>): Entries<T> {
  const merged = new Map(stored);
  for (const key of new Set([...base.keys(), ...mine.keys()])) {
    const now = mine.get(key);
    if (JSON.stringify(base.get(key)) === JSON.stringify(now)) continue;
    // What was changed last stands last: a bounded list drops the oldest first.
    merged.delete(key);
    if (now !== undefined) merged.set(key, now);
  }
  return merged;
}
