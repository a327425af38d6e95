import type { JournalDecision } from '#renderer/data/journal/entries.ts';
import { outboxForm, putDecision, sealEntry } from '#renderer/data/outbox/outbox-rows.ts';
import { markReplaced } from '#renderer/data/outbox/outbox.ts';
import { appendAudit } from '#renderer/data/rows/audit.ts';
import { readDraft } from '#renderer/data/drafts/drafts.ts';
import { openRow, openRows } from '#renderer/data/rows/sealed-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { OutboxRow } from '#renderer/data/schema/stored-rows.ts';

/** Every decision of this PC that can be read. */
export async function readOutbox(database: AccountDatabase): Promise<OutboxRow[]> {
  return openRows(database, outboxForm, await database.outbox.toArray());
}

/**
 * Puts a decision that the journal kept back into the outbox, to be sent, whether its usul is here or not: the server
 * has the last word. Its draft goes, as when it was made; what was typed since about a later version of the usul stays. In
 * the place of a row that cannot be read; nothing when it is there already.
 */
export async function restoreDecision(
  database: AccountDatabase,
  content: JournalDecision,
  at: Date,
): Promise<void> {
  const { audit, drafts, meta, outbox } = database;
  const { heldUntil, shas, replaces, ...shown } = content;
  const { id, usulId, version, revision } = content.decision;
  if (await openRow(database, outboxForm, await outbox.get(id))) return;
  const typed = await readDraft(database, usulId);
  const isLater = typed !== undefined && typed.version > version;
  const sealed = await sealEntry(database, shown);
  await database.transaction('rw', [audit, drafts, meta, outbox], async () => {
    await markReplaced(database, replaces, id, at);
    await putDecision(database, {
      id,
      touched: 0,
      usulId,
      version,
      revision,
      state: 'menunggu',
      progress: { kind: 'menunggu' },
      heldUntil,
      shas: [...shas],
      sealed,
    });
    if (!isLater) await drafts.delete(usulId);
    await appendAudit(database, { event: 'keputusan_dipulihkan', at, subject: id });
  });
}
