import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  outboxContentSchema,
  outboxRowSchema,
  type OutboxRow,
  type StoredDecision,
} from '#renderer/data/schema/stored-rows.ts';
import type { OutboxEntry } from '#renderer/data/schema/rows.ts';
import { nextTouch } from '#renderer/data/rows/meta.ts';
import type { SealedForm } from '#renderer/data/rows/sealed-rows.ts';
import { parseRow, parseRows } from '#renderer/data/rows/set-aside.ts';
import type { Sealed } from '#renderer/data/sealing/vault.ts';

type Content = Omit<OutboxRow['entry'], 'state'>;

/** How rows of `outbox` are opened. */
export const outboxForm: SealedForm<StoredDecision, Content, OutboxRow> = {
  table: 'outbox',
  stored: outboxRowSchema,
  content: outboxContentSchema,
  placeOf: ({ id }) => outboxPlace(id),
  join: ({ id, touched, usulId, state, progress, heldUntil, shas }, content) => ({
    id,
    touched,
    usulId,
    state,
    heldUntil,
    shas,
    entry: { ...content, state: progress },
  }),
};

/** Seals what is personal of a decision, once for all its states. */
export async function sealEntry(
  database: AccountDatabase,
  entry: Omit<OutboxEntry, 'state'>,
): Promise<Sealed> {
  // Only what can be read again is ever stored.
  const content = outboxContentSchema.parse(entry);
  return database.vault.seal(outboxPlace(content.decision.id), content);
}

/** Stores a changed row under the next change number; inside a transaction with `outbox` and `meta`. */
export async function putDecision(
  database: AccountDatabase,
  row: StoredDecision,
): Promise<StoredDecision> {
  const stored = { ...row, touched: await nextTouch(database) };
  await database.outbox.put(stored);
  return stored;
}

/** Stores a row with another state; inside a transaction with `outbox` and `meta`. Resolves with the row as it is now. */
export async function putProgress(
  database: AccountDatabase,
  row: StoredDecision,
  progress: StoredDecision['progress'],
): Promise<StoredDecision> {
  return putDecision(database, { ...row, state: progress.kind, progress });
}

/** A decision by its clear columns, its content still sealed. */
export async function readDecision(
  database: AccountDatabase,
  decisionId: string,
): Promise<StoredDecision | undefined> {
  return parseRow(database, 'outbox', outboxRowSchema, await database.outbox.get(decisionId));
}

/** The decisions made here on an usul by their clear columns, oldest first. */
export async function decisionsOnUsul(
  database: AccountDatabase,
  usulId: string,
): Promise<StoredDecision[]> {
  const rows = await database.outbox.where('usulId').equals(usulId).sortBy('id');
  return parseRows(database, 'outbox', outboxRowSchema, rows);
}

/** Where the content of a decision is sealed. */
export function outboxPlace(decisionId: string): string {
  return `outbox:${decisionId}`;
}
