import {
  comeBack,
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  setNetwork,
  setUpPc,
  type RealPc,
} from '#tests/support/desk/real-pc.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readReading, storeReading } from '#renderer/data/documents/readings.ts';
import { openAccountDatabase, type AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addOrganisation, addUsul } from '#tests/support/builders.ts';
import { makeOthers } from '#tests/support/others.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { migrateAsAtStart } from '#tests/support/database.ts';
import { undoEpochs } from '#tests/support/undo-epochs.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let mine: RealPc;
let usul: readonly [Usul, Usul, Usul, Usul];
let waitingId: string;
let before: Kept;

/** What may never go with the list. */
interface Kept {
  readonly documents: readonly string[];
  readonly reading: unknown;
  readonly drafts: readonly unknown[];
  readonly outbox: readonly string[];
  readonly journal: Buffer;
}

beforeEach(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  const add = () => addUsul(server.db, server.documents, 'dinas-a');
  usul = [await add(), await add(), await add(), await add()];
  mine = await setUpPc(server, 'satu');
  const desk = await openDesk(mine);
  await hasUsul(desk, 4);
  await until(async () => {
    if ((await keptOnPc()).documents.length < 4) throw new Error('Documents are on their way.');
  });
  await hasState(desk, await decide(desk, usul[0]), 'terkirim');
  await hasUsul(desk, 4);
  setNetwork(mine, false);
  waitingId = await decide(desk, usul[1]);
  await desk.currentCase.getState().open(usul[2].id);
  desk.currentCase.getState().writeNote('diketik sebelum pemutakhiran');
  await desk.flush();
  await withDatabase((database) => storeReading(database, readingOf(usul[2]), null));
  before = await keptOnPc();
  mine.pc.close();
  // A PC of then knew of no epochs, and its cursor names no change.
  await withDatabase(async ({ meta }) => {
    const { value: cursor } = cursorRowSchema.parse(await meta.get('cursor'));
    await meta.put({ key: 'cursor', value: cursor.replace(/~.*$/, '') });
    await meta.bulkDelete(['epoch', 'newestReceipt', 'shownReceipt']);
  });
});

afterEach(async () => {
  mine.pc.close();
  await mine.network.stop();
  await server.stop();
});

const cursorRowSchema = z.object({ value: z.string() });

function readingOf({ documents: [document] }: Usul) {
  const { sha256 } = document!;
  const reading = {
    sha256,
    engine: 'uji',
    pageCount: 1,
    failure: null,
    pages: [],
    failedPages: [],
  };
  return { reading, soughtValues: ['12/K/2024'] };
}

async function withDatabase<T>(work: (database: AccountDatabase) => Promise<T>): Promise<T> {
  const database = openAccountDatabase(mine.accountId, mine.pc.vault, mine.pc.indexedDb);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function keptOnPc(): Promise<Kept> {
  return withDatabase(async (database) => ({
    documents: await database.documentBytes.toCollection().primaryKeys(),
    reading: await readReading(database, usul[2].documents[0]!.sha256, 'uji'),
    drafts: await database.drafts.toArray(),
    outbox: await database.outbox.toCollection().primaryKeys(),
    journal: Buffer.from(mine.pc.disk.files.get(mine.accountId) ?? []),
  }));
}

/** The database as a server of migration 6 left it; feeds by scope, everything present until it goes to another scope. */
async function feedsOfOldServer(): Promise<void> {
  await sql`
    CREATE TABLE scope_counter (
      scope_key text PRIMARY KEY,
      epoch text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
      seq bigint NOT NULL CHECK (seq >= 0)
    );
    CREATE TABLE old_entry (
      scope_key text NOT NULL REFERENCES scope_counter,
      usul_id uuid NOT NULL REFERENCES usul,
      seq bigint NOT NULL,
      present boolean NOT NULL,
      PRIMARY KEY (scope_key, usul_id),
      UNIQUE (scope_key, seq)
    );
    INSERT INTO scope_counter SELECT split_part(queue_key, '/', 1), epoch, seq FROM feed_counter
      WHERE queue_key LIKE '%/verifikator';
    INSERT INTO scope_counter (scope_key, seq) SELECT 'kanreg:kr-1', seq FROM scope_counter
      WHERE scope_key = 'instansi:kab-a';
    INSERT INTO old_entry SELECT split_part(queue_key, '/', 1), usul_id, seq, true FROM feed_entry
      WHERE queue_key LIKE '%/verifikator';
    INSERT INTO old_entry SELECT 'kanreg:kr-1', usul_id, seq, true FROM old_entry
      WHERE scope_key = 'instansi:kab-a';
    DROP TABLE feed_entry;
    DROP TABLE feed_counter;
    ALTER TABLE old_entry RENAME TO feed_entry;
    ALTER TABLE unor DROP COLUMN active;
    DROP INDEX employee_structural_post;
    ALTER TABLE usul_event DROP COLUMN acknowledged;
    ${sql.raw(undoEpochs)}
    DELETE FROM kysely_migration WHERE name >= '0007';
  `.execute(server.db);
}

/** The PC is back, its list is right, what waited is delivered, and nothing that belongs to a person was lost. */
async function expectNothingLost(desk: RunningDesk): Promise<void> {
  await hasUsul(desk, 3);
  const listed = desk.inbox.getState().rows.map(({ id }) => id);
  expect(listed.toSorted()).toEqual([usul[0].id, usul[1].id, usul[2].id].toSorted());
  await hasState(desk, waitingId, 'terkirim');
  expect(await deliveredIds(server)).toContain(waitingId);
  const after = await keptOnPc();
  const gone = usul[3].documents[0]!.sha256;
  expect(after.documents).toEqual(before.documents.filter((sha256) => sha256 !== gone));
  expect(after.reading).toEqual(readingOf(usul[2]));
  expect(after.drafts).toEqual(before.drafts);
  expect(after.outbox).toEqual(before.outbox);
  expect(after.journal.subarray(0, before.journal.length)).toEqual(before.journal);
  expect(mine.network.reached.filter((call) => call.includes('/documents/'))).toEqual([]);
}

/** How often the list was begun anew. */
async function countRebuilds(): Promise<number> {
  const rows: unknown[] = await withDatabase((database) => database.audit.toArray());
  return rows.filter((row) => JSON.stringify(row).includes('sinkron_ulang')).length;
}

/** The PC comes back to the server of today. */
async function returnToServer(): Promise<RunningDesk> {
  mine.network.reached.length = 0;
  mine.pc.online = true;
  mine.network.weather = 'baik';
  return comeBack(mine);
}

test('a PC from before the queues goes on with its cursor: it fetches what changed and nothing again', async () => {
  await feedsOfOldServer();
  await migrateAsAtStart(server.db);
  await makeOthers(server).withdraw(usul[3]);
  await expectNothingLost(await returnToServer());
  expect(await countRebuilds()).toBe(0);
});

test('a cursor that is of no queue any more resyncs the list only', async () => {
  await feedsOfOldServer();
  await migrateAsAtStart(server.db);
  await makeOthers(server).withdraw(usul[3]);
  await sql`UPDATE feed_counter SET epoch = ${'f'.repeat(32)}`.execute(server.db);
  await expectNothingLost(await returnToServer());
  expect(await countRebuilds()).toBe(1);
});
