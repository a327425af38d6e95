import { readHeldRemovals } from '#renderer/data/feed/held-removals.ts';
import { countMarked } from '#renderer/data/feed/marked-usul.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { SyncNotices } from '#renderer/workers/sync/sync-status.ts';

/** What the account's database has to say to the person beside the connection. */
export async function readNotices(
  database: AccountDatabase,
): Promise<Omit<SyncNotices, 'diskLeftBytes'>> {
  return {
    heldRemovals: await readHeldRemovals(database),
    unreadable: await countMarked(database, 'karantina'),
    deliveredAgain: (await readMeta(database, 'deliveredAgain')) ?? 0,
    ticketNews: (await readMeta(database, 'ticketNews')) ?? 0,
    clockAheadMs: (await readMeta(database, 'clockAheadMs')) ?? 0,
  };
}
