import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
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
}

/** The newest receipt, as a pull shows it; nothing when this PC has none. */
export async function readShownReceipt(
  database: AccountDatabase,
): Promise<{ readonly lastCommand?: string; readonly lastReceipt?: string }> {
  const newest = await readMeta(database, 'newestReceipt');
  if (newest?.receipt === undefined) return {};
  return { lastCommand: newest.id, lastReceipt: newest.receipt };
}

function isLater(one: Receipt, other: Receipt): boolean {
  const [at, otherAt] = [Date.parse(one.receivedAt), Date.parse(other.receivedAt)];
  return at === otherAt ? one.chainSeq >= other.chainSeq : at > otherAt;
}
