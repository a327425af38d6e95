import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { readChanges, type FeedPage } from '#server/feed/change-feed.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import { submitUsul } from '#server/commands/submissions.ts';
import { actOnUsul, changeUsul } from '#server/commands/usul-actions.ts';
import { lockUsul, moveUsul } from '#server/commands/usul-change.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Change } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Actor, WorkflowAction } from '#shared/workflow/workflow.ts';
import { addOrganisation, addUsul, makeNewUsul } from '#tests/support/builders.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { makeGate } from '#tests/support/gate.ts';

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

const opd = (id: string): Actor => ({ role: 'verifikator', scope: { kind: 'opd', id } });
const wholeInstansi: Actor = { role: 'verifikator', scope: { kind: 'instansi', id: 'kab-a' } };
const approver: Actor = { role: 'approver', scope: { kind: 'instansi', id: 'kab-a' } };
const validator: Actor = { role: 'validator', scope: { kind: 'kanreg', id: 'kr-1' } };

async function readPage(reader: Actor, cursor?: string, limit = 200): Promise<FeedPage> {
  const page = await readChanges(db, { reader, cursor, limit });
  if (!page.ok) throw new Error(page.error.kind);
  return page.value;
}

async function readAll(reader: Actor, cursor?: string, limit = 200) {
  const changes: Change[] = [];
  let at = cursor;
  for (;;) {
    const page = await readPage(reader, at, limit);
    changes.push(...page.changes);
    at = page.cursor;
    if (page.changes.length < limit) return { changes, cursor: at };
  }
}

const idOf = (change: Change) => (change.kind === 'usul' ? change.usul.id : change.usulId);

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

/** Does this to an usul as it stands. */
async function act(usul: Usul, actor: Actor, action: WorkflowAction, on: Db = db): Promise<void> {
  const step = await on.transaction().execute(async (tx) => {
    const locked = (await lockUsul(tx, usul.id))!;
    const named = { ...actor, name: 'Contoh' };
    const shown = { reasons: [], note: '', now: new Date() };
    return changeUsul(tx, locked, {
      usulId: usul.id,
      actor: named,
      action,
      judged: locked,
      ...shown,
    });
  });
  expect(step.ok).toBe(true);
}

describe('scopes', () => {
  test('the verifikator of its own OPD, of those above it and of its instansi see an usul; others do not', async () => {
    const usul = await addUsul(db, documents, 'bidang-a');
    const others: readonly Actor[] = [
      opd('dinas-b'),
      opd('setjen-z'),
      { role: 'verifikator', scope: { kind: 'instansi', id: 'kem-z' } },
      approver,
      validator,
      { role: 'validator', scope: { kind: 'bkn_pusat' } },
    ];
    const seeing: Actor[] = [];
    const own = [opd('bidang-a'), opd('dinas-a'), wholeInstansi];
    for (const reader of [...own, ...others]) {
      if ((await readAll(reader)).changes.map(idOf).includes(usul.id)) seeing.push(reader);
    }
    expect(seeing).toEqual(own);
  });

  test.each<[string, Actor, Actor]>([
    ['dinas-a', validator, { role: 'validator', scope: { kind: 'bkn_pusat' } }],
    ['setjen-z', { role: 'validator', scope: { kind: 'bkn_pusat' } }, validator],
  ])("what waits for validation in %s is its own BKN office's alone", async (id, own, other) => {
    const usul = await addUsul(db, documents, id, { recordType: 'cltn' });
    await act(usul, opd(id), 'teruskan');
    expect((await readAll(own)).changes.map(idOf)).toEqual([usul.id]);
    expect((await readAll(other)).changes.map(idOf)).not.toContain(usul.id);
  });

  test.each(['asn', 'monitor', 'admin', 'helpdesk'] as const)(
    'role %s reads no feed',
    async (role) => {
      for (const scope of [wholeInstansi.scope, { kind: 'employee', id: 'asn-dinas-a' } as const]) {
        const page = await readChanges(db, {
          reader: { role, scope },
          cursor: undefined,
          limit: 10,
        });
        expect(page).toEqual({ ok: false, error: { kind: 'tidak_berwenang' } });
      }
    },
  );

  test('an usul that moves to another OPD leaves the old scopes without telling where it stands', async () => {
    const usul = await addUsul(db, documents, 'bidang-a');
    const before = await readAll(opd('dinas-a'));
    const beforeB = await readAll(opd('dinas-b'));
    const target = { opdId: 'dinas-b', unorId: 'unor-dinas-b' };
    await db.transaction().execute((tx) => moveUsul(tx, usul.id, target));
    const left = await readAll(opd('dinas-a'), before.cursor);
    expect(left.changes).toEqual([
      { kind: 'keluar', seq: expect.any(Number), usulId: usul.id, position: null },
    ]);
    const arrived = await readAll(opd('dinas-b'), beforeB.cursor);
    expect(arrived.changes).toMatchObject([{ kind: 'usul', usul: { id: usul.id, version: 2 } }]);
    const instansi = await readAll(wholeInstansi);
    expect(instansi.changes.filter((change) => idOf(change) === usul.id)).toHaveLength(1);
    expect((await readAll(opd('dinas-a'))).changes.map(idOf)).not.toContain(usul.id);
  });
});

