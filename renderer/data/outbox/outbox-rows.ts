import { z } from 'zod';
import {
  keptSchemaOf,
  fromDisk,
  toDisk,
  type KeptCommand,
} from '#renderer/data/outbox/kept-command.ts';
import { appendAudit, type CommandEvent } from '#renderer/data/account/account-audit.ts';
import { nextTouch } from '#renderer/data/rows/meta.ts';
import type { SealedForm } from '#renderer/data/rows/sealed-rows.ts';
import { parseRow, parseRows } from '#renderer/data/rows/set-aside.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  outboxRowSchema,
  type OutboxRow,
  type StoredCommand,
} from '#renderer/data/schema/stored-rows.ts';
import type { Sealed } from '#renderer/data/sealing/vault.ts';

/** How rows of `outbox` are opened. */
export function outboxForm({
  kinds,
}: Pick<AccountDatabase, 'kinds'>): SealedForm<StoredCommand, KeptCommand, OutboxRow> {
  return {
    table: 'outbox',
    stored: outboxRowSchema,
    content: z.preprocess(fromDisk, keptSchemaOf(kinds)),
    placeOf: ({ id }) => outboxPlace(id),
    join: ({ id, touched, kind, usulId, state, progress, heldUntil, shas }, content) => ({
      id,
      touched,
      kind,
      usulId,
      state,
      heldUntil,
      shas,
      entry: { ...content, state: progress },
    }),
  };
}

/** What of a row says which command it has and what of that is personal, sealed once for all its states. */
export type SealedCommand = Pick<
  StoredCommand,
  'id' | 'kind' | 'usulId' | 'version' | 'revision' | 'sealed'
>;

/** Seals a command with what shows it. */
export async function sealCommand(
  { kinds, vault }: Pick<AccountDatabase, 'kinds' | 'vault'>,
  kept: KeptCommand,
): Promise<SealedCommand> {
  // Only what can be read again is ever stored.
  const content = keptSchemaOf(kinds).parse(kept);
  const { id, kind } = content.command;
  const subject = kinds.kindOf(content.command).subjectOf(content.command);
  const { version = null, revision = null } = subject?.judged ?? {};
  const sealed: Sealed = await vault.seal(outboxPlace(id), toDisk(content));
  return { id, kind, usulId: subject?.usulId ?? null, version, revision, sealed };
}

/** Stores a changed row under the next change number; inside a transaction with `outbox` and `meta`. */
export async function putCommand(
  database: AccountDatabase,
  row: StoredCommand,
): Promise<StoredCommand> {
  const stored = { ...row, touched: await nextTouch(database) };
  await database.outbox.put(stored);
  return stored;
}

/** Stores a command that waits to be sent; inside a transaction with `outbox` and `meta`. */
export async function putWaiting(
  database: AccountDatabase,
  command: SealedCommand,
  { heldUntil, shas }: { readonly heldUntil: number; readonly shas: readonly string[] },
): Promise<void> {
  const waiting = { state: 'menunggu', progress: { kind: 'menunggu' } } as const;
  await putCommand(database, { ...command, ...waiting, touched: 0, heldUntil, shas: [...shas] });
}

/** Stores a row with another state; inside a transaction with `outbox` and `meta`. Resolves with the row as it is now. */
export async function putProgress(
  database: AccountDatabase,
  row: StoredCommand,
  progress: StoredCommand['progress'],
): Promise<StoredCommand> {
  return putCommand(database, { ...row, state: progress.kind, progress });
}

/** A command by its clear columns, its content still sealed. */
export async function readCommand(
  database: AccountDatabase,
  commandId: string,
): Promise<StoredCommand | undefined> {
  return parseRow(database, 'outbox', outboxRowSchema, await database.outbox.get(commandId));
}

/** The commands made here about an usul by their clear columns, oldest first. */
export async function commandsOnUsul(
  database: AccountDatabase,
  usulId: string,
): Promise<StoredCommand[]> {
  const rows = await database.outbox.where('usulId').equals(usulId).sortBy('id');
  return parseRows(database, 'outbox', outboxRowSchema, rows);
}

/** Where the content of a command is sealed. */
export function outboxPlace(commandId: string): string {
  return `outbox:${commandId}`;
}

/** Notes what became of a command; inside the transaction that does it, with `audit`. */
export async function noteCommand(
  database: AccountDatabase,
  { id, kind }: Pick<StoredCommand, 'id' | 'kind'>,
  event: CommandEvent,
  at: Date,
): Promise<void> {
  const { auditName } = database.kinds.kindOf({ kind });
  await appendAudit(database, { event: `${auditName}_${event}`, at, subject: id });
}
