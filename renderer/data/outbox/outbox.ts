import { z } from 'zod';
import { recordRemoval } from '#renderer/data/feed/removals.ts';
import {
  commandsOnUsul,
  noteCommand,
  outboxForm,
  putCommand,
  putProgress,
  putWaiting,
  readCommand,
  sealCommand,
  type SealedCommand,
} from '#renderer/data/outbox/outbox-rows.ts';
import { openRow } from '#renderer/data/rows/sealed-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { OutboxEntry, OutboxState, RefusalHandling } from '#renderer/data/schema/rows.ts';
import type { StoredCommand } from '#renderer/data/schema/stored-rows.ts';
import { readUsulRow } from '#renderer/data/usul/usul-rows.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** A command as it is to be stored. `heldUntil` in ms epoch; `shas` are the documents of its usul. */
export interface NewCommand {
  readonly entry: OutboxEntry;
  readonly heldUntil: number;
  readonly shas: readonly string[];
  readonly at: Date;
}

/** Why a command that judges an usul cannot be stored: another window judged it, or it moved on or left meanwhile. */
export type SaveRefusal = 'sudah_diputuskan' | 'usul_berubah' | 'usul_tidak_ada';

/**
 * Stores a command: outbox entry, audit line and, where it judges an usul, removal of the draft and marks on the refused
 * commands that it replaces; all in one strict transaction, so either the whole of it is on the disk when this resolves,
 * or nothing.
 */
export async function saveCommand(
  database: AccountDatabase,
  made: NewCommand,
): Promise<Result<void, SaveRefusal>> {
  const { audit, drafts, meta, outbox, usul } = database;
  const command = await sealCommand(database, made.entry);
  return database.transaction('rw', [audit, drafts, meta, outbox, usul], async () => {
    if (command.usulId !== null && command.version !== null) {
      const earlier = await commandsOnUsul(database, command.usulId);
      const refusal = await findRefusal(database, command.usulId, command, earlier);
      if (refusal) return fail(refusal);
      for (const old of earlier) {
        if (old.kind === command.kind) await markRedone(database, old, command.id, made.at);
      }
      await drafts.delete(command.usulId);
    }
    await putWaiting(database, command, made);
    await noteCommand(database, command, 'disimpan', made.at);
    return succeed(undefined);
  });
}

async function findRefusal(
  database: AccountDatabase,
  usulId: string,
  { version, revision }: SealedCommand,
  earlier: readonly StoredCommand[],
): Promise<SaveRefusal | null> {
  const row = await readUsulRow(database, usulId);
  if (!row) return 'usul_tidak_ada';
  if (row.version !== version || row.revision !== revision) return 'usul_berubah';
  const taken = earlier.some((other) => other.state !== 'ditolak' && other.version === version);
  return taken ? 'sudah_diputuskan' : null;
}

/** One command; undefined when this PC does not have it. */
export async function readOutboxEntry(
  database: AccountDatabase,
  commandId: string,
): Promise<OutboxEntry | undefined> {
  const stored = await database.outbox.get(commandId);
  return (await openRow(database, outboxForm(database), stored))?.entry;
}

const readingSchema = z.looseObject({ kind: z.literal('utas') });

/** How many commands are not delivered yet; that something was read waits for nobody. */
export async function countUndelivered(database: AccountDatabase): Promise<number> {
  const waiting = database.outbox.where('state').anyOf('menunggu', 'mengirim');
  return waiting.filter((row) => !readingSchema.safeParse(row).success).count();
}

/**
 * Puts a command in the place of what it said before, held no longer than `heldAtMost` (ms epoch). False when it does not
 * wait any more: from then on the server may have it as it was.
 */
export async function amendCommand(
  database: AccountDatabase,
  { state: _state, ...kept }: OutboxEntry,
  heldAtMost: number,
): Promise<boolean> {
  const { meta, outbox } = database;
  const { id, sealed } = await sealCommand(database, kept);
  return database.transaction('rw', [meta, outbox], async () => {
    const row = await readCommand(database, id);
    if (row?.state !== 'menunggu') return false;
    const heldUntil = Math.min(row.heldUntil, heldAtMost);
    await putCommand(database, { ...row, sealed, heldUntil });
    return true;
  });
}

/**
 * Takes a command that waits off the outbox; inside a transaction with `audit`, `meta`, `outbox` and `removals`. A
 * refused one that it was to replace waits for a person again.
 */
export async function takeOff(
  database: AccountDatabase,
  row: StoredCommand,
  at: Date,
): Promise<void> {
  await database.outbox.delete(row.id);
  await recordRemoval(database, 'outbox', row.id);
  for (const other of row.usulId === null ? [] : await commandsOnUsul(database, row.usulId)) {
    if (replacedBy(other) === row.id) await putHandled(database, other, { kind: 'belum' });
  }
  await noteCommand(database, row, 'ditarik_kembali', at);
}

/**
 * Notes that a person lets a refused command go: it stays with its reason, and no longer asks for action. False when it
 * does not ask for any (not refused, or handled already).
 */
export async function letGoOfCommand(
  database: AccountDatabase,
  commandId: string,
  at: Date,
): Promise<boolean> {
  const { audit, meta, outbox } = database;
  return database.transaction('rw', [audit, meta, outbox], async () => {
    const row = await readCommand(database, commandId);
    if (!row || !asksForAction(row.progress)) return false;
    await putHandled(database, row, { kind: 'dilepas', at: at.toISOString() });
    await noteCommand(database, row, 'dilepas', at);
    return true;
  });
}

/** Marks refused commands as made again; inside a transaction with `audit`, `meta` and `outbox`. */
export async function markReplaced(
  database: AccountDatabase,
  commandIds: readonly string[],
  by: string,
  at: Date,
): Promise<void> {
  for (const id of commandIds) {
    const row = await readCommand(database, id);
    if (row) await markRedone(database, row, by, at);
  }
}

async function markRedone(
  database: AccountDatabase,
  row: StoredCommand,
  by: string,
  at: Date,
): Promise<void> {
  if (!asksForAction(row.progress)) return;
  await putHandled(database, row, { kind: 'diputuskan_ulang', by });
  await noteCommand(database, row, 'diulang', at);
}

/** Whether a command was refused and a person has not said what becomes of it. */
export function asksForAction(progress: OutboxState): boolean {
  return progress.kind === 'ditolak' && progress.handled.kind === 'belum';
}

function replacedBy({ progress }: StoredCommand): string | null {
  if (progress.kind !== 'ditolak' || progress.handled.kind !== 'diputuskan_ulang') return null;
  return progress.handled.by;
}

async function putHandled(
  database: AccountDatabase,
  row: StoredCommand,
  handled: RefusalHandling,
): Promise<void> {
  const { progress } = row;
  if (progress.kind !== 'ditolak') return;
  await putProgress(database, { ...row, shas: [] }, { ...progress, handled });
}
