import { randomUUID } from 'node:crypto';
import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveUsul } from '#server/commands/move-usul.ts';
import { findAccepted, isDecisionKnown, takeDecision } from '#server/commands/take-decision.ts';
import { isDocumentInQueue } from '#server/documents/document-rows.ts';
import { isUnchanged, newStretches, type Stretch } from '#server/integrity/row-digests.ts';
import { findMisfits } from '#server/integrity/verify-usul.ts';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import { prepareServerRole } from '#server/store/server-role.ts';
import { readEarlierDecisions } from '#server/usul/earlier-decisions.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { addAccount, addOrganisation, currentUsul, makeRefusal } from '#tests/support/builders.ts';
import {
  makeTestDatabase,
  runStatement,
  serverRole,
  tamper,
  type TestDatabase,
} from '#tests/support/database.ts';

// A database of a server of before, with usul in it that were decided: `moved` at `kab-a` before it went to `kem-z`.

let database: TestDatabase;
const verifikator = randomUUID();
const usuls = { here: randomUUID(), there: randomUUID(), moved: randomUUID() };
const decisions = { here: randomUUID(), moved: randomUUID() };
const opds = { here: 'dinas-a', there: 'setjen-z', moved: 'setjen-z' } as const;
const sha256 = 'a'.repeat(64);
const tables = ['usul_revision', 'usul_document', 'usul_event', 'decision'] as const;
const queueOfA = 'opd:dinas-a/verifikator';

let before: Readonly<Record<string, readonly object[]>>;
let anchored: readonly Stretch[];

beforeAll(async () => {
  database = await makeTestDatabase({ empty: true });
  const { db } = database;
  const known = Object.entries(migrations).filter(([name]) => name < '0046');
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(known)) };
  await new Migrator({ db, provider }).migrateToLatest();
  await addOrganisation(db);
  await addAccountOfBefore();
  for (const name of ['here', 'there', 'moved'] as const) await addUsulOfBefore(name);
  anchored = (await newStretches(db, [], 0)) ?? [];
  before = await readTables();
  await migrateToLatest(db, { partitions: 3 });
});
afterAll(() => database.drop());

async function addAccountOfBefore(): Promise<void> {
  const { db } = database;
  await sql`INSERT INTO account (id, username, display_name, password_hash)
    VALUES (${verifikator}, 'verifikator', 'Petugas', '')`.execute(db);
  await sql`INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from)
    VALUES (${verifikator}, ${verifikator}, 'verifikator', 'opd', 'dinas-a', '2026-01-01')`.execute(
    db,
  );
  await sql`INSERT INTO document (sha256, size, media_type) VALUES (${sha256}, 9, 'application/pdf')`.execute(
    db,
  );
  await sql`INSERT INTO feed_counter (queue_key, seq, present) VALUES (${queueOfA}, 1, 1)`.execute(
    db,
  );
}

async function addUsulOfBefore(name: keyof typeof usuls): Promise<void> {
  const { db } = database;
  const [id, opd] = [usuls[name], opds[name]];
  await sql`INSERT INTO usul (id, opd_id, unor_id, employee_id, record_type, kind, revision, version, keadaan, stage,
      submitted_at, deadline)
    VALUES (${id}, ${opd}, ${`unor-${opd}`}, ${`asn-${opd}`}, 'penghargaan', 'tambah', 1, 1, 'menunggu', 'verifikasi',
      now(), '2026-12-31')`.execute(db);
  await sql`INSERT INTO usul_revision (usul_id, revision, values, asn_note, submitted_at)
    VALUES (${id}, 1, '{"tahun":"2024"}', ${name}, now())`.execute(db);
  await sql`INSERT INTO usul_document (usul_id, revision, ordinal, document_id, file_name, sha256)
    VALUES (${id}, 1, 0, '892', 'sk.pdf', ${sha256})`.execute(db);
  const lines = ['ajukan', ...(name === 'there' ? [] : ['perbaikan'])];
  for (const [at, action] of lines.entries()) {
    await sql`INSERT INTO usul_event (usul_id, at, revision, actor_name, actor_role, action, reasons, note)
      VALUES (${id}, ${`2026-11-0${at + 1}T02:00:00Z`}, 1, 'Petugas', 'x', ${action}, '{}', ${name})`.execute(
      db,
    );
  }
  if (name === 'here') {
    await sql`INSERT INTO feed_entry VALUES (${queueOfA}, ${id}, 1, true)`.execute(db);
  }
  if (name === 'there') return;
  const payload = { outcome: 'perbaikan', revision: 1, verdicts: [], note: name, reasons: [] };
  await sql`INSERT INTO decision (id, instansi_id, chain_seq, usul_id, account_id, payload, prev_hash, hash, received_at,
      link_format)
    VALUES (${decisions[name]}, 'kab-a', ${name === 'here' ? 1 : 2}, ${id}, ${verifikator},
      ${JSON.stringify(payload)}, '', ${name}, '2026-11-02T02:00:00Z', 1)`.execute(db);
}

