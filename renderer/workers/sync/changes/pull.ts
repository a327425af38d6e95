import { evictUnreferenced } from '#renderer/data/documents/documents.ts';
import { lastTakenOver, noteTakenOver } from '#renderer/data/assignment/taken-over.ts';
import { applyChanges, resyncList } from '#renderer/data/feed/feed.ts';
import { notePageNews } from '#renderer/data/feed/page-news.ts';
import { newestReference, noteReference } from '#renderer/data/feed/reference.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { noteServerClock } from '#renderer/data/feed/server-clock.ts';
import { confirmReceipt, readShownReceipt } from '#renderer/data/receipts/newest-receipt.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts, Trouble } from '#renderer/workers/sync/sync-ports.ts';
import type { ReceivedPage } from '#shared/contract/changes.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

// A first page is small, so that a slow line shows its first usul within seconds.
const firstPage = 25;
const laterPage = 200;

/**
 * Brings this PC to the server's present: page after page from the kept cursor. Where the server no longer knows the cursor,
 * or the newest receipt of this PC, the list is to be built again by the next pull, and before that the server is to be
 * asked for all receipts; outbox and drafts are not part of it.
 */
export async function pull(
  ports: SyncPorts,
  onPage: (changes: number) => void | Promise<void>,
): Promise<Step<void>> {
  const { api, database } = ports;
  // It is told with the last page.
  const referenceAfter = await newestReference(database);
  for (;;) {
    const { cursor, appointmentId } = await placeInFeed(database);
    const limit = cursor === undefined ? firstPage : laterPage;
    const shown = await readShownReceipt(database);
    const takenAfter = await lastTakenOver(database);
    let askedAt = ports.now();
    const answer = await withAccess(ports, (token) => {
      askedAt = ports.now();
      return api.changes(token, {
        cursor,
        limit,
        takenAfter,
        appointmentId,
        givenToo: '1',
        referenceAfter,
        ...shown,
      });
    });
    if (!answer.ok) {
      // Another list lies here by now: what was asked concerns nobody any more.
      if ((await readMeta(database, 'appointment')) !== appointmentId) continue;
      if (isUnknownToServer(answer.error)) await resyncList(database, new Date(ports.now()));
      return answer;
    }
    const page = answer.value;
    // A page that leads nowhere would be asked for without end.
    const stuck = countOf(page) === 0 || page.cursor === cursor;
    if (page.remaining > 0 && stuck) return fail({ kind: 'bukan_jawaban' });
    const { serverTime } = page;
    await noteServerClock(database, { askedAt, answeredAt: ports.now(), serverTime });
    // The server's day: this PC's clock may be years off.
    const today = localDateOf(new Date(serverTime));
    const dropped = await applyChanges(database, page, cursor, today, appointmentId);
    if (dropped === null) continue;
    await confirmReceipt(database);
    await noteTakenOver(database, page.takenOver ?? [], takenAfter);
    await notePageNews(database, page);
    await noteReference(database, page.reference ?? [], referenceAfter);
    if (dropped.length > 0) await evictUnreferenced(database, dropped);
    await onPage(page.changes.length);
    if (page.remaining === 0) return succeed(undefined);
  }
}

/** Whether the server does not know where this PC stands, or its newest receipt. */
export function isUnknownToServer(trouble: Trouble): boolean {
  return trouble.kind === 'server' && trouble.error.kind === 'perlu_sinkron_ulang';
}

/** Where the list in use stands, and whose it is: read as one. */
async function placeInFeed(database: AccountDatabase) {
  return database.transaction('r', database.meta, async () => ({
    cursor: await readMeta(database, 'cursor'),
    appointmentId: await readMeta(database, 'appointment'),
  }));
}

function countOf({ changes, unreadable = [] }: ReceivedPage): number {
  return changes.length + unreadable.length;
}
