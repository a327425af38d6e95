import { openEpoch, type Epoch } from '#server/epoch/epochs.ts';
import { sealOf } from '#server/epoch/sealing.ts';
import type { Db } from '#server/store/database.ts';
import { anyOf, findChains } from '#server/store/history-parts.ts';

/** A link of a chain that the server took in, as its receipt names it. */
export interface ReceivedLink {
  readonly id: string;
  readonly accountId: string;
  readonly epoch: number;
  readonly chainSeq: number;
  readonly hash: string;
}

/** The newest receipt of a PC, as it states it. */
export interface StatedReceipt {
  readonly commandId: string;
  readonly receipt: string;
}

/**
 * The receipt of a command that was taken in: epoch, number and hash of its link, and a seal over them, the command's id
 * and its account. Without the seal anybody could name a number that was never given, and so make the server believe that
 * it went back in time.
 */
export async function receiptOf(db: Db, link: ReceivedLink): Promise<string> {
  const { epoch, chainSeq, hash } = link;
  const seal = await sealOf(db);
  return `${epoch}.${chainSeq}.${hash}.${seal.make(partsOf(link))}`;
}

/**
 * Whether the server still knows the receipt that a PC holds. One that it did give, in the epoch that is open or in a later
 * one, and does not know, proves that its data went back in time: a new epoch is opened. One that it cannot have given, or
 * gave in an epoch before, is unknown and proves nothing.
 */
export async function checkReceipt(
  db: Db,
  accountId: string,
  { commandId, receipt }: StatedReceipt,
  now: Date,
): Promise<{ readonly known: boolean; readonly opened: Epoch | null }> {
  const row = await findReceived(db, accountId, commandId);
  if (row) {
    const link = { id: row.id, accountId, epoch: row.epoch, chainSeq: row.chain_seq };
    if ((await receiptOf(db, { ...link, hash: row.hash })) === receipt)
      return { known: true, opened: null };
  }
  const given = await openReceipt(db, { id: commandId.toLowerCase(), accountId, receipt });
  const opened = given && (await openEpoch(db, { reason: 'tanda_terima', seen: given.epoch, now }));
  return { known: false, opened: opened ?? null };
}

/** What a command of an account brought: a decision in its chain, or a message in its thread. */
async function findReceived(db: Db, accountId: string, commandId: string) {
  const decision = await db
    .selectFrom('decision')
    .select(['id', 'epoch', 'chain_seq', 'hash'])
    .where('instansi_id', '=', anyOf(await findChains(db, [commandId])))
    .where('id', '=', commandId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (decision) return decision;
  const message = await db
    .selectFrom('thread_message')
    .select(['id', 'epoch', 'seq as chain_seq', 'hash'])
    .where('id', '=', commandId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return message && { ...message, hash: message.hash ?? '' };
}

async function openReceipt(
  db: Db,
  { id, accountId, receipt }: { id: string; accountId: string; receipt: string },
): Promise<ReceivedLink | undefined> {
  const match = /^(\d{1,9})\.(\d{1,9})\.([0-9a-f]{64})\.([\w-]{16})$/.exec(receipt);
  if (!match) return undefined;
  const link = {
    id,
    accountId,
    epoch: Number(match[1]),
    chainSeq: Number(match[2]),
    hash: match[3]!,
  };
  return (await sealOf(db)).fits(partsOf(link), match[4]!) ? link : undefined;
}

function partsOf({ id, accountId, epoch, chainSeq, hash }: ReceivedLink) {
  return ['tanda terima', id, accountId, epoch, chainSeq, hash];
}
