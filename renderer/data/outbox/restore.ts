import type { JournalCommand } from '#renderer/data/journal/entries.ts';
import {
  noteCommand,
  outboxForm,
  putWaiting,
  sealCommand,
  type SealedCommand,
} from '#renderer/data/outbox/outbox-rows.ts';
import { markReplaced } from '#renderer/data/outbox/outbox.ts';
import { readDraft } from '#renderer/data/drafts/drafts.ts';
import { openRow, openRows } from '#renderer/data/rows/sealed-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { OutboxRow } from '#renderer/data/schema/stored-rows.ts';

/** Every command of this PC that can be read. */
export async function readOutbox(database: AccountDatabase): Promise<OutboxRow[]> {
  return openRows(database, outboxForm(database), await database.outbox.toArray());
}

/**
 * Puts a command that the journal kept back into the outbox, to be sent, whether its usul is here or not: the server has
 * the last word. The draft that it judged goes, as when it was made; what was typed since about a later version of the
 * usul stays. In the place of a row that cannot be read; nothing when it is there already.
 */
export async function restoreCommand(
  database: AccountDatabase,
  { heldUntil, shas, replaces, ...kept }: JournalCommand,
  at: Date,
): Promise<void> {
  const { audit, drafts, meta, outbox } = database;
  const stored: unknown = await outbox.get(kept.command.id);
  if (await openRow(database, outboxForm(database), stored)) return;
  const command = await sealCommand(database, kept);
  const draft = await findJudgedDraft(database, command);
  await database.transaction('rw', [audit, drafts, meta, outbox], async () => {
    await markReplaced(database, replaces, command.id, at);
    await putWaiting(database, command, { heldUntil, shas });
    if (draft !== null) await drafts.delete(draft);
    await noteCommand(database, command, 'dipulihkan', at);
  });
}

/** The usul of the draft that went into a command; null for a command that judges none, or where it was typed later. */
async function findJudgedDraft(
  database: AccountDatabase,
  { usulId, version }: SealedCommand,
): Promise<string | null> {
  if (usulId === null || version === null) return null;
  const typed = await readDraft(database, usulId);
  return typed !== undefined && typed.version > version ? null : usulId;
}
