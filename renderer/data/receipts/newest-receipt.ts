import { forgetMeta, readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Receipt } from '#renderer/data/schema/rows.ts';
import type { CommandResult } from '#shared/contract/commands.ts';

/** A receipt with the command that it is for. */
export interface ReceiptOf extends Receipt {
  readonly id: string;
}

/** What is kept of the answer to a command that was taken in. */
export function receiptIn(answer: Extract<CommandResult, { kind: 'diterima' }>): Receipt {
  const { receivedAt, chainSeq, receipt } = answer;
  return { receivedAt, chainSeq, ...(receipt !== undefined && { receipt }) };
}

/*
 * Which receipt a pull shows. An exchange delivers before it pulls: a server that went back in time has given a new receipt
 * by then, which it knows. So a receipt waits to be shown until the one before it was found to be known:
 *
 *   delivered: R2 is the newest ──► pull shows R1 ──► known ──► R2 is shown next
 *                                                └─► unknown ──► the server is asked for all of them
 */

/**
 * Keeps a receipt as the newest one when it is. By the server's clock, then by number: over several instansi numbers do not
 * compare. Inside a transaction with `meta`.
 */
export async function noteReceipt(database: AccountDatabase, one: ReceiptOf): Promise<void> {
  // An older server gave nothing that could be shown.
  if (one.receipt === undefined) return;
  const newest = await readMeta(database, 'newestReceipt');
  if (newest && !isLater(one, newest)) return;
  await writeMeta(database, 'newestReceipt', one);
  if (!newest) await writeMeta(database, 'shownReceipt', one);
}

/** The receipt that a pull shows; nothing when this PC has none. */
export async function readShownReceipt(
  database: AccountDatabase,
): Promise<{ readonly lastCommand?: string; readonly lastReceipt?: string }> {
  const shown = await readMeta(database, 'shownReceipt');
  if (shown?.receipt === undefined) return {};
  return { lastCommand: shown.id, lastReceipt: shown.receipt };
}

/** The server knows the receipt that was shown: the newest one is shown from now on. */
export async function confirmReceipt(database: AccountDatabase): Promise<void> {
  await database.transaction('rw', database.meta, async () => {
    const newest = await readMeta(database, 'newestReceipt');
    const shown = await readMeta(database, 'shownReceipt');
    if (newest && newest.receipt !== shown?.receipt)
      await writeMeta(database, 'shownReceipt', newest);
  });
}

/** No receipt is known to be of the server's present; inside a transaction with `meta`. */
export async function forgetReceipts(database: AccountDatabase): Promise<void> {
  await forgetMeta(database, 'newestReceipt');
  await forgetMeta(database, 'shownReceipt');
}

function isLater(one: Receipt, other: Receipt): boolean {
  const [at, otherAt] = [Date.parse(one.receivedAt), Date.parse(other.receivedAt)];
  return at === otherAt ? one.chainSeq >= other.chainSeq : at > otherAt;
}