describe('stages: entering and leaving a queue is told', () => {
  const last = async (reader: Actor, cursor: string) => (await readAll(reader, cursor)).changes;

  test('an usul comes to the approver when it is forwarded, and leaves with where it went', async () => {
    const usul = await addUsul(db, documents, 'dinas-a');
    const start = (await readAll(approver)).cursor;
    const startOfVerifikator = (await readAll(opd('dinas-a'))).cursor;
    await act(usul, opd('dinas-a'), 'teruskan');
    const came = await readAll(approver, start);
    expect(came.changes).toMatchObject([{ kind: 'usul', usul: { id: usul.id, version: 2 } }]);
    // The verifikator answers for it until it is settled, wherever it is.
    expect(await last(opd('dinas-a'), startOfVerifikator)).toMatchObject([
      { kind: 'usul', usul: { id: usul.id, position: { stage: 'persetujuan' } } },
    ]);
    await act(usul, approver, 'kembalikan');
    expect(await last(approver, came.cursor)).toEqual([
      {
        kind: 'keluar',
        seq: expect.any(Number),
        usulId: usul.id,
        position: { kind: 'menunggu', stage: 'verifikasi' },
      },
    ]);
    // A new PC of the approver never hears of it.
    expect((await readAll(approver)).changes.map(idOf)).not.toContain(usul.id);
    expect(await last(opd('dinas-a'), startOfVerifikator)).toMatchObject([
      { kind: 'usul', usul: { id: usul.id, position: { stage: 'verifikasi' } } },
    ]);
  });

  test('a question goes to the approver and, answered, leaves again', async () => {
    const usul = await addUsul(db, documents, 'dinas-a');
    await act(usul, opd('dinas-a'), 'koordinasi');
    const asked = await readAll(approver);
    expect(asked.changes.map(idOf)).toContain(usul.id);
    await act(usul, approver, 'jawab');
    expect(await last(approver, asked.cursor)).toMatchObject([
      { kind: 'keluar', usulId: usul.id, position: { kind: 'menunggu', stage: 'verifikasi' } },
    ]);
  });

  test('an approver who was told of an usul learns nothing of it once another instansi has it', async () => {
    const usul = await addUsul(db, documents, 'dinas-a');
    await act(usul, opd('dinas-a'), 'teruskan');
    const { cursor } = await readAll(approver);
    await act(usul, approver, 'kembalikan');
    const target = { opdId: 'setjen-z', unorId: 'unor-setjen-z' };
    await db.transaction().execute((tx) => moveUsul(tx, usul.id, target));
    expect(await last(approver, cursor)).toEqual([
      { kind: 'keluar', seq: expect.any(Number), usulId: usul.id, position: null },
    ]);
  });

  test('a queue that many usul enter and leave at once ends as it is, for who read along', async () => {
    const pool = openDatabase(database.url, { maxConnections: 6 });
    const usuls = await Promise.all(
      Array.from({ length: 24 }, () => addUsul(db, documents, 'dinas-b')),
    );
    const held = new Map<string, boolean>();
    let cursor = (await readAll(approver)).cursor;
    let isWriting = true;
    const follow = async () => {
      for (let isLast = false; ;) {
        const page = await readPage(approver, cursor, 7);
        for (const change of page.changes) held.set(idOf(change), change.kind === 'usul');
        cursor = page.cursor;
        if (isLast && page.changes.length === 0) return;
        isLast = !isWriting;
      }
    };
    const follower = follow();
    const walk = async (lane: number) => {
      for (let round = 0; round < 5; round += 1) {
        for (const usul of usuls.filter((_, index) => index % 6 === lane)) {
          await (round % 2 === 0
            ? act(usul, opd('dinas-b'), 'koordinasi', pool)
            : act(usul, approver, 'jawab', pool));
        }
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(walk));
    for (const usul of usuls.slice(0, 10)) await act(usul, approver, 'jawab', pool);
    isWriting = false;
    await follower;
    await pool.destroy();
    const inQueue = usuls.map((usul) => held.get(usul.id));
    expect(inQueue).toEqual(usuls.map((_, index) => index >= 10));
    const fresh = (await readAll(approver)).changes.map(idOf);
    expect(usuls.map(({ id }) => fresh.includes(id))).toEqual(inQueue);
  });
});

describe('cursors', () => {
  test('a new PC costs the live set, not history: it gets what lives, in pages', async () => {
    const kept = await addUsul(db, documents, 'dinas-a');
    const gone = await addUsul(db, documents, 'dinas-a');
    const late = await addUsul(db, documents, 'dinas-a');
    await withdraw(gone.id);
    const first = await readPage(opd('dinas-a'), undefined, 1);
    expect(first.remaining).toBeGreaterThan(0);
    // Settled while the new PC is still fetching its first pages: that it must hear.
    await withdraw(late.id);
    const { changes } = await readAll(opd('dinas-a'), first.cursor, 1);
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
    const { cursor } = await readAll(opd('dinas-a'));
    await withdraw(usul.id);
    const { changes } = await readAll(opd('dinas-a'), cursor);
    expect(changes).toMatchObject([{ kind: 'keluar', usulId: usul.id }]);
  });

  test('remaining counts what follows', async () => {
    await addUsul(db, documents, 'dinas-b');
    await addUsul(db, documents, 'dinas-b');
    const total = (await readAll(opd('dinas-b'))).changes.length;
    const page = await readPage(opd('dinas-b'), undefined, 1);
    expect(page.remaining).toBe(total - 1);
    const rest = await readPage(opd('dinas-b'), page.cursor, 200);
    expect([rest.changes.length, rest.remaining]).toEqual([total - 1, 0]);
  });

  test.each(['x', '', '00000000000000000000000000000000.1', "1'; DROP TABLE usul; --"])(
    'an unknown cursor (%j) asks for a new start',
    async (cursor) => {
      const page = await readChanges(db, { reader: opd('dinas-a'), cursor, limit: 10 });
      expect(page).toEqual({ ok: false, error: { kind: 'perlu_sinkron_ulang' } });
    },
  );

  test('a cursor beyond the counter (a database that was restored) asks for a new start', async () => {
    const { cursor } = await readAll(opd('dinas-a'));
    const [epoch, seq] = cursor.split('.');
    const beyond = `${epoch}.${Number(seq) + 1}`;
    const page = await readChanges(db, { reader: opd('dinas-a'), cursor: beyond, limit: 10 });
    expect(page).toEqual({ ok: false, error: { kind: 'perlu_sinkron_ulang' } });
  });
});

describe('the change feed: order of numbers is order of commit, so a cursor can never skip a change', () => {
  const writers = 12;
  const rounds = 25;

  test('no change is ever skipped, in any scope', async () => {
    const pool = openDatabase(database.url, { maxConnections: writers });
    const starts = new Map<Actor, string>();
    const readers = [opd('bidang-a'), opd('dinas-a'), opd('dinas-b'), wholeInstansi];
    for (const reader of readers) starts.set(reader, (await readAll(reader)).cursor);
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
        const page = await readPage(reader, cursor, 50);
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
    const { cursor } = await readAll(opd('dinas-b'));
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
    expect((await readAll(opd('dinas-b'), cursor)).changes.map(idOf)).toEqual([first.id]);
    mayCommit.open();
    await Promise.all([slow, fast]);
    const { changes } = await readAll(opd('dinas-b'), cursor);
    expect(changes.map(idOf)).toEqual([first.id, next.id]);
  });
});
