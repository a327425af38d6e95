import type { Db } from '#server/store/database.ts';

/**
 * Forgets seals whose key was lost: chains are sealed anew at the next start, and the history from there on. What was
 * anchored under that key stays in its file, where it is told to be of no server that is known.
 */
export async function forgetSeals(db: Db): Promise<void> {
  await db.deleteFrom('chain_seal').execute();
  await db.deleteFrom('history_start').execute();
}
