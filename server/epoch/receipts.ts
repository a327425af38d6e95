import { createHmac, timingSafeEqual } from 'node:crypto';
import { openEpoch, type Epoch } from '#server/epoch/epochs.ts';
import type { Db } from '#server/store/database.ts';
import { keptSecret } from '#server/store/secrets.ts';

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
  return `${epoch}.${chainSeq}.${hash}.${sealOf(await keyOf(db), link)}`;
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
  const row = await db
    .selectFrom('decision')
    .select(['id', 'epoch', 'chain_seq', 'hash'])
    .where('id', '=', commandId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (row) {
    const link = { id: row.id, accountId, epoch: row.epoch, chainSeq: row.chain_seq };
    if ((await receiptOf(db, { ...link, hash: row.hash })) === receipt)
      return { known: true, opened: null };
  }
  const given = await openReceipt(db, { id: commandId.toLowerCase(), accountId, receipt });
  const opened = given && (await openEpoch(db, { reason: 'tanda_terima', seen: given.epoch, now }));
  return { known: false, opened: opened ?? null };
}

async function openReceipt(
  db: Db,
  { id, accountId, receipt }: { id: string; accountId: string; receipt: string },
): Promise<ReceivedLink | undefined> {
  const match = /^(\d{1,9})\.(\d{1,9})\.([0-9a-f]{64})\.([\w-]{22})$/.exec(receipt);
  if (!match) return undefined;
  const link = {
    id,
    accountId,
    epoch: Number(match[1]),
    chainSeq: Number(match[2]),
    hash: match[3]!,
  };
  const seal = sealOf(await keyOf(db), link);
  return timingSafeEqual(Buffer.from(seal), Buffer.from(match[4]!)) ? link : undefined;
}

/** 128 bits of HMAC-SHA-256. */
function sealOf(key: Uint8Array, { id, accountId, epoch, chainSeq, hash }: ReceivedLink): string {
  const text = JSON.stringify(['tanda terima', id, accountId, epoch, chainSeq, hash]);
  return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
}

const keys = new WeakMap<Db, Uint8Array>();

async function keyOf(db: Db): Promise<Uint8Array> {
  const known = keys.get(db);
  if (known) return known;
  const key = await keptSecret(db, 'receipt');
  keys.set(db, key);
  return key;
}
