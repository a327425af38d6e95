import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { writeAudit } from '#server/store/audit.ts';
import { openDatabase, refreshStatistics } from '#server/store/database.ts';
import { mayChangeTables } from '#server/store/server-role.ts';
import { addOrganisation, addUsul, addVerifikator } from '#tests/support/builders.ts';
import {
  makeTestDatabase,
  runStatement,
  serverRole,
  type TestDatabase,
} from '#tests/support/database.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await makeTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-peran-'));
  // A trigger on rows refuses nothing where there are none.
  const { db } = database;
  await addOrganisation(db);
  await addVerifikator(db, 'dinas-a');
  await addUsul(db, await openDocumentStore(folder), 'dinas-a');
  await writeAudit(db, { accountId: null, deviceId: null, action: 'masuk_gagal', details: {} });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('the role of a server', () => {
  test.each([
    ['change', 16, 'UPDATE'],
    ['remove', 8, 'DELETE'],
  ])(
    'may %s no row that a trigger keeps, in no table and no part of one',
    async (_deed, bit, right) => {
      const { rows } = await sql<{ name: string; may: boolean }>`
      SELECT relname AS name, has_table_privilege(${serverRole}, pg_class.oid, ${right}) AS may
      FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE tgfoid = 'refuse_change'::regproc AND tgname = 'append_only' AND tgtype & ${bit} <> 0`.execute(
        database.db,
      );
      expect(rows.length).toBeGreaterThan(20);
      expect(rows.filter(({ may }) => may)).toEqual([]);
    },
  );

  test.each([
    'ALTER TABLE decision DISABLE TRIGGER ALL',
    'ALTER TABLE usul_event DISABLE TRIGGER append_only',
    `SET session_replication_role = 'replica'`,
    'DROP TRIGGER append_only ON audit',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$',
    'TRUNCATE usul_event',
    'DROP TABLE decision CASCADE',
    'CREATE TABLE lain (id integer)',
    'SET ROLE postgres',
    'CREATE ROLE lain SUPERUSER',
    `UPDATE decision SET hash = ''`,
    'DELETE FROM decision',
    `UPDATE usul_event SET note = ''`,
    'DELETE FROM usul_event',
    `UPDATE usul_revision SET asn_note = ''`,
    'DELETE FROM usul_document',
    `UPDATE audit SET action = ''`,
    'DELETE FROM audit',
    'DELETE FROM account_change',
    'DELETE FROM appointment_change',
    `UPDATE appointment SET role = 'approver'`,
    'DELETE FROM appointment',
    'DELETE FROM handover_refusal',
    `UPDATE epoch SET reason = ''`,
    `INSERT INTO kysely_migration VALUES ('9999', '')`,
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ])('cannot %s', async (statement) => {
    await expect(runStatement(database.servingUrl, statement)).rejects.toThrow(
      /permission denied|must be owner|append-only|must be superuser|only roles with/i,
    );
  });

  test('tells the planner how much there is after a load', async () => {
    const db = openDatabase(database.servingUrl, { maxConnections: 1 });
    await refreshStatistics(db);
    const { rows } = await sql<{ reltuples: number }>`
      SELECT reltuples FROM pg_class WHERE oid = 'usul_event'::regclass`.execute(db);
    expect(rows).toEqual([{ reltuples: 1 }]);
    await db.destroy();
  });

  test('owns nothing; that of the tests does', async () => {
    const db = openDatabase(database.servingUrl, { maxConnections: 1 });
    expect(await mayChangeTables(db)).toBe(false);
    expect(await mayChangeTables(database.db)).toBe(true);
    await db.destroy();
  });

  test('and even its owner changes history only with the triggers off', async () => {
    const tables = ['usul_event', 'usul_revision', 'usul_document', 'account_change', 'audit'];
    for (const table of tables) {
      await expect(runStatement(database.url, `DELETE FROM ${table}`)).rejects.toThrow(
        'append-only',
      );
      await expect(runStatement(database.url, `TRUNCATE ${table} CASCADE`)).rejects.toThrow(
        'append-only',
      );
    }
  });
});
