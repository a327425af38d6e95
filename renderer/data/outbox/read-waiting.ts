import { z } from 'zod';
import { fromDisk, keptSchemaOf } from '#renderer/data/outbox/kept-command.ts';
import { outboxPlace } from '#renderer/data/outbox/outbox-rows.ts';
import { accountDatabaseName, type IndexedDbPorts } from '#renderer/data/schema/open-database.ts';
import { readRawStore } from '#renderer/data/schema/raw-store.ts';
import { sealedSchema, type Vault } from '#renderer/data/sealing/vault.ts';
import { commandKinds, type Command } from '#shared/workflow/commands.ts';

/** Commands that are not delivered, out of a database of whatever version; `unreadable` counts those of another shape. */
export interface WaitingCommands {
  readonly commands: readonly Command[];
  readonly unreadable: number;
}

const undeliveredSchema = z.looseObject({ state: z.enum(['menunggu', 'mengirim']) });
const rowSchema = z.looseObject({ id: z.string(), sealed: sealedSchema });
const contentSchema = z.preprocess(fromDisk, keptSchemaOf(commandKinds).pick({ command: true }));

/** How many commands wait to be sent in a database that is not opened as this application's own; needs no key. */
export async function countWaiting(accountId: string, ports?: IndexedDbPorts): Promise<number> {
  return (await readUndelivered(accountId, ports)).length;
}

/** Reads what waits to be sent without opening the database as this application's own; nothing is written. */
export async function readWaiting(
  accountId: string,
  vault: Vault,
  ports?: IndexedDbPorts,
): Promise<WaitingCommands> {
  const waiting = await readUndelivered(accountId, ports);
  const opened = await Promise.all(waiting.map((row) => openCommand(vault, row)));
  const commands = opened.filter((command) => command !== null);
  return {
    commands: commands.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    unreadable: waiting.length - commands.length,
  };
}

async function readUndelivered(accountId: string, ports?: IndexedDbPorts): Promise<unknown[]> {
  const rows = await readRawStore(accountDatabaseName(accountId), 'outbox', ports);
  return rows.filter((row) => undeliveredSchema.safeParse(row).success);
}

async function openCommand(vault: Vault, row: unknown): Promise<Command | null> {
  const stored = rowSchema.safeParse(row);
  if (!stored.success) return null;
  const content = await vault.open(outboxPlace(stored.data.id), stored.data.sealed);
  const parsed = contentSchema.safeParse(content.ok ? content.value : null);
  return parsed.success ? parsed.data.command : null;
}
