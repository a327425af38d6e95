// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { z } from 'zod';
import { listDecisionsOf } from '#renderer/data/outbox/decision-entries.ts';
import { readDraft } from '#renderer/data/drafts/drafts.ts';
import {
  openAccountDatabase,
  type AccountDatabase,
  type IndexedDbPorts,
} from '#renderer/data/schema/open-database.ts';
import type { Draft, DecisionEntry } from '#renderer/data/schema/rows.ts';
import { outboxRowSchema, usulRowSchema } from '#renderer/data/schema/stored-rows.ts';
import { makeQuickKey, makeQuickVault } from '#tests/simulation/world/quick-vault.ts';
import type { Life } from '#tests/simulation/world/power.ts';
import { makeJournalDisk, type JournalDisk } from '#tests/support/journal/memory-journal.ts';

/*
 * The only file of the simulation that knows how rows lie in the local database: opening it, and reading what a person
 * would see on the screen.
 */

/** The disk of one PC: survives every life of the application. */
export interface Disk {
  readonly accountId: string;
  /** Where the local databases lie. */
  ports: IndexedDbPorts;
  /** The account's key, as it lies (in an envelope) in a local database. */
  key: Uint8Array;
  /** Where the journal lies, outside the databases. */
  readonly journals: JournalDisk;
}

/** An empty disk. */
export function makeDisk(accountId: string): Disk {
  return { accountId, ports: emptyPorts(), key: makeQuickKey(), journals: makeJournalDisk() };
}

/** What Chromium does with a damaged store: every database is empty, and the key that lay there is gone. */
export function eraseDatabases(disk: Disk): void {
  disk.ports = emptyPorts();
  disk.key = makeQuickKey();
}

function emptyPorts(): IndexedDbPorts {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

/** Opens the account's database for one life: every touch of the disk is a breath, and so a place to die. */
export function openDisk(disk: Disk, life: Life): AccountDatabase {
  const database = openAccountDatabase(disk.accountId, makeQuickVault(disk.key), disk.ports);
  database.use({
    stack: 'dbcore',
    name: 'power',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => (life.breathe(), table.mutate(request)),
          get: (request) => (life.breathe(), table.get(request)),
          getMany: (request) => (life.breathe(), table.getMany(request)),
          query: (request) => (life.breathe(), table.query(request)),
          openCursor: (request) => (life.breathe(), table.openCursor(request)),
          count: (request) => (life.breathe(), table.count(request)),
        };
      },
    }),
  });
  return database;
}

/** The usul in the list, by id, with what is clear of them. */
export async function listUsul(database: AccountDatabase) {
  const rows = await database.usul.orderBy(':id').toArray();
  return rows.map((row) => usulRowSchema.parse(row));
}

/** Every decision in the outbox, by id. */
export async function listOutbox(database: AccountDatabase): Promise<DecisionEntry[]> {
  const usulIds = z.array(z.string()).parse(await database.outbox.orderBy('usulId').uniqueKeys());
  const entries: DecisionEntry[] = [];
  for (const usulId of usulIds) entries.push(...(await listDecisionsOf(database, usulId)));
  return entries.toSorted((a, b) => (a.decision.id < b.decision.id ? -1 : 1));
}

/** How far every decision is, by id. */
export async function readStates(database: AccountDatabase) {
  const rows = await database.outbox.toArray();
  return new Map(
    rows.map((row) => outboxRowSchema.parse(row)).map((row) => [row.id, row.progress]),
  );
}

/** Every draft, by usul. */
export async function listDrafts(database: AccountDatabase): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const usulId of await database.drafts.toCollection().primaryKeys()) {
    const draft = await readDraft(database, usulId);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

/** Loses a decision that waits to be sent, as no disk may. */
export async function loseDecision(database: AccountDatabase): Promise<void> {
  const [id] = await database.outbox.where('state').equals('menunggu').primaryKeys();
  if (id !== undefined) await database.outbox.delete(id);
}

/** Loses everything that was typed, as no disk may. */
export async function loseDrafts(database: AccountDatabase): Promise<void> {
  await database.drafts.clear();
}
