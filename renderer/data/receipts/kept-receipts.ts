import type { JournalReceipt } from '#renderer/data/journal/entries.ts';
import { sealCommand } from '#renderer/data/outbox/outbox-rows.ts';
import { askForReceipts } from '#renderer/data/receipts/asked-receipts.ts';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { StoredCommand, StoredReceipt } from '#renderer/data/schema/stored-rows.ts';

/**
 * How long a delivered command can be delivered again: longer than the oldest backup that anybody restores (a year), and
 * than the reports of a year take.
 */
export const receiptDays = 400;

/** Keeps what leaves the outbox, of those that were delivered; inside a transaction with `receipts`. */
export async function keepReceipts(
  database: AccountDatabase,
  delivered: readonly StoredCommand[],
): Promise<void> {
  const rows = delivered.flatMap((row): StoredReceipt[] => {
    const { id, kind, usulId, version, revision, sealed, progress } = row;
    if (progress.kind !== 'terkirim') return [];
    const { kind: _state, ...receipt } = progress;
    return [{ id, kind, usulId, version, revision, sealed, ...receipt }];
  });
  await database.receipts.bulkPut(rows);
}

/** Forgets receipts from before a time (ms epoch, the server's clock). */
export async function pruneReceipts(database: AccountDatabase, before: number): Promise<void> {
  await database.receipts.where('receivedAt').below(new Date(before).toISOString()).delete();
}

/**
 * Whether the receipts that the journal keeps must be looked for: never after they were once, so that those that were
 * forgotten for their age stay forgotten.
 */
export async function areJournalReceiptsWanted(database: AccountDatabase): Promise<boolean> {
  return (await readMeta(database, 'journalReceiptsRead')) !== true;
}

/**
 * Takes delivered commands out of the journal that this database does not have: it was lost, and with it what was known
 * of a server that may have gone back in time meanwhile. The server is asked for all of them.
 */
export async function restoreReceipts(
  database: AccountDatabase,
  kept: readonly JournalReceipt[],
): Promise<void> {
  const rows = await Promise.all(
    kept.map(async ({ heldUntil: _held, shas: _shas, replaces: _replaces, ...one }) => {
      const { receivedAt, chainSeq, receipt, ...command } = one;
      const sealed = await sealCommand(database, command);
      return { ...sealed, receivedAt, chainSeq, ...(receipt !== undefined && { receipt }) };
    }),
  );
  const { meta, outbox, receipts } = database;
  await database.transaction('rw', [meta, outbox, receipts], async () => {
    const ids = rows.map(({ id }) => id);
    const here = new Set([
      ...(await outbox.where('id').anyOf(ids).primaryKeys()),
      ...(await receipts.where('id').anyOf(ids).primaryKeys()),
    ]);
    const missing = rows.filter(({ id }) => !here.has(id));
    await receipts.bulkPut(missing);
    if (missing.length > 0) await askForReceipts(database);
    await writeMeta(database, 'journalReceiptsRead', true);
  });
}
