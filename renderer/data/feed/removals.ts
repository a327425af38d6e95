import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { nextTouch } from '#renderer/data/rows/meta.ts';

const keepMs = 86_400_000;

/** Tables that can be followed. */
export type FollowedTable = 'usul' | 'documents' | 'outbox';

/** Leaves a mark that a row went away; call it in the transaction that deletes it (with `removals` and `meta`). */
export async function recordRemoval(
  database: AccountDatabase,
  table: FollowedTable,
  key: string,
): Promise<void> {
  await recordRemovals(database, table, [key], await nextTouch(database));
}

/** Leaves marks for many rows under one change number that the caller took. */
export async function recordRemovals(
  database: AccountDatabase,
  table: FollowedTable,
  keys: readonly string[],
  touched: number,
): Promise<void> {
  const at = Date.now();
  await database.removals.bulkPut(keys.map((key) => ({ table, key, touched, at })));
}

/** Forgets marks that no open window can still need. */
export async function pruneRemovals(database: AccountDatabase): Promise<void> {
  await database.removals
    .where('at')
    .below(Date.now() - keepMs)
    .delete();
}
