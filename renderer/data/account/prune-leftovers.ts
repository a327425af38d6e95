import { z } from 'zod';
import { usulOnPc } from '#renderer/data/appointments/parked-lists.ts';
import { nextTouch, readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { keepReceipts, pruneReceipts, receiptDays } from '#renderer/data/receipts/kept-receipts.ts';
import { pruneReadings } from '#renderer/data/documents/readings.ts';
import { pruneRemovals, recordRemovals } from '#renderer/data/feed/removals.ts';
import { serverNow } from '#renderer/data/feed/server-clock.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { draftRowSchema, outboxRowSchema } from '#renderer/data/schema/stored-rows.ts';

/** How long a delivered command stays to be looked at: a quarter, as the reports to BKPSDM. */
const deliveredDays = 90;
/** How many old commands are looked at in one go: sitting down must stay quick. */
const perSitting = 2000;

const idSchema = z.object({ id: z.string() });

/** Forgets what nobody can still need; `now` in ms epoch. Nothing that a person typed and that was not delivered. */
export async function pruneLeftovers(database: AccountDatabase, now: number): Promise<void> {
  await pruneRemovals(database);
  await pruneDrafts(database);
  await pruneReadings(database);
  // Counted on the server's clock, which dated them: one that is years ahead here would forget them all at once.
  const today = await serverNow(database, now);
  await pruneDelivered(database, today - deliveredDays * 86_400_000);
  // Without a word of the server's clock nobody knows how old they are.
  if ((await readMeta(database, 'clockAheadMs')) === undefined) return;
  await pruneReceipts(database, today - receiptDays * 86_400_000);
}

/** Drafts in which nothing was typed (pages seen, at most), of usul that left this PC. */
async function pruneDrafts(database: AccountDatabase): Promise<void> {
  const { drafts, meta, parked, usul } = database;
  await database.transaction('rw', [drafts, meta, parked, usul], async () => {
    // While the inbox is built again an usul may be missing that is not gone.
    if ((await readMeta(database, 'inboxComplete')) !== true) return;
    const rows = await drafts.where('typed').equals(0).toArray();
    const untyped = rows.flatMap((row) => {
      const parsed = draftRowSchema.safeParse(row);
      return parsed.success ? [parsed.data.usulId] : [];
    });
    const here = await usulOnPc(database, untyped);
    await drafts.bulkDelete(untyped.filter((usulId) => !here.has(usulId)));
  });
}

/** Commands that the server has had for long, unless their usul is still here; they go on as receipts. */
async function pruneDelivered(database: AccountDatabase, before: number): Promise<void> {
  const { meta, outbox, parked, receipts, removals, usul } = database;
  const tables = [meta, outbox, parked, receipts, removals, usul];
  await database.transaction('rw', tables, async () => {
    const upTo = (await readMeta(database, 'prunedUpTo')) ?? '';
    const old = outbox.where('id').between(upTo, firstIdAt(before), false, false);
    const made = await old.limit(perSitting).toArray();
    // The next sitting goes on behind these, and begins anew after the last: those that stay must not hide the others.
    const last = made.length < perSitting ? undefined : idSchema.safeParse(made.at(-1)).data;
    await writeMeta(database, 'prunedUpTo', last?.id ?? '');
    const delivered = made.flatMap((row) => {
      const parsed = outboxRowSchema.safeParse(row);
      const state = parsed.data?.progress;
      if (!parsed.success || state?.kind !== 'terkirim') return [];
      return Date.parse(state.receivedAt) < before ? [parsed.data] : [];
    });
    const usulIds = delivered.flatMap(({ usulId }) => usulId ?? []);
    const here = await usulOnPc(database, usulIds);
    const leaving = delivered.filter(({ usulId }) => usulId === null || !here.has(usulId));
    const gone = leaving.map(({ id }) => id);
    if (gone.length === 0) return;
    await keepReceipts(database, leaving);
    await outbox.bulkDelete(gone);
    await recordRemovals(database, 'outbox', gone, await nextTouch(database));
  });
}

/** Below it are the ids (UUIDv7) made before a time, in ms epoch. */
function firstIdAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
