import { z } from 'zod';
import {
  forgetReceipts,
  noteReceipt,
  receiptIn,
  type ReceiptOf,
} from '#renderer/data/receipts/newest-receipt.ts';
import {
  noteCommand,
  putCommand,
  putProgress,
  readCommand,
} from '#renderer/data/outbox/outbox-rows.ts';
import { forgetMeta, readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { receiptRowSchema, type StoredReceipt } from '#renderer/data/schema/stored-rows.ts';
import type { CommandResult } from '#shared/contract/commands.ts';

type Taken = Extract<CommandResult, { kind: 'diterima' }>;

const deliveredSchema = z.object({ id: z.string(), state: z.literal('terkirim') });

/** The server is to be asked which delivered commands it still has, from the first; inside a transaction with `meta`. */
export async function askForReceipts(database: AccountDatabase): Promise<void> {
  await writeMeta(database, 'receiptsAskedUpTo', '');
  // What is known still is found out anew: a receipt of a past that is gone must not be shown any more.
  await forgetReceipts(database);
}

/** Whether the server is still to be asked. */
export async function areReceiptsAsked(database: AccountDatabase): Promise<boolean> {
  return (await readMeta(database, 'receiptsAskedUpTo')) !== undefined;
}

/** Delivered commands that the server is asked for, in the order of their ids; `after` is the last one asked before. */
export interface ReceiptQuestion {
  readonly after: string;
  readonly ids: readonly string[];
}

/** The next question; null when there is nothing (more) to ask. */
export async function nextQuestion(
  database: AccountDatabase,
  limit: number,
): Promise<ReceiptQuestion | null> {
  const { meta, outbox, receipts } = database;
  return database.transaction('rw', [meta, outbox, receipts], async () => {
    const after = await readMeta(database, 'receiptsAskedUpTo');
    if (after === undefined) return null;
    const shown = await outbox
      .where('id')
      .above(after)
      .filter((row) => deliveredSchema.safeParse(row).success)
      .limit(limit)
      .primaryKeys();
    const kept = await receipts.where('id').above(after).limit(limit).primaryKeys();
    const ids = [...new Set([...shown, ...kept])].toSorted().slice(0, limit);
    if (ids.length > 0) return { after, ids };
    await forgetMeta(database, 'receiptsAskedUpTo');
    return null;
  });
}

/** The server cannot be asked: it is of a version that never goes back in time knowingly. */
export async function giveUpAsking(database: AccountDatabase): Promise<void> {
  await forgetMeta(database, 'receiptsAskedUpTo');
}

/**
 * Applies what the server said of the commands that it was asked for: of those that it has, its present answer is kept;
 * those that it does not have any more are sent again, under the same ids. Returns how many.
 */
export async function applyKnown(
  database: AccountDatabase,
  { after, ids }: ReceiptQuestion,
  known: readonly Taken[],
  at: Date,
): Promise<number> {
  const { audit, meta, outbox, receipts } = database;
  const answers = new Map(known.map((one) => [one.id, one]));
  return database.transaction('rw', [audit, meta, outbox, receipts], async () => {
    let again = 0;
    for (const id of ids) {
      const answer = answers.get(id);
      if (answer) await keepAnswer(database, { id, ...receiptIn(answer) });
      else if (await sendAgain(database, id, at)) again += 1;
    }
    // Unless somebody asked from the first again meanwhile.
    if ((await readMeta(database, 'receiptsAskedUpTo')) === after) {
      await writeMeta(database, 'receiptsAskedUpTo', ids.at(-1) ?? after);
    }
    if (again > 0) {
      const before = (await readMeta(database, 'deliveredAgain')) ?? 0;
      await writeMeta(database, 'deliveredAgain', before + again);
    }
    return again;
  });
}

/**
 * Where a server is in another epoch than the one in which this PC was told last, and cannot be asked any more: everything
 * that was delivered to it waits to be sent again. What it still has it answers as before. Returns how many.
 */
export async function sendAllAgain(
  database: AccountDatabase,
  epoch: string | undefined,
  at: Date,
): Promise<number> {
  const { audit, meta, outbox, receipts } = database;
  return database.transaction('rw', [audit, meta, outbox, receipts], async () => {
    const told = await readMeta(database, 'epoch');
    if (epoch === undefined || told === undefined || epoch === told) return 0;
    await writeMeta(database, 'epoch', epoch);
    const shown = await outbox.where('state').equals('terkirim').primaryKeys();
    const kept = await receipts.toCollection().primaryKeys();
    let again = 0;
    for (const id of new Set([...shown, ...kept])) {
      if (await sendAgain(database, id, at)) again += 1;
    }
    return again;
  });
}

async function keepAnswer(database: AccountDatabase, { id, ...receipt }: ReceiptOf): Promise<void> {
  await noteReceipt(database, { id, ...receipt });
  const row = await readCommand(database, id);
  if (row?.progress.kind === 'terkirim' && row.progress.receipt !== receipt.receipt) {
    await putProgress(database, row, { kind: 'terkirim', ...receipt });
  }
  const kept = await readReceipt(database, id);
  if (kept) await database.receipts.put({ ...kept, ...receipt });
}

async function sendAgain(database: AccountDatabase, id: string, at: Date): Promise<boolean> {
  const row = await readCommand(database, id);
  const kept = await readReceipt(database, id);
  const progress = { kind: 'mengirim', attempts: 0 } as const;
  if (row?.state === 'terkirim') await putProgress(database, row, progress);
  else if (!row && kept) {
    const { receivedAt: _at, chainSeq: _seq, receipt: _receipt, ...command } = kept;
    const waiting = { touched: 0, state: progress.kind, progress, heldUntil: 0, shas: [] };
    await putCommand(database, { ...command, ...waiting });
  } else return false;
  await database.receipts.delete(id);
  await noteCommand(database, row ?? kept!, 'dikirim_ulang', at);
  return true;
}

async function readReceipt(
  database: AccountDatabase,
  id: string,
): Promise<StoredReceipt | undefined> {
  return receiptRowSchema.safeParse(await database.receipts.get(id)).data;
}
