import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { listDocument } from '#renderer/data/repositories/documents.ts';
import { forgetMeta, nextTouch, readMeta, writeMeta } from '#renderer/data/repositories/meta.ts';
import { putUsul, readUsulRow, removeUsul } from '#renderer/data/repositories/usul.ts';
import type { ChangesPage } from '#shared/contract/changes.ts';

/**
 * Applies a page of the change feed and the cursor that follows it, in one transaction: whatever happens, the cursor
 * never runs ahead of the rows. The outbox and the drafts are not touched. Returns the documents that lost a reference.
 *
 * A page fetched without cursor begins a rebuild: when its last page is applied, every usul that the feed did not tell
 * again is gone from the account's scope and is removed.
 */
export async function applyChanges(
  database: AccountDatabase,
  page: ChangesPage,
  options: { readonly fromStart: boolean },
): Promise<readonly string[]> {
  const { audit, documents, meta, removals, usul, usulBodies } = database;
  const tables = [audit, documents, meta, removals, usul, usulBodies];
  return database.transaction('rw', tables, async () => {
    const dropped = new Set<string>();
    if (options.fromStart) await writeMeta(database, 'rebuildFrom', await nextTouch(database));
    for (const change of page.changes) {
      const usulId = change.kind === 'usul' ? change.usul.id : change.usulId;
      for (const sha256 of (await readUsulRow(database, usulId))?.shas ?? []) dropped.add(sha256);
      if (change.kind === 'keluar') {
        await removeUsul(database, usulId);
        continue;
      }
      await putUsul(database, change.usul, change.seq);
      for (const document of change.usul.documents) {
        dropped.delete(document.sha256);
        await listDocument(database, document, change.usul.deadline);
      }
    }
    await writeMeta(database, 'cursor', page.cursor);
    if (page.remaining === 0) await finishRebuild(database, dropped);
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

const shasSchema = z.object({ id: z.string(), shas: z.array(z.string()) });

async function finishRebuild(database: AccountDatabase, dropped: Set<string>): Promise<void> {
  await writeMeta(database, 'inboxComplete', true);
  const from = await readMeta(database, 'rebuildFrom');
  if (from === undefined) return;
  const stale = await database.usul.where('touched').below(from).toArray();
  for (const stored of stale) {
    const row = shasSchema.safeParse(stored);
    if (!row.success) continue;
    for (const sha256 of row.data.shas) dropped.add(sha256);
    await removeUsul(database, row.data.id);
  }
  await forgetMeta(database, 'rebuildFrom');
}
