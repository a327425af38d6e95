import { sql } from 'kysely';
import { noteStep } from '#server/epoch/feed-steps.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Tx } from '#server/store/database.ts';

/** A change to announce: the queues in which the usul lay before it, and in which it lies now. */
export interface QueueChange {
  readonly usulId: string;
  readonly before: readonly string[];
  readonly now: readonly string[];
}

/** An entry to write; `more`: how many more usul lie in its queue by it. */
interface NewEntry {
  readonly usulId: string;
  readonly present: boolean;
  readonly more: number;
}

/**
 * Announces changes in the feeds of their queues, in the transaction that makes the changes and after them. Entering and
 * leaving a queue are entries like any other:
 *
 *   counter rows are locked until commit, so the order of numbers is the order of commit and whoever reads number n
 *   has every number before it; all writers lock usul first, then counters sorted by key, then the head of the chain,
 *   so that no two wait for each other.
 *
 * An usul may be announced only once in one call.
 */
export async function announceChanges(
  tx: Tx,
  announcements: readonly QueueChange[],
): Promise<void> {
  if (announcements.length > 0) await noteStep(tx);
  const perQueue = new Map<string, NewEntry[]>();
  for (const { usulId, before, now } of announcements) {
    for (const key of now) {
      const more = before.includes(key) ? 0 : 1;
      entriesOf(perQueue, key).push({ usulId, present: true, more });
    }
    for (const key of before) {
      if (!now.includes(key)) entriesOf(perQueue, key).push({ usulId, present: false, more: -1 });
    }
  }
  const counts = [...perQueue].map(([key, entries]) => ({
    key,
    count: entries.length,
    more: entries.reduce((sum, entry) => sum + entry.more, 0),
  }));
  const last = await takeNumbers(tx, counts);
  const rows = [...perQueue].flatMap(([key, entries]) =>
    entries.map((entry, index) => ({
      queue_key: key,
      usul_id: entry.usulId,
      seq: last.get(key)! - entries.length + 1 + index,
      present: entry.present,
    })),
  );
  for (const chunk of inChunks(rows)) {
    await tx
      .insertInto('feed_entry')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['queue_key', 'usul_id']).doUpdateSet((eb) => ({
          seq: eb.ref('excluded.seq'),
          present: eb.ref('excluded.present'),
        })),
      )
      .execute();
  }
}

/** Takes the next numbers of each queue and answers its last one. One statement per row keeps the lock order certain. */
async function takeNumbers(
  tx: Tx,
  counts: readonly { readonly key: string; readonly count: number; readonly more: number }[],
): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>();
  const sorted = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const { key, count, more } of sorted) {
    const row = await tx
      .insertInto('feed_counter')
      .values({ queue_key: key, seq: count, present: Math.max(0, more), epoch: sql`DEFAULT` })
      .onConflict((conflict) =>
        conflict.column('queue_key').doUpdateSet({
          seq: sql`feed_counter.seq + ${count}`,
          present: sql`greatest(0, feed_counter.present + ${more}::integer)`,
        }),
      )
      .returning('seq')
      .executeTakeFirstOrThrow();
    last.set(key, row.seq);
  }
  return last;
}

function entriesOf<T>(perQueue: Map<string, T[]>, key: string): T[] {
  const entries = perQueue.get(key) ?? [];
  perQueue.set(key, entries);
  return entries;
}
