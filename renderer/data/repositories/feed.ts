import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { documentRowSchema, type DocumentRow } from '#renderer/data/schema/stored-rows.ts';
import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { withDocument } from '#renderer/data/repositories/documents.ts';
import { forgetMeta, nextTouch, readMeta, writeMeta } from '#renderer/data/repositories/meta.ts';
import { recordRemovals } from '#renderer/data/repositories/removals.ts';
import { sealUsul } from '#renderer/data/repositories/usul.ts';
import type { Change, ChangesPage } from '#shared/contract/changes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

type Told = Extract<Change, { kind: 'usul' }>;

/**
 * Applies a page of the change feed and the cursor that follows it, in one transaction: whatever happens, the cursor
 * never runs ahead of the rows. The outbox and the drafts are not touched. Returns the documents that may have lost
 * their last reference.
 *
 * `after` is the cursor that the page was asked with. Null, and nothing applied, when the kept one is another by now:
 * somebody asked for a rebuild meanwhile, which this page would undo. A page asked without cursor begins a rebuild:
 * when its last page is applied, every usul that the feed did not tell again is gone from the account's scope and is
 * removed. `today` is what the rules compare with while their findings are counted.
 */
export async function applyChanges(
  database: AccountDatabase,
  page: ChangesPage,
  after: string | undefined,
  today: LocalDate,
): Promise<readonly string[] | null> {
  const { documents, meta, removals, usul, usulBodies } = database;
  const tables = [documents, meta, removals, usul, usulBodies];
  const latest = new Map(page.changes.map((change) => [idOf(change), change]));
  const told = [...latest.values()].filter((change) => change.kind === 'usul');
  const gone = [...latest.values()].filter((change) => change.kind === 'keluar').map(idOf);
  const sealed = await Promise.all(
    told.map((change) => sealUsul(database, change.usul, { seq: change.seq, today })),
  );
  return database.transaction('rw', tables, async () => {
    if ((await readMeta(database, 'cursor')) !== after) return null;
    const dropped = new Set(await shasOf(database, [...latest.keys()]));
    // One number for the whole page: its rows appear together or not at all.
    const touched = await nextTouch(database);
    if (after === undefined) await writeMeta(database, 'rebuildFrom', touched);
    await removeUsul(database, gone, touched);
    await usul.bulkPut(sealed.map(({ row }) => ({ ...row, touched })));
    await usulBodies.bulkPut(sealed.map(({ body }) => body));
    await listDocuments(database, told, touched);
    for (const { usul: one } of told) {
      for (const { sha256 } of one.documents) dropped.delete(sha256);
    }
    await writeMeta(database, 'cursor', page.cursor);
    if (page.remaining === 0) {
      for (const sha256 of await finishRebuild(database)) dropped.add(sha256);
    }
    return [...dropped];
  });
}

/** Forgets where the feed was, so that the next pull rebuilds the list; keeps everything that a person did. */
export async function requestRebuild(database: AccountDatabase, at: Date): Promise<void> {
  await database.transaction('rw', [database.audit, database.meta], async () => {
    await forgetMeta(database, 'cursor');
    await appendAudit(database, { event: 'sinkron_ulang', at, subject: '' });
  });
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

async function finishRebuild(database: AccountDatabase): Promise<readonly string[]> {
  await writeMeta(database, 'inboxComplete', true);
  const from = await readMeta(database, 'rebuildFrom');
  if (from === undefined) return [];
  const stale = await database.usul.where('touched').below(from).primaryKeys();
  const shas = await shasOf(database, stale);
  await removeUsul(database, stale, await nextTouch(database));
  await forgetMeta(database, 'rebuildFrom');
  return shas;
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
