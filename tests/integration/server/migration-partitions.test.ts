import { randomUUID } from 'node:crypto';
import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announceChanges } from '#server/feed/feed-counters.ts';
import { newStretches, isUnchanged, type Stretch } from '#server/integrity/row-digests.ts';
import { pruneAudit, writeAudit, writeAudits, type AuditEntry } from '#server/store/audit.ts';
import { inTransaction, openDatabase } from '#server/store/database.ts';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import { prepareServerRole } from '#server/store/server-role.ts';
import { addOrganisation } from '#tests/support/builders.ts';
import {
  makeTestDatabase,
  runStatement,
  serverRole,
  tamper,
  type TestDatabase,
} from '#tests/support/database.ts';

// A database of a server of before, with entries in it.

let database: TestDatabase;
const [andi, budi, pusat, nobody] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const usuls = Array.from({ length: 12 }, () => randomUUID());
/** The NIP of the employee of `dinas-b` (see `addOrganisation`). */
const nipOfB = '198013012005011002';

const entry = (
  accountId: string | null,
  details: AuditEntry['details'],
  action: AuditEntry['action'] = 'masuk',
): AuditEntry => ({ accountId, deviceId: null, action, details });

/** Entries, and the realm that each belongs to. */
const entries: readonly (readonly [AuditEntry, string])[] = [
  [entry(andi, { sebagai: andi }), 'instansi:kab-a'],
  // Under an appointment elsewhere it is seen there, whoever did it.
  [entry(andi, { sebagai: pusat }), 'bkn_pusat'],
  [entry(andi, {}), 'instansi:kab-a'],
  [entry(budi, {}), 'instansi:kab-a'],
  [entry(pusat, { sebagai: pusat, holder: budi }), 'bkn_pusat'],
  [entry(null, { instansiId: 'kem-z' }), 'instansi:kem-z'],
  [entry(null, { instansi: 'kem-z' }), 'instansi:kem-z'],
  [entry(null, {}), ''],
  // What somebody wrote there as an id and is none.
  [entry(null, { sebagai: 'x', holder: 'y' }), ''],
  [entry(nobody, {}), ''],
];

let anchored: readonly Stretch[];
let kept: readonly unknown[];

const readAudit = async () =>
  (
    await sql`SELECT id, at, account_id, device_id, action, details FROM audit ORDER BY id`.execute(
      database.db,
    )
  ).rows;

beforeAll(async () => {
  database = await makeTestDatabase({ empty: true });
  const { db } = database;
  const known = Object.entries(migrations).filter(([name]) => name < '0038');
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(known)) };
  await new Migrator({ db, provider }).migrateToLatest();
  await addOrganisation(db);
  await fillOld();
  anchored = (await newStretches(db, [], 0)) ?? [];
  kept = await readAudit();
  await migrateToLatest(db, { partitions: 3 });
});
afterAll(() => database.drop());

async function fillOld(): Promise<void> {
  const { db } = database;
  for (const [id, nip] of [
    [andi, null],
    [budi, nipOfB],
    [pusat, null],
    [nobody, null],
  ] as const) {
    await sql`INSERT INTO account (id, username, nip, display_name, password_hash)
      VALUES (${id}, ${id}, ${nip}, 'Petugas', '')`.execute(db);
  }
  for (const [id, kind, scope] of [
    [andi, 'opd', 'dinas-a'],
    [pusat, 'bkn_pusat', ''],
  ] as const) {
    const role = kind === 'opd' ? 'verifikator' : 'admin';
    await sql`INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from)
      VALUES (${id}, ${id}, ${role}, ${kind}, ${scope}, '2026-01-01')`.execute(db);
  }
  for (const [one] of entries) {
    await sql`INSERT INTO audit (at, account_id, action, details)
      VALUES (now() - interval '1 day', ${one.accountId}, ${one.action}, ${JSON.stringify(one.details)})`.execute(
      db,
    );
  }
  await sql`INSERT INTO feed_counter (queue_key, seq) VALUES ('opd:dinas-a/verifikator', 20), ('instansi:kab-a/approver', 9)`.execute(
    db,
  );
  const inserts = usuls.map(
    (
      id,
      at,
    ) => `INSERT INTO usul (id, opd_id, unor_id, employee_id, record_type, kind, revision, version, keadaan, stage, submitted_at, deadline)
      VALUES ('${id}', 'dinas-a', 'unor-dinas-a', 'asn-dinas-a', 'penghargaan', 'tambah', 1, 1, 'menunggu', 'verifikasi', now(), '2026-12-31');
      INSERT INTO feed_entry VALUES ('opd:dinas-a/verifikator', '${id}', ${at + 1}, ${at % 3 !== 0});
      INSERT INTO feed_entry VALUES ('instansi:kab-a/approver', '${id}', ${at + 1}, ${at === 0});`,
  );
  await runStatement(database.url, inserts.join('\n'));
}

