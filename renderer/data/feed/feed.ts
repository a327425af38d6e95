import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { documentRowSchema, type DocumentRow } from '#renderer/data/schema/stored-rows.ts';
import { appendAudit } from '#renderer/data/account/account-audit.ts';
import { askForTakeovers } from '#renderer/data/assignment/taken-over.ts';
import { withDocument } from '#renderer/data/documents/documents.ts';
import { noteListArrival } from '#renderer/data/feed/list-arrival.ts';
import { releaseRemovals } from '#renderer/data/feed/held-removals.ts';
import { listMarked, markUsul, unmarkUsul } from '#renderer/data/feed/marked-usul.ts';
import { forgetMeta, nextTouch, readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { askForReceipts } from '#renderer/data/receipts/asked-receipts.ts';
import { recordRemovals } from '#renderer/data/feed/removals.ts';
import { sealUsul } from '#renderer/data/usul/usul-rows.ts';
import type { Change, ReceivedPage, UnreadableChange } from '#shared/contract/changes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

type Left = Extract<Change, { kind: 'keluar' }>;
type Told = Extract<Change, { kind: 'usul' }>;

/**
 * Applies a page of the change feed and the cursor that follows it, in one transaction: whatever happens, the cursor
 * never runs ahead of the rows. The outbox and the drafts are not touched. Returns the documents that may have lost
 * their last reference.
 *
 * `after` is the cursor that the page was asked with. Null, and nothing applied, when the kept one is another by now:
 * somebody asked for a rebuild meanwhile, which this page would undo. A page asked without cursor begins a rebuild:
 * when its last page is applied, every usul that the feed did not tell again is gone from the account's scope and is
 * removed, unless so many go at once that a person is asked first (`releaseRemovals`); the same holds for usul that left
 * without a word of what became of them. `today` is what the rules compare with while their findings are counted. `of`: the
 * appointment in whose queue it was asked; nothing is applied either where the list is another one's by now.
 */
export async function applyChanges(
  database: AccountDatabase,
  page: ReceivedPage,
  after: string | undefined,
  today: LocalDate,
  of?: string,
): Promise<readonly string[] | null> {
  const { documents, meta, outbox, removals, usul, usulBodies } = database;
  const tables = [documents, meta, outbox, removals, usul, usulBodies];
  const latest = new Map(page.changes.map((change) => [idOf(change), change]));
  const told = [...latest.values()].filter((change) => change.kind === 'usul');
  const left = [...latest.values()].filter((change) => change.kind === 'keluar');
  const sealed = await Promise.all(
    told.map((change) => sealUsul(database, change.usul, { seq: change.seq, today })),
  );
  return database.transaction('rw', tables, async () => {
    if ((await readMeta(database, 'cursor')) !== after) return null;
    if ((await readMeta(database, 'appointment')) !== of) return null;
    const dropped = new Set(await shasOf(database, [...latest.keys()]));
    // One number for the whole page: its rows appear together or not at all.
    const touched = await nextTouch(database);
    if (after === undefined) await beginRebuild(database, touched);
    await letGo(database, left, touched);
    await keepMarks(database, page, [...latest.keys()], told);
    await usul.bulkPut(sealed.map(({ row }) => ({ ...row, touched })));
    await usulBodies.bulkPut(sealed.map(({ body }) => body));
    await listDocuments(database, told, touched);
    for (const { usul: one } of told) {
      for (const { sha256 } of one.documents) dropped.delete(sha256);
    }
    await writeMeta(database, 'cursor', page.cursor);
    await noteEpoch(database, page.epoch);
    await noteListArrival(database, page.remaining);
    if (page.remaining === 0) {
      for (const sha256 of await finishPull(database)) dropped.add(sha256);
    }
    return [...dropped];
  });
}

/** The server no longer knows where this PC stood: its list is built again, and it is asked what else it lost. */
export async function resyncList(database: AccountDatabase, at: Date): Promise<void> {
  await database.transaction('rw', [database.audit, database.meta], async () => {
    await requestRebuild(database, at);
    await askForReceipts(database);
    await askForTakeovers(database);
  });
}

/** Forgets where the feed was, so that the next pull rebuilds the list; keeps everything that a person did. */
export async function requestRebuild(database: AccountDatabase, at: Date): Promise<void> {
  await database.transaction('rw', [database.audit, database.meta], async () => {
    await forgetMeta(database, 'cursor');
    await appendAudit(database, { event: 'sinkron_ulang', at, subject: '' });
  });
}

/**
 * Under another name the server's data went back in time, perhaps without the cursor's notice. The first name is that of a
 * server that begins to give names: nothing is fetched anew, and what was delivered to it till then is asked for once.
 */
async function noteEpoch(database: AccountDatabase, epoch: string | undefined): Promise<void> {
  if (epoch === undefined || epoch === (await readMeta(database, 'epoch'))) return;
  if ((await readMeta(database, 'epoch')) !== undefined) await askForTakeovers(database);
  await writeMeta(database, 'epoch', epoch);
  await askForReceipts(database);
}

async function listDocuments(
  database: AccountDatabase,
  told: readonly Told[],
  touched: number,
): Promise<void> {
  const wanted = told.flatMap(({ usul }) =>
    usul.documents.map((document) => ({ document, deadline: usul.deadline })),
  );
  const shas = [...new Set(wanted.map(({ document }) => document.sha256))];
  const known = new Map<string, DocumentRow>();
  for (const stored of await database.documents.bulkGet(shas)) {
    const row = documentRowSchema.safeParse(stored);
    if (row.success) known.set(row.data.sha256, row.data);
  }
  const changed = new Map<string, DocumentRow>();
  for (const { document, deadline } of wanted) {
    const before = known.get(document.sha256);
    const after = withDocument(before, document, deadline);
    if (after === before) continue;
    known.set(document.sha256, after);
    changed.set(document.sha256, { ...after, touched });
  }
  await database.documents.bulkPut([...changed.values()]);
}

const shasSchema = z.object({ id: z.string(), shas: z.array(z.string()) });

async function beginRebuild(database: AccountDatabase, touched: number): Promise<void> {
  const count = await database.usul.count();
  // One that was begun before and not finished has mixed old and new already.
  const begun = (await readMeta(database, 'rebuildOf')) ?? count;
  await writeMeta(database, 'rebuildOf', Math.min(begun, count));
  await writeMeta(database, 'rebuildFrom', touched);
}

/** What the server calls settled goes at once; whatever else leaves waits for the end of the pull. */
async function letGo(
  database: AccountDatabase,
  left: readonly Left[],
  touched: number,
): Promise<void> {
  const settled = left.filter(({ position }) => position !== null).map(idOf);
  await removeUsul(database, settled, touched);
  await unmarkUsul(database, 'pergi', settled);
  const others = left.filter(({ position }) => position === null).map(idOf);
  const here = await database.usul.where('id').anyOf(others).primaryKeys();
  await markUsul(database, 'pergi', new Map(here.map((id) => [id, true])));
}

/** Takes marks off that this page makes obsolete, and sets those of changes that cannot be read. */
async function keepMarks(
  database: AccountDatabase,
  page: ReceivedPage,
  named: readonly string[],
  told: readonly Told[],
): Promise<void> {
  await unmarkUsul(database, 'pergi', told.map(idOf));
  await unmarkUsul(database, 'karantina', named);
  await quarantine(database, page.unreadable ?? []);
}

async function finishPull(database: AccountDatabase): Promise<readonly string[]> {
  const from = await readMeta(database, 'rebuildFrom');
  const untold = from === undefined ? [] : await untoldSince(database, from);
  const gone = await releaseRemovals(database, untold);
  if (from !== undefined) await forgetMeta(database, 'rebuildFrom');
  if (gone.length === 0) return [];
  const shas = await shasOf(database, gone);
  await removeUsul(database, gone, await nextTouch(database));
  return shas;
}

async function untoldSince(database: AccountDatabase, from: number): Promise<string[]> {
  // What was told but could not be read is still the account's.
  const unread = new Set(await listMarked(database, 'karantina'));
  const untold = await database.usul.where('touched').below(from).primaryKeys();
  return untold.filter((id) => !unread.has(id));
}

async function shasOf(database: AccountDatabase, ids: readonly string[]): Promise<string[]> {
  const rows = await database.usul.bulkGet([...ids]);
  return rows.flatMap((stored) => {
    const row = shasSchema.safeParse(stored);
    return row.success ? row.data.shas : [];
  });
}

async function removeUsul(
  database: AccountDatabase,
  ids: readonly string[],
  touched: number,
): Promise<void> {
  await database.usul.bulkDelete([...ids]);
  await database.usulBodies.bulkDelete([...ids]);
  await recordRemovals(database, 'usul', ids, touched);
}

function idOf(change: Change): string {
  return change.kind === 'usul' ? change.usul.id : change.usulId;
}

/**
 * Notes changes that this application cannot read: which usul, its number in the feed and where it does not parse. What
 * they say is not kept: the server has it. Call it inside a read-write transaction with `meta`.
 */
async function quarantine(
  database: AccountDatabase,
  unreadable: readonly UnreadableChange[],
): Promise<void> {
  const notes = new Map<string, unknown>();
  for (const [index, { usulId, seq, places }] of unreadable.entries()) {
    // One without a name counts as well; the next one at the same place takes its mark.
    notes.set(usulId ?? `tanpa-id-${seq ?? index}`, { seq, places });
  }
  await markUsul(database, 'karantina', notes);
}
