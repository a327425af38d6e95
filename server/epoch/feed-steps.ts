import { openEpoch, type Epoch } from '#server/epoch/epochs.ts';
import { sealOf, type Seal } from '#server/epoch/sealing.ts';
import type { Db, Tx } from '#server/store/database.ts';

/*
 * A number of a feed says nothing of what it was given for: after the whole disk of the server went back, other changes take
 * the same numbers. So a cursor also names the last change of all that its reader's page could know of. It is never removed:
 * a server that lacks it, or has another one under its number, went back in time. It is sealed, so that a PC proves that
 * to the server, also one that never decided anything.
 */

/** Notes that something changed; in the transaction that announces it. */
export async function noteStep(tx: Tx): Promise<void> {
  await tx.insertInto('feed_step').defaultValues().execute();
}

/** The last change that a transaction sees in its epoch, as a cursor names it; empty when there never was one. */
export async function lastStep(tx: Tx, epoch: Epoch, seal: Seal): Promise<string> {
  const step = await tx
    .selectFrom('feed_step')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!step) return '';
  const parts = [epoch.number, step.id, step.token] as const;
  return `${parts.join('-')}-${seal.make(parts)}`;
}

/**
 * Whether the change that a cursor names is still there. One that this server did name and does not have opens a new epoch;
 * any other text is unknown and proves nothing.
 */
export async function checkStep(
  db: Db,
  text: string,
  now: Date,
): Promise<{ readonly known: boolean; readonly opened: Epoch | null }> {
  const match = /^(\d{1,9})-(\d{1,15})-([0-9a-f]{8})-([\w-]{16})$/.exec(text);
  if (!match) return { known: false, opened: null };
  const [epoch, id, token] = [Number(match[1]), Number(match[2]), match[3]!];
  const step = await db
    .selectFrom('feed_step')
    .select('token')
    .where('id', '=', id)
    .executeTakeFirst();
  if (step?.token === token) return { known: true, opened: null };
  const isOurs = (await sealOf(db)).fits([epoch, id, token], match[4]!);
  const opened = isOurs ? await openEpoch(db, { reason: 'kursor', seen: epoch, now }) : null;
  return { known: false, opened };
}
