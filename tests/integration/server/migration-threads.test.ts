import { randomUUID } from 'node:crypto';
import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import { readThreads } from '#server/threads/read-threads.ts';
import { addOrganisation } from '#tests/support/builders.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
const [verifikator, approver] = [randomUUID(), randomUUID()];

/** What happened to an usul of before: action, role and revision of each line of its history. */
type Line = readonly [action: string, role: string, revision?: number];
const submitted: Line = ['ajukan', 'asn'];
const ofVerifikator: Line = ['koordinasi', 'verifikator'];
const answered: Line = ['jawab', 'approver'];

const usuls = {
  plain: { keadaan: 'menunggu', stage: 'verifikasi', revision: 1, lines: [submitted] },
  waiting: {
    keadaan: 'koordinasi',
    stage: 'verifikasi',
    revision: 1,
    lines: [submitted, ofVerifikator],
  },
  again: {
    keadaan: 'koordinasi',
    stage: 'verifikasi',
    revision: 1,
    lines: [submitted, ofVerifikator, answered, ofVerifikator],
  },
  both: {
    keadaan: 'menunggu',
    stage: 'validasi',
    revision: 1,
    lines: [submitted, ofVerifikator, answered, ['koordinasi', 'validator'], answered],
  },
  withdrawn: {
    keadaan: 'selesai',
    stage: null,
    revision: 1,
    lines: [submitted, ofVerifikator, ['tarik', 'asn']],
  },
  later: {
    keadaan: 'koordinasi',
    stage: 'verifikasi',
    revision: 2,
    lines: [submitted, ofVerifikator, answered, ['koordinasi', 'verifikator', 2]],
  },
} satisfies Record<
  string,
  { keadaan: string; stage: string | null; revision: number; lines: readonly Line[] }
>;
type Name = keyof typeof usuls;
const ids = new Map<string, string>(Object.keys(usuls).map((name) => [name, randomUUID()]));
const idOf = (name: Name): string => ids.get(name)!;
const decisions = new Map<string, string>();

beforeAll(async () => {
  database = await makeTestDatabase({ empty: true });
  const { db } = database;
  const known = Object.entries(migrations).filter(([name]) => name < '0026');
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(known)) };
  await new Migrator({ db, provider }).migrateToLatest();
  await addOrganisation(db);
  for (const [id, name, role, kind, scope] of [
    [verifikator, 'verifikator', 'verifikator', 'opd', 'dinas-a'],
    [approver, 'approver', 'approver', 'instansi', 'kab-a'],
  ] as const) {
    await sql`INSERT INTO account (id, username, display_name, password_hash) VALUES (${id}, ${name}, ${name}, '')`.execute(
      db,
    );
    await sql`INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from)
      VALUES (${id}, ${id}, ${role}, ${kind}, ${scope}, '2026-01-01')`.execute(db);
  }
  for (const [name, usul] of Object.entries(usuls)) await insertUsul(ids.get(name) ?? '', usul);
  await migrateToLatest(db);
});
afterAll(() => database.drop());

let minute = 0;
let chainSeq = 0;

async function insertUsul(id: string, usul: (typeof usuls)[Name]): Promise<void> {
  const { db } = database;
  const result = usul.keadaan === 'selesai' ? 'ditarik' : null;
  await sql`INSERT INTO usul (id, opd_id, unor_id, employee_id, record_type, kind, revision, version, keadaan, stage,
      result, submitted_at, deadline)
    VALUES (${id}, 'dinas-a', 'unor-dinas-a', 'asn-dinas-a', 'penghargaan', 'tambah', ${usul.revision}, 9,
      ${usul.keadaan}, ${usul.stage}, ${result}, now(), '2026-12-31')`.execute(db);
  for (const [action, role, revision = 1] of usul.lines) {
    const at = new Date(Date.UTC(2026, 10, 20, 1, (minute += 1)));
    await sql`INSERT INTO usul_event (usul_id, at, revision, actor_name, actor_role, action, reasons, note)
      VALUES (${id}, ${at}, ${revision}, ${role}, ${role}, ${action}, '{}', ${`${action} ${minute}`})`.execute(
      db,
    );
    // Answers of before there were such commands stand on no decision.
    if (action !== 'koordinasi' || role !== 'verifikator') continue;
    const decisionId = randomUUID();
    decisions.set(`${id} ${minute}`, decisionId);
    const payload = JSON.stringify({ outcome: action, revision });
    await sql`INSERT INTO decision (id, instansi_id, chain_seq, usul_id, account_id, payload, prev_hash, hash,
        received_at, link_format)
      VALUES (${decisionId}, 'kab-a', ${(chainSeq += 1)}, ${id}, ${verifikator}, ${payload}, '', '', ${at}, 1)`.execute(
      db,
    );
  }
}

const threadsOf = async (name: Name, role: 'verifikator' | 'approver') => {
  const reader = { role, id: role === 'approver' ? approver : verifikator };
  return (await readThreads(database.db, [idOf(name)], reader, new Date())).get(idOf(name)) ?? [];
};

test('questions and answers of before are threads: those that wait are open, the others as they ended', async () => {
  const rows = await database.db
    .selectFrom('thread')
    .select(['usul_id', 'revision', 'stage', 'state', 'last_seq'])
    .orderBy('asked_at')
    .execute();
  const named = new Map([...ids].map(([name, id]) => [id, name]));
  expect(
    rows.map((row) => [
      named.get(row.usul_id ?? ''),
      row.revision,
      row.stage,
      row.state,
      row.last_seq,
    ]),
  ).toEqual([
    ['waiting', 1, 'verifikasi', 'terbuka', 1],
    ['again', 1, 'verifikasi', 'terbuka', 3],
    ['both', 1, 'verifikasi', 'dijawab', 2],
    ['both', 1, 'validasi', 'dijawab', 2],
    ['withdrawn', 1, 'verifikasi', 'ditutup', 1],
    ['later', 1, 'verifikasi', 'dijawab', 2],
    ['later', 2, 'verifikasi', 'terbuka', 1],
  ]);
});

test('their messages are told in their order, with their author where a decision names one', async () => {
  expect(await threadsOf('plain', 'approver')).toEqual([]);
  const [asked] = await threadsOf('again', 'verifikator');
  expect(asked?.messages.map(({ seq, kind, mine }) => [seq, kind, mine])).toEqual([
    [1, 'tanya', true],
    [2, 'jawab', undefined],
    [3, 'tanya', true],
  ]);
  const decided = asked?.messages.filter(({ kind }) => kind === 'tanya').map(({ id }) => id) ?? [];
  expect([...decisions.values()]).toEqual(expect.arrayContaining(decided));
  expect((await threadsOf('both', 'verifikator')).map(({ stage }) => stage)).toEqual([
    'verifikasi',
  ]);
  expect((await threadsOf('both', 'approver')).map(({ stage }) => stage)).toEqual([
    'verifikasi',
    'validasi',
  ]);
  // Of the revision that the usul is in.
  expect((await threadsOf('later', 'approver')).map(({ open }) => open)).toEqual([true]);
});
