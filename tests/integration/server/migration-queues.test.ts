import { randomUUID } from 'node:crypto';
import { Migrator, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { isDocumentInQueue } from '#server/documents/document-rows.ts';
import { readChanges } from '#server/feed/change-feed.ts';
import type { Db } from '#server/store/database.ts';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { toPosition } from '#server/usul/usul-position.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';
import type { Actor } from '#shared/workflow/workflow.ts';
import { addOrganisation } from '#tests/support/builders.ts';
import { makeTestDatabase } from '#tests/support/database.ts';

const verifikator: Actor = { role: 'verifikator', scope: { kind: 'opd', id: 'dinas-a' } };
const approver: Actor = { role: 'approver', scope: { kind: 'instansi', id: 'kab-a' } };
const validator: Actor = { role: 'validator', scope: { kind: 'kanreg', id: 'kr-1' } };
const central: Actor = { role: 'validator', scope: { kind: 'bkn_pusat' } };

/** Where the usul of the old database stand: OPD, then the columns of the position. */
const places = {
  baru: ['dinas-a', 'menunggu', 'verifikasi', null],
  diBawah: ['bidang-a', 'menunggu', 'verifikasi', null],
  validasi: ['dinas-a', 'menunggu', 'validasi', null],
  persetujuan: ['dinas-a', 'menunggu', 'persetujuan', null],
  ditanya: ['dinas-a', 'koordinasi', 'verifikasi', null],
  ditanyaBkn: ['dinas-a', 'koordinasi', 'validasi', null],
  kembali: ['dinas-a', 'perbaikan', 'persetujuan', null],
  selesai: ['dinas-a', 'selesai', null, 'disetujui'],
  pindah: ['dinas-b', 'menunggu', 'persetujuan', null],
  pusat: ['setjen-z', 'menunggu', 'validasi', null],
} as const;
type Name = keyof typeof places;
const names = Object.keys(places).filter((name): name is Name => Object.hasOwn(places, name));

const oldScopesOf: Readonly<Record<string, readonly string[]>> = {
  'dinas-a': ['opd:dinas-a', 'instansi:kab-a', 'kanreg:kr-1'],
  'bidang-a': ['opd:bidang-a', 'opd:dinas-a', 'instansi:kab-a', 'kanreg:kr-1'],
  'dinas-b': ['opd:dinas-b', 'instansi:kab-a', 'kanreg:kr-1'],
  'setjen-z': ['opd:setjen-z', 'instansi:kem-z', 'bkn_pusat'],
};

/** A database as a server of that migration left it: every usul in the feed of every scope that sees it. */
async function makeOldDatabase(last: number) {
  const database = await makeTestDatabase({ empty: true });
  const { db } = database;
  const known = Object.entries(migrations).filter(([name]) => Number(name.slice(0, 4)) <= last);
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(known)) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  expect(error).toBeUndefined();
  await addOrganisation(db);
  const ids = new Map(names.map((name) => [name, randomUUID()]));
  for (const [index, name] of names.entries())
    await insertOldUsul(db, ids.get(name)!, name, index + 1);
  // It was at dinas-a before.
  await sql`INSERT INTO feed_entry VALUES ('opd:dinas-a', ${ids.get('pindah')}, 99, false)`.execute(
    db,
  );
  await sql`UPDATE scope_counter SET seq = 99 WHERE scope_key = 'opd:dinas-a'`.execute(db);
  return { database, db, ids };
}

async function insertOldUsul(db: Db, id: string, name: Name, seq: number): Promise<void> {
  const [opd, keadaan, stage, result] = places[name];
  await sql`INSERT INTO usul VALUES (${id}, ${opd}, ${`unor-${opd}`}, ${`asn-${opd}`}, 'cltn', 'tambah',
    1, 1, ${keadaan}, ${stage}, ${result}, now(), '2026-11-30')`.execute(db);
  await sql`INSERT INTO usul_revision VALUES (${id}, 1, '{}', NULL, '', now())`.execute(db);
  const sha256 = shaOf(seq);
  await sql`INSERT INTO document (sha256, size, media_type) VALUES (${sha256}, 9, 'application/pdf')`.execute(
    db,
  );
  await sql`INSERT INTO usul_document VALUES (${id}, 1, 0, '872', 'sk.pdf', ${sha256})`.execute(db);
  for (const key of oldScopesOf[opd]!) {
    await sql`INSERT INTO scope_counter (scope_key, seq) VALUES (${key}, ${seq})
      ON CONFLICT (scope_key) DO UPDATE SET seq = ${seq}`.execute(db);
    await sql`INSERT INTO feed_entry VALUES (${key}, ${id}, ${seq}, true)`.execute(db);
  }
}

