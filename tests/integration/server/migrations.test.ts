import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import { openDatabase } from '#server/store/database.ts';
import {
  makeTestDatabase,
  runStatement,
  tamper,
  type TestDatabase,
} from '#tests/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeTestDatabase({ empty: true });
});
afterAll(() => database.drop());

test('an empty database gets every migration in order, and a second run does nothing', async () => {
  expect(await migrateToLatest(database.db)).toEqual(Object.keys(migrations).toSorted());
  expect(await migrateToLatest(database.db)).toEqual([]);
});

test('two servers that start at the same moment do not clash', async () => {
  const fresh = await makeTestDatabase({ empty: true });
  const other = openDatabase(fresh.url);
  const runs = await Promise.all([migrateToLatest(fresh.db), migrateToLatest(other)]);
  expect(runs.flat().toSorted()).toEqual(Object.keys(migrations).toSorted());
  await other.destroy();
  await fresh.drop();
});

const insertOf: Readonly<Record<string, string>> = {
  audit: `INSERT INTO audit (action, details) VALUES ('uji', '{}')`,
  decision: `INSERT INTO decision VALUES (gen_random_uuid(), 'x', 1, gen_random_uuid(), gen_random_uuid(), '{}', '', '', now())`,
  handover_refusal: `INSERT INTO handover_refusal VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '{}', '', '', now())`,
};

test.each([
  ['decision', 'hash'],
  ['audit', 'action'],
  ['handover_refusal', 'reason'],
])('%s refuses UPDATE, DELETE and TRUNCATE', async (table, column) => {
  await tamper(database.url, insertOf[table]!);
  const run = (statement: string) => runStatement(database.url, statement);
  await expect(run(`UPDATE ${table} SET ${column} = ''`)).rejects.toThrow('append-only');
  await expect(run(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
  await expect(run(`TRUNCATE ${table}`)).rejects.toThrow('append-only');
});

test('the position columns refuse a combination that is no position', async () => {
  for (const columns of [
    `'selesai', 'verifikasi', 'ditolak'`,
    `'menunggu', NULL, NULL`,
    `'menunggu', 'verifikasi', 'ditolak'`,
  ]) {
    const insert = `INSERT INTO usul SELECT gen_random_uuid(), 'o', 'u', 'e', 'skp', 'tambah', 1, 1, ${columns}, now(), now(), now(), NULL, 'i'`;
    await expect(runStatement(database.url, insert)).rejects.toThrow('check constraint');
  }
});
