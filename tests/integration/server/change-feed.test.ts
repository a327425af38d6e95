import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { readChanges } from '#server/feed/change-feed.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import { submitUsul } from '#server/commands/submissions.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { moveUsul } from '#server/commands/move-usul.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Actor } from '#shared/workflow/workflow.ts';
import { addOrganisation, addUsul, makeNewUsul } from '#tests/support/builders.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { makeGate } from '#tests/support/gate.ts';
import {
  idOf,
  readAll,
  readPage,
  verifikatorOf,
  verifikatorOfInstansi,
} from '#tests/support/read-feed.ts';

let database: TestDatabase;
let db: Db;
let documents: DocumentStore;
let folder: string;

beforeAll(async () => {
  database = await makeTestDatabase();
  db = database.db;
  folder = await mkdtemp(path.join(tmpdir(), 'meja-feed-'));
  documents = await openDocumentStore(folder);
  await addOrganisation(db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function withdraw(usulId: string, now = new Date()) {
  return actOnUsul(db, {
    usulId,
    actor: { role: 'asn', scope: { kind: 'employee', id: 'asn-dinas-a' }, name: 'Contoh' },
    action: 'tarik',
    judged: { revision: 1, version: 1 },
    reasons: [],
    note: '',
    now,
  });
}

describe('pages', () => {
  test('are cut where they would be too large, and nothing is lost or told twice', async () => {
    const own = await makeTestDatabase();
    await addOrganisation(own.db);
    const asnNote = 'x'.repeat(90_000);
    const made = Array.from({ length: 60 }, () => makeNewUsul('dinas-b', { asnNote }));
    await submitUsul(own.db, made);
    const told: string[] = [];
    let cursor: string | undefined;
    for (let remaining = made.length; remaining > 0;) {
      const page = await readPage(own.db, verifikatorOf('dinas-b'), cursor, 500);
      expect(JSON.stringify(page).length).toBeLessThan(5_000_000);
      expect(page.remaining).toBe(remaining - page.changes.length);
      told.push(...page.changes.map(idOf));
      ({ cursor, remaining } = page);
    }
    expect(told.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    await own.drop();
  });
});

describe('cursors', () => {
  test('a new PC costs the live set, not history: it gets what lives, in pages', async () => {
    const kept = await addUsul(db, documents, 'dinas-a');
    const gone = await addUsul(db, documents, 'dinas-a');
    const late = await addUsul(db, documents, 'dinas-a');
    await withdraw(gone.id);
    const first = await readPage(db, verifikatorOf('dinas-a'), undefined, 1);
    expect(first.remaining).toBeGreaterThan(0);
    // Settled while the new PC is still fetching its first pages: that it must hear.
    await withdraw(late.id);
    const { changes } = await readAll(db, verifikatorOf('dinas-a'), first.cursor, 1);
    const all = [...first.changes, ...changes];
    expect(all.map(idOf)).toContain(kept.id);
    expect(all.map(idOf)).not.toContain(gone.id);
    expect(all.filter((change) => change.kind === 'keluar')).toEqual([
      {
        kind: 'keluar',
        seq: expect.any(Number),
        usulId: late.id,
        position: { kind: 'selesai', result: 'ditarik' },
      },
    ]);
  });

  test('a PC that knows the feed hears that an usul was settled', async () => {
    const usul = await addUsul(db, documents, 'dinas-a');
    const { cursor } = await readAll(db, verifikatorOf('dinas-a'));
    await withdraw(usul.id);
    const { changes } = await readAll(db, verifikatorOf('dinas-a'), cursor);
    expect(changes).toMatchObject([{ kind: 'keluar', usulId: usul.id }]);
  });

  test('remaining counts what follows', async () => {
    await addUsul(db, documents, 'dinas-b');
    await addUsul(db, documents, 'dinas-b');
    const total = (await readAll(db, verifikatorOf('dinas-b'))).changes.length;
    const page = await readPage(db, verifikatorOf('dinas-b'), undefined, 1);
    expect(page.remaining).toBe(total - 1);
    const rest = await readPage(db, verifikatorOf('dinas-b'), page.cursor, 200);
    expect([rest.changes.length, rest.remaining]).toEqual([total - 1, 0]);
  });

  test.each(['x', '', '00000000000000000000000000000000.1', "1'; DROP TABLE usul; --"])(
    'an unknown cursor (%j) asks for a new start',
    async (cursor) => {
      const page = await readChanges(db, { reader: verifikatorOf('dinas-a'), cursor, limit: 10 });
      expect(page).toEqual({ ok: false, error: { kind: 'perlu_sinkron_ulang' } });
    },
  );

  test('a cursor beyond the counter (a database that was restored) asks for a new start', async () => {
    const { cursor } = await readAll(db, verifikatorOf('dinas-a'));
    const [epoch, seq] = cursor.split('.');
    const beyond = `${epoch}.${Number(seq) + 1}`;
    const page = await readChanges(db, {
      reader: verifikatorOf('dinas-a'),
      cursor: beyond,
      limit: 10,
    });
    expect(page).toEqual({ ok: false, error: { kind: 'perlu_sinkron_ulang' } });
  });
});

describe('the change feed: order of numbers is order of commit, so a cursor can never skip a change', () => {
  const writers = 12;
  const rounds = 25;

  test('no change is ever skipped, in any scope', async () => {
    const pool = openDatabase(database.url, { maxConnections: writers });
    const starts = new Map<Actor, string>();
    const readers = [
      verifikatorOf('bidang-a'),
      verifikatorOf('dinas-a'),
      verifikatorOf('dinas-b'),
      verifikatorOfInstansi,
    ];
    for (const reader of readers) starts.set(reader, (await readAll(db, reader)).cursor);
    let isWriting = true;
    const written = new Set<string>();
    const write = async (writer: number) => {
      for (let round = 0; round < rounds; round += 1) {
        const opdId = ['bidang-a', 'dinas-a', 'dinas-b'][(writer + round) % 3]!;
        // Batches of different sizes make transactions of different lengths, which is what lets a naive feed skip.
        const usuls = Array.from({ length: 1 + ((writer * 7 + round) % 5) }, () =>
          makeNewUsul(opdId),
        );
        await submitUsul(pool, usuls);
        for (const usul of usuls) written.add(usul.id);
      }
    };
    const poll = async (reader: Actor) => {
      const seen: string[] = [];
      let cursor = starts.get(reader);
      let previous = 0;
      let isLast = false;
      for (;;) {
        const page = await readPage(db, reader, cursor, 50);
        for (const change of page.changes) {
          expect(change.seq).toBeGreaterThan(previous);
          previous = change.seq;
          seen.push(idOf(change));
        }
        cursor = page.cursor;
        if (isLast && page.changes.length === 0) return seen;
        isLast = !isWriting;
      }
    };
    const polls = readers.map(poll);
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    isWriting = false;
    const [bidang, dinasA, dinasB, instansi] = await Promise.all(polls);
    expect(new Set(instansi)).toEqual(written);
    expect(new Set([...dinasA!, ...dinasB!])).toEqual(written);
    expect(bidang!.every((id) => dinasA!.includes(id))).toBe(true);
    await pool.destroy();
  });

  test('the same reader does miss changes of a feed numbered by a sequence (so the test above can fail)', async () => {
    await sql`CREATE TABLE naive (seq bigint GENERATED ALWAYS AS IDENTITY, id int)`.execute(db);
    const inserted = makeGate();
    const mayCommit = makeGate();
    // One writer takes number 1 and stays in its transaction; another takes number 2 and commits.
    const slow = db.transaction().execute(async (tx) => {
      await sql`INSERT INTO naive (id) VALUES (1)`.execute(tx);
      inserted.open();
      await mayCommit.opened;
    });
    await inserted.opened;
    await sql`INSERT INTO naive (id) VALUES (2)`.execute(db);
    const after = async (seq: number) =>
      (await sql<{ seq: number; id: number }>`SELECT * FROM naive WHERE seq > ${seq}`.execute(db))
        .rows;
    const first = await after(0);
    mayCommit.open();
    await slow;
    const second = await after(first.at(-1)!.seq);
    expect([...first, ...second].map((row) => row.id)).toEqual([2]);
  });

  test('with the counter rows, a second writer of a scope waits until the first has committed', async () => {
    const { cursor } = await readAll(db, verifikatorOf('dinas-b'));
    const first = await addUsul(db, documents, 'dinas-b');
    const locked = makeGate();
    const mayCommit = makeGate();
    const slow = db.transaction().execute(async (tx) => {
      await moveUsul(tx, first.id, { opdId: 'dinas-b', unorId: 'unor-dinas-b' });
      locked.open();
      await mayCommit.opened;
    });
    await locked.opened;
    const next = makeNewUsul('dinas-b');
    const fast = submitUsul(db, [next]);
    // The second writer shows as waiting for a lock before anything of it can be read.
    await expect
      .poll(
        async () => {
          const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(db);
          return rows[0]!.n;
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    expect((await readAll(db, verifikatorOf('dinas-b'), cursor)).changes.map(idOf)).toEqual([
      first.id,
    ]);
    mayCommit.open();
    await Promise.all([slow, fast]);
    const { changes } = await readAll(db, verifikatorOf('dinas-b'), cursor);
    expect(changes.map(idOf)).toEqual([first.id, next.id]);
  });
});