const shaOf = (seq: number): string => String(seq).padStart(64, '0');

async function changesOf(db: Db, reader: Actor, cursor?: string) {
  const page = await readChanges(db, { reader, cursor, limit: 100 });
  if (!page.ok) throw new Error(page.error.kind);
  return page.value;
}

async function usulOf(db: Db, reader: Actor): Promise<readonly string[]> {
  const { changes } = await changesOf(db, reader);
  return changes.map((change) => (change.kind === 'usul' ? change.usul.id : change.kind));
}

/** What every queue must hold now, by the declaration and not by the migration. */
async function declaredEntries(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('usul').selectAll().execute();
  const opd = await findOpdPlaces(
    db,
    rows.map((row) => row.opd_id),
  );
  return rows.flatMap((row) => {
    const place = { ...opd.get(row.opd_id)!, employeeId: row.employee_id };
    return queueKeysOf(place, toPosition(row)).map((key) => `${key} ${row.id}`);
  });
}

describe.each([2, 3, 4, 5, 6])('feeds of a database of migration %i', (last) => {
  test('become the queues that the workflow declares, with their documents', async () => {
    const { database, db, ids } = await makeOldDatabase(last);
    await migrateToLatest(db);
    const rows = await db
      .selectFrom('feed_entry')
      .selectAll()
      .where('present', '=', true)
      .execute();
    expect(rows.map((row) => `${row.queue_key} ${row.usul_id}`).toSorted()).toEqual(
      (await declaredEntries(db)).toSorted(),
    );
    expect(await usulOf(db, approver)).toEqual([
      ids.get('persetujuan'),
      ids.get('ditanya'),
      ids.get('ditanyaBkn'),
      ids.get('pindah'),
    ]);
    expect(await usulOf(db, validator)).toEqual([ids.get('validasi'), ids.get('ditanyaBkn')]);
    expect(await usulOf(db, central)).toEqual([ids.get('pusat')]);
    const hasDocument = async (key: string) => {
      const found: Name[] = [];
      for (const [index, name] of names.entries()) {
        if (await isDocumentInQueue(db, shaOf(index + 1), key)) found.push(name);
      }
      return found;
    };
    expect(await hasDocument('kanreg:kr-1/validator')).toEqual(['validasi', 'ditanyaBkn']);
    await database.drop();
  });

  test('go on under the same numbers for verifikator: an old cursor is told only what is new, and what left', async () => {
    const { database, db, ids } = await makeOldDatabase(last);
    const { rows } = await sql<{ epoch: string }>`SELECT epoch FROM scope_counter
      WHERE scope_key = 'opd:dinas-a'`.execute(db);
    await migrateToLatest(db);
    // Read up to `validasi` (3) before the update.
    const { changes } = await changesOf(db, verifikator, `${rows[0]!.epoch}.3`);
    expect(changes.map(({ seq, kind }) => [seq, kind])).toEqual([
      [4, 'usul'],
      [5, 'usul'],
      [6, 'usul'],
      [7, 'usul'],
      [8, 'keluar'],
      [99, 'keluar'],
    ]);
    expect(changes.slice(-2)).toMatchObject([
      { usulId: ids.get('selesai'), position: { kind: 'selesai', result: 'disetujui' } },
      { usulId: ids.get('pindah'), position: null },
    ]);
    const cursorOfScope = `${rows[0]!.epoch}.99`;
    expect((await changesOf(db, verifikator, cursorOfScope)).changes).toEqual([]);
    // Of another queue it is no cursor: whoever reads that one begins anew.
    const page = await readChanges(db, { reader: approver, cursor: cursorOfScope, limit: 10 });
    expect(page).toEqual({ ok: false, error: { kind: 'perlu_sinkron_ulang' } });
    await database.drop();
  });
});

test('a database of migration 1, which has no feed yet, gets queues', async () => {
  const database = await makeTestDatabase({ empty: true });
  const provider = {
    getMigrations: () => Promise.resolve({ '0001-organisation': migrations['0001-organisation']! }),
  };
  await new Migrator({ db: database.db, provider }).migrateToLatest();
  await addOrganisation(database.db);
  await migrateToLatest(database.db);
  expect((await changesOf(database.db, approver)).changes).toEqual([]);
  await database.drop();
});
