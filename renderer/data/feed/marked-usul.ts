import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Marks on single usul that outlive the row itself, as keys of `meta`: `pergi` waits to be removed, `karantina` could
 * not be read. They carry no personal data.
 */
export const usulMarks = ['pergi', 'karantina'] as const;
/** A mark on a single usul. */
export type UsulMark = (typeof usulMarks)[number];

/** Marks usul; `note` says why, without personal data. Call it inside a read-write transaction with `meta`. */
export async function markUsul(
  database: AccountDatabase,
  mark: UsulMark,
  notes: ReadonlyMap<string, unknown>,
): Promise<void> {
  const rows = [...notes].map(([id, value]) => ({ key: `${mark}:${id}`, value }));
  await database.meta.bulkPut(rows);
}

/** Takes marks off. */
export async function unmarkUsul(
  database: AccountDatabase,
  mark: UsulMark,
  usulIds: readonly string[],
): Promise<void> {
  await database.meta.bulkDelete(usulIds.map((id) => `${mark}:${id}`));
}

/** Ids of the usul that are marked. */
export async function listMarked(database: AccountDatabase, mark: UsulMark): Promise<string[]> {
  const keys = await database.meta.where('key').startsWith(`${mark}:`).primaryKeys();
  return keys.map((key) => key.slice(mark.length + 1));
}

/** How many usul are marked. */
export async function countMarked(database: AccountDatabase, mark: UsulMark): Promise<number> {
  return database.meta.where('key').startsWith(`${mark}:`).count();
}
