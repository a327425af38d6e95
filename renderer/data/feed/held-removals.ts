import { z } from 'zod';
import { listMarked, markUsul, unmarkUsul, countMarked } from '#renderer/data/feed/marked-usul.ts';
import { forgetMeta, readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** Fewer than so many removals are never held back: a small office empties its desk on a good day. */
const fewest = 20;
/** What share of the local usul may not go without a person's agreement. */
const share = 0.9;

/** Removals that wait for a person: so many usul of how many, and whether he or she agreed already. */
export interface HeldRemovals {
  readonly gone: number;
  readonly of: number;
  readonly agreed: boolean;
}

/** Removals that wait for a person; null when none do. */
export async function readHeldRemovals(database: AccountDatabase): Promise<HeldRemovals | null> {
  const held = await readMeta(database, 'heldRemovals');
  if (!held) return null;
  const gone = await countMarked(database, 'pergi');
  const agreed = ((await readMeta(database, 'removalAgreed')) ?? 0) >= gone;
  return { gone, of: held.of, agreed };
}

/** A person agrees that so many usul are removed; the next pull does it, unless the server takes it back till then. */
export async function agreeToRemovals(database: AccountDatabase, count: number): Promise<void> {
  await writeMeta(database, 'removalAgreed', count);
}

/**
 * Decides at the end of a pull which of the usul that the server no longer tells of are removed now. `untold` were not
 * told again in a rebuild; those that left without the server saying what became of them are marked `pergi`. Both look
 * the same when a server lost its data, so nine tenths of the desk at once are held back until a person agrees. What
 * was decided here and accepted may always go, and so may what the feed itself calls settled (it is no part of this).
 *
 * Call it inside a read-write transaction with `meta`, `outbox` and `usul`. Returns the usul to remove.
 */
export async function releaseRemovals(
  database: AccountDatabase,
  untold: readonly string[],
): Promise<readonly string[]> {
  const marked = await listMarked(database, 'pergi');
  const leaving = [...new Set([...marked, ...untold])];
  const held = await readMeta(database, 'heldRemovals');
  const decided = leaving.length < fewest ? new Set<string>() : await acceptedHere(database);
  const unexplained = leaving.filter((id) => !decided.has(id));
  const of = held?.of ?? (await countBefore(database));
  const agreed = (await readMeta(database, 'removalAgreed')) ?? 0;
  const suspicious = held !== undefined || isSuspicious(unexplained.length, of);
  await forgetMeta(database, 'rebuildOf');
  if (suspicious && unexplained.length > agreed) {
    await markUsul(database, 'pergi', new Map(unexplained.map((id) => [id, true])));
    await writeMeta(database, 'heldRemovals', { of });
    // More than what was agreed to: that is asked anew.
    await forgetMeta(database, 'removalAgreed');
    return leaving.filter((id) => decided.has(id));
  }
  await unmarkUsul(database, 'pergi', marked);
  await forgetMeta(database, 'heldRemovals');
  await forgetMeta(database, 'removalAgreed');
  return leaving;
}

function isSuspicious(count: number, of: number): boolean {
  return count >= fewest && count >= of * share;
}

async function countBefore(database: AccountDatabase): Promise<number> {
  return (await readMeta(database, 'rebuildOf')) ?? (await database.usul.count());
}

const usulIdSchema = z.object({ usulId: z.string() });

async function acceptedHere(database: AccountDatabase): Promise<ReadonlySet<string>> {
  const rows = await database.outbox.where('state').equals('terkirim').toArray();
  return new Set(rows.flatMap((row) => usulIdSchema.safeParse(row).data?.usulId ?? []));
}