/** What stands in the tables, without what this migration brings. */
async function readTables(): Promise<Record<string, readonly object[]>> {
  const found = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ row: object }>`
        SELECT to_jsonb(one) - 'home_id' AS row FROM ${sql.table(table)} AS one ORDER BY 1`.execute(
        database.db,
      );
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(found);
}

const homeOf = async (id: string) =>
  (
    await database.db
      .selectFrom('usul')
      .select('home_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).home_id;

describe('what was there', () => {
  test('is what it was, and what was anchored fits', async () => {
    expect(await readTables()).toEqual(before);
    expect(anchored.map(({ table }) => table)).toContain('usul_event');
    for (const stretch of anchored) expect(await isUnchanged(database.db, stretch)).toBe(true);
  });

  test('has its home where the usul was then', async () => {
    expect(await homeOf(usuls.here)).toBe('kab-a');
    expect(await homeOf(usuls.moved)).toBe('kem-z');
  });

  test('is read as before: content, papers, history, and who decided it, in whichever chain', async () => {
    const read = await readUsulByIds(database.db, Object.values(usuls));
    for (const [name, id] of Object.entries(usuls)) {
      const actions = name === 'there' ? ['ajukan'] : ['ajukan', 'perbaikan'];
      expect(read.find((usul) => usul.id === id)).toMatchObject({
        asnNote: name,
        documents: [{ sha256 }],
        history: actions.map((action) => ({ action })),
      });
    }
    const decided = await readEarlierDecisions(database.db, Object.values(usuls));
    expect([...decided.keys()].toSorted()).toEqual([usuls.here, usuls.moved].toSorted());
    expect(await isDocumentInQueue(database.db, sha256, queueOfA)).toBe(true);
    expect(await isDocumentInQueue(database.db, sha256, 'opd:dinas-b/verifikator')).toBe(false);
  });

  test('was taken in, and is not taken in again under the same id, whichever chain it would come into', async () => {
    const { db, url } = database;
    const accepted = await findAccepted(db, verifikator, Object.values(decisions));
    expect([...accepted.values()].map(({ hash }) => hash).toSorted()).toEqual(['here', 'moved']);
    expect(await isDecisionKnown(db, decisions.here)).toBe(true);
    const again = `INSERT INTO decision_home VALUES ('${decisions.here}', 'kem-z', '${usuls.there}')`;
    await expect(runStatement(url, again)).rejects.toThrow('decision_home_pkey');
  });
});

describe('what comes', () => {
  test('an usul that another instansi handles keeps its home, and all that was done to it', async () => {
    const { db } = database;
    const account = await addAccount(db, 'zaki', 'verifikator', { kind: 'opd', id: 'setjen-z' });
    await sql`UPDATE usul SET version = 2 WHERE id = ${usuls.here}`.execute(db);
    const target = { opdId: 'setjen-z', unorId: 'unor-setjen-z' };
    await db.transaction().execute((tx) => moveUsul(tx, usuls.here, target));
    const payload = makeRefusal(await currentUsul(db, usuls.here));
    const delivery = { account, payload, receivedAt: new Date() };
    const taken = await takeDecision(db, delivery);
    expect(taken).toMatchObject({ ok: true, value: { chainSeq: 1 } });
    expect(await takeDecision(db, delivery)).toEqual(taken);
    expect(await homeOf(usuls.here)).toBe('kab-a');
    const [usul] = await readUsulByIds(db, [usuls.here]);
    expect(usul).toMatchObject({
      instansiId: 'kem-z',
      history: [{ action: 'ajukan' }, { action: 'perbaikan' }, { action: payload.outcome }],
    });
    const decided = await readEarlierDecisions(db, [usuls.here]);
    expect(decided.get(usuls.here)?.map(({ by }) => by.id)).toEqual([verifikator, account.id]);
  });

  test('nothing of it is changed, removed or emptied, part by part either', async () => {
    const { url, servingUrl, db } = database;
    await prepareServerRole(db, { name: serverRole, password: serverRole });
    const parts = tables.flatMap((table) => [table, ...[0, 1, 2].map((at) => `${table}_p${at}`)]);
    for (const table of [...parts, 'decision_home', 'document_home']) {
      await expect(runStatement(url, `TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
      await expect(runStatement(servingUrl, `DELETE FROM ${table}`)).rejects.toThrow(
        'permission denied',
      );
    }
    for (const table of [...tables, 'decision_home', 'document_home']) {
      await expect(runStatement(url, `DELETE FROM ${table}`)).rejects.toThrow('append-only');
    }
  });

  test('whoever hides a decision from those who look for it is seen', async () => {
    const { db, url } = database;
    const kinds = async () =>
      (await findMisfits(db, new Date())).filter(({ kind }) => kind === 'keputusan_tak_terdaftar');
    expect(await kinds()).toEqual([]);
    await tamper(url, `DELETE FROM decision_home WHERE id = '${decisions.moved}'`);
    expect(await kinds()).toEqual([{ kind: 'keputusan_tak_terdaftar', id: decisions.moved }]);
  });
});
