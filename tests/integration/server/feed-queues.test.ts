import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveUsul } from '#server/commands/move-usul.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { readChanges } from '#server/feed/change-feed.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import type { Change } from '#shared/contract/changes.ts';
import type { Actor } from '#shared/workflow/workflow.ts';
import { addOrganisation, addUsul } from '#tests/support/builders.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import {
  idOf,
  readAll,
  readPage,
  verifikatorOf,
  verifikatorOfInstansi,
} from '#tests/support/read-feed.ts';
import { takeStep } from '#tests/support/take-step.ts';

const approver: Actor = { role: 'approver', scope: { kind: 'instansi', id: 'kab-a' } };
const validator: Actor = { role: 'validator', scope: { kind: 'kanreg', id: 'kr-1' } };
const central: Actor = { role: 'validator', scope: { kind: 'bkn_pusat' } };
let database: TestDatabase;
let db: Db;
let documents: DocumentStore;
let folder: string;

beforeAll(async () => {
  database = await makeTestDatabase();
  db = database.db;
  folder = await mkdtemp(path.join(tmpdir(), 'meja-queues-'));
  documents = await openDocumentStore(folder);
  await addOrganisation(db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** What a reader is told after a cursor. */
async function toldSince(reader: Actor, cursor: string): Promise<readonly Change[]> {
  return (await readAll(db, reader, cursor)).changes;
}

describe('scopes', () => {
  test('the verifikator of its own OPD, of those above it and of its instansi see an usul; others do not', async () => {
    const usul = await addUsul(db, documents, 'bidang-a');
    const others: readonly Actor[] = [
      verifikatorOf('dinas-b'),
      verifikatorOf('setjen-z'),
      { role: 'verifikator', scope: { kind: 'instansi', id: 'kem-z' } },
      approver,
      validator,
      central,
    ];
    const seeing: Actor[] = [];
    const own = [verifikatorOf('bidang-a'), verifikatorOf('dinas-a'), verifikatorOfInstansi];
    for (const reader of [...own, ...others]) {
      if ((await readAll(db, reader)).changes.map(idOf).includes(usul.id)) seeing.push(reader);
    }
    expect(seeing).toEqual(own);
  });

  test.each<[string, Actor, Actor]>([
    ['dinas-a', validator, central],
    ['setjen-z', central, validator],
  ])("what waits for validation in %s is its own BKN office's alone", async (id, own, other) => {
    const usul = await addUsul(db, documents, id, { recordType: 'cltn' });
    await takeStep(db, usul.id, verifikatorOf(id), 'teruskan');
    expect((await readAll(db, own)).changes.map(idOf)).toEqual([usul.id]);
    expect((await readAll(db, other)).changes.map(idOf)).not.toContain(usul.id);
  });

  test.each(['asn', 'monitor', 'admin', 'helpdesk'] as const)(
    'role %s reads no feed',
    async (role) => {
      for (const scope of [
        verifikatorOfInstansi.scope,
        { kind: 'employee', id: 'asn-dinas-a' } as const,
      ]) {
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
    const before = await readAll(db, verifikatorOf('dinas-a'));
    const beforeB = await readAll(db, verifikatorOf('dinas-b'));
    const target = { opdId: 'dinas-b', unorId: 'unor-dinas-b' };
    await db.transaction().execute((tx) => moveUsul(tx, usul.id, target));
    const left = await readAll(db, verifikatorOf('dinas-a'), before.cursor);
    expect(left.changes).toEqual([
      { kind: 'keluar', seq: expect.any(Number), usulId: usul.id, position: null },
    ]);
    const arrived = await readAll(db, verifikatorOf('dinas-b'), beforeB.cursor);
    expect(arrived.changes).toMatchObject([{ kind: 'usul', usul: { id: usul.id, version: 2 } }]);
    const instansi = await readAll(db, verifikatorOfInstansi);
    expect(instansi.changes.filter((change) => idOf(change) === usul.id)).toHaveLength(1);
    expect((await readAll(db, verifikatorOf('dinas-a'))).changes.map(idOf)).not.toContain(usul.id);
  });
});

describe('stages: entering and leaving a queue is told', () => {
  test('an usul comes to the approver when it is forwarded, and leaves with where it went', async () => {
    const usul = await addUsul(db, documents, 'dinas-a');
    const start = (await readAll(db, approver)).cursor;
    const startOfVerifikator = (await readAll(db, verifikatorOf('dinas-a'))).cursor;
    await takeStep(db, usul.id, verifikatorOf('dinas-a'), 'teruskan');
    const came = await readAll(db, approver, start);
    expect(came.changes).toMatchObject([{ kind: 'usul', usul: { id: usul.id, version: 2 } }]);
    // The verifikator answers for it until it is settled, wherever it is.
    expect(await toldSince(verifikatorOf('dinas-a'), startOfVerifikator)).toMatchObject([
      { kind: 'usul', usul: { id: usul.id, position: { stage: 'persetujuan' } } },
    ]);
    await takeStep(db, usul.id, approver, 'kembalikan');
    expect(await toldSince(approver, came.cursor)).toEqual([
      {
        kind: 'keluar',
        seq: expect.any(Number),
        usulId: usul.id,
        position: { kind: 'menunggu', stage: 'verifikasi' },
      },
    ]);
    // A new PC of the approver never hears of it.
    expect((await readAll(db, approver)).changes.map(idOf)).not.toContain(usul.id);
    expect(await toldSince(verifikatorOf('dinas-a'), startOfVerifikator)).toMatchObject([
      { kind: 'usul', usul: { id: usul.id, position: { stage: 'verifikasi' } } },
    ]);
  });

  test('a question goes to the approver and, answered, leaves again', async () => {
    const usul = await addUsul(db, documents, 'dinas-a');
    await takeStep(db, usul.id, verifikatorOf('dinas-a'), 'koordinasi');
    const asked = await readAll(db, approver);
    expect(asked.changes.map(idOf)).toContain(usul.id);
    await takeStep(db, usul.id, approver, 'jawab');
    expect(await toldSince(approver, asked.cursor)).toMatchObject([
      { kind: 'keluar', usulId: usul.id, position: { kind: 'menunggu', stage: 'verifikasi' } },
    ]);
  });

  test('an approver who was told of an usul learns nothing of it once another instansi has it', async () => {
    const usul = await addUsul(db, documents, 'dinas-a');
    await takeStep(db, usul.id, verifikatorOf('dinas-a'), 'teruskan');
    const { cursor } = await readAll(db, approver);
    await takeStep(db, usul.id, approver, 'kembalikan');
    const target = { opdId: 'setjen-z', unorId: 'unor-setjen-z' };
    await db.transaction().execute((tx) => moveUsul(tx, usul.id, target));
    expect(await toldSince(approver, cursor)).toEqual([
      { kind: 'keluar', seq: expect.any(Number), usulId: usul.id, position: null },
    ]);
  });

  test('a queue that many usul enter and leave at once ends as it is, for who read along', async () => {
    const pool = openDatabase(database.url, { maxConnections: 6 });
    const usuls = await Promise.all(
      Array.from({ length: 24 }, () => addUsul(db, documents, 'dinas-b')),
    );
    const held = new Map<string, boolean>();
    let cursor = (await readAll(db, approver)).cursor;
    let isWriting = true;
    const follow = async () => {
      for (let isLast = false; ;) {
        const page = await readPage(db, approver, cursor, 7);
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
            ? takeStep(pool, usul.id, verifikatorOf('dinas-b'), 'koordinasi')
            : takeStep(pool, usul.id, approver, 'jawab'));
        }
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(walk));
    for (const usul of usuls.slice(0, 10)) await takeStep(pool, usul.id, approver, 'jawab');
    isWriting = false;
    await follower;
    await pool.destroy();
    const inQueue = usuls.map((usul) => held.get(usul.id));
    expect(inQueue).toEqual(usuls.map((_, index) => index >= 10));
    const fresh = (await readAll(db, approver)).changes.map(idOf);
    expect(usuls.map(({ id }) => fresh.includes(id))).toEqual(inQueue);
  });
});
