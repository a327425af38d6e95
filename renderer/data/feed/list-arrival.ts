import { forgetMeta, readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** How far the account's list of usul has come since its first pull began. */
export interface ListArrival {
  /** Once it was whole it stays so: what changes later comes as changes. */
  readonly whole: boolean;
  /** How many usul the server still has to tell; null until it first said so. */
  readonly toCome: number | null;
}

/** Reads how far the list has come. */
export async function readListArrival(database: AccountDatabase): Promise<ListArrival> {
  const whole = (await readMeta(database, 'inboxComplete')) ?? false;
  return { whole, toCome: whole ? 0 : ((await readMeta(database, 'toCome')) ?? null) };
}

/**
 * Notes how much is still to come after a page. Call it in the transaction that keeps the page: whoever reads both in one
 * never takes half a list for the whole. Once the list is whole nothing is written.
 */
export async function noteListArrival(database: AccountDatabase, toCome: number): Promise<void> {
  if ((await readMeta(database, 'inboxComplete')) === true) return;
  if (toCome > 0) return writeMeta(database, 'toCome', toCome);
  await writeMeta(database, 'inboxComplete', true);
  await forgetMeta(database, 'toCome');
}
