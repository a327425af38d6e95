import { z } from 'zod';
import { outboxPlace } from '#renderer/data/outbox/outbox-rows.ts';
import { accountDatabaseName, type IndexedDbPorts } from '#renderer/data/schema/open-database.ts';
import { readRawStore } from '#renderer/data/schema/raw-store.ts';
import { sealedSchema, type Vault } from '#renderer/data/sealing/vault.ts';
import { decisionSchema, type Decision } from '#shared/workflow/decision.ts';

/** Decisions that are not delivered, out of a database of whatever version; `unreadable` counts those of another shape. */
export interface WaitingDecisions {
  readonly decisions: readonly Decision[];
  readonly unreadable: number;
}

const undeliveredSchema = z.looseObject({ state: z.enum(['menunggu', 'mengirim']) });
const rowSchema = z.looseObject({ id: z.string(), sealed: sealedSchema });
const contentSchema = z.looseObject({ decision: decisionSchema });

/** How many decisions wait to be sent in a database that is not opened as this application's own; needs no key. */
export async function countWaiting(accountId: string, ports?: IndexedDbPorts): Promise<number> {
  return (await readUndelivered(accountId, ports)).length;
}

/** Reads what waits to be sent without opening the database as this application's own; nothing is written. */
export async function readWaiting(
  accountId: string,
  vault: Vault,
  ports?: IndexedDbPorts,
): Promise<WaitingDecisions> {
  const waiting = await readUndelivered(accountId, ports);
  const opened = await Promise.all(waiting.map((row) => openDecision(vault, row)));
  const decisions = opened.filter((decision) => decision !== null);
  return {
    decisions: decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    unreadable: waiting.length - decisions.length,
  };
}

async function readUndelivered(accountId: string, ports?: IndexedDbPorts): Promise<unknown[]> {
  const rows = await readRawStore(accountDatabaseName(accountId), 'outbox', ports);
  return rows.filter((row) => undeliveredSchema.safeParse(row).success);
}

async function openDecision(vault: Vault, row: unknown): Promise<Decision | null> {
  const stored = rowSchema.safeParse(row);
  if (!stored.success) return null;
  const content = await vault.open(outboxPlace(stored.data.id), stored.data.sealed);
  const parsed = contentSchema.safeParse(content.ok ? content.value : null);
  return parsed.success ? parsed.data.decision : null;
}