describe('the audit', () => {
  test('is what it was, under its numbers, and what was anchored fits', async () => {
    expect(await readAudit()).toEqual(kept);
    expect(anchored.some(({ table }) => table === 'audit')).toBe(true);
    for (const stretch of anchored) expect(await isUnchanged(database.db, stretch)).toBe(true);
    await writeAudit(database.db, entry(andi, {}));
    expect((await readAudit()).slice(0, kept.length)).toEqual(kept);
    const { rows } = await sql<{ ids: number; distinct: number }>`
      SELECT count(*)::integer AS ids, count(DISTINCT id)::integer AS distinct FROM audit`.execute(
      database.db,
    );
    expect(rows[0]!.ids).toBe(rows[0]!.distinct);
  });

  test('says of each entry where it belongs, of old ones and new ones alike', async () => {
    const realms = async (from: number) => {
      const found = await database.db
        .selectFrom('audit')
        .select('realm')
        .where('id', '>', from)
        .orderBy('id')
        .limit(entries.length)
        .execute();
      return found.map(({ realm }) => realm);
    };
    const expected = entries.map(([, realm]) => realm);
    expect(await realms(0)).toEqual(expected);
    const { top } = await database.db
      .selectFrom('audit')
      .select(({ fn }) => fn.max('id').as('top'))
      .executeTakeFirstOrThrow();
    await writeAudits(
      database.db,
      entries.map(([one]) => one),
    );
    expect(await realms(top)).toEqual(expected);
    const also = await database.db
      .selectFrom('audit_also')
      .select(['realm', 'audit_realm'])
      .execute();
    const seen = { realm: 'instansi:kab-a', audit_realm: 'bkn_pusat' };
    expect(also).toEqual([seen, seen]);
  });

  test('is changed, removed and emptied by nobody, part by part either, and old entries alone go', async () => {
    const { url, servingUrl, db } = database;
    await prepareServerRole(db, { name: serverRole, password: serverRole });
    for (const table of ['audit', 'audit_p0', 'audit_p1', 'audit_p2']) {
      await expect(runStatement(url, `TRUNCATE ${table}`)).rejects.toThrow('append-only');
      await expect(runStatement(servingUrl, `UPDATE ${table} SET action = ''`)).rejects.toThrow(
        'permission denied',
      );
    }
    await expect(runStatement(url, `UPDATE audit SET action = ''`)).rejects.toThrow('append-only');
    await expect(runStatement(url, `DELETE FROM audit`)).rejects.toThrow('append-only');
    await tamper(url, `UPDATE audit SET at = now() - interval '400 days' WHERE details ? 'holder'`);
    const serving = openDatabase(servingUrl);
    await pruneAudit(serving, new Date(Date.now() - 370 * 86_400_000));
    await serving.destroy();
    expect(await db.selectFrom('audit_also').selectAll().execute()).toEqual([]);
  });
});

describe('the feeds', () => {
  test('hold the same entries, and know how many lie in each queue', async () => {
    const counters = await database.db
      .selectFrom('feed_counter')
      .select(['queue_key', 'seq', 'present'])
      .orderBy('queue_key')
      .execute();
    expect(counters).toEqual([
      { queue_key: 'instansi:kab-a/approver', seq: 9, present: 1 },
      { queue_key: 'opd:dinas-a/verifikator', seq: 20, present: 8 },
    ]);
    const entered = await database.db.selectFrom('feed_entry').select('usul_id').execute();
    expect(entered).toHaveLength(usuls.length * 2);
  });

  test('go on: an usul has one entry in a queue, whichever part that lies in', async () => {
    const [, stays, left] = usuls;
    const [before, now] = [['opd:dinas-a/verifikator'], ['opd:dinas-b/verifikator']];
    await inTransaction(database.db, (tx) =>
      announceChanges(tx, [
        { usulId: stays!, before, now: before },
        { usulId: left!, before, now },
      ]),
    );
    const of = (usulId: string) =>
      database.db
        .selectFrom('feed_entry')
        .select(['queue_key', 'seq', 'present'])
        .where('usul_id', '=', usulId)
        .where('queue_key', 'like', 'opd:%')
        .orderBy('queue_key')
        .execute();
    expect(await of(left!)).toEqual([
      { queue_key: before[0], seq: 22, present: false },
      { queue_key: now[0], seq: 1, present: true },
    ]);
    expect(await of(stays!)).toEqual([{ queue_key: before[0], seq: 21, present: true }]);
    const counters = await database.db
      .selectFrom('feed_counter')
      .select(['queue_key', 'present'])
      .where('queue_key', 'like', 'opd:%')
      .orderBy('queue_key')
      .execute();
    expect(counters.map(({ present }) => present)).toEqual([7, 1]);
  });
});
