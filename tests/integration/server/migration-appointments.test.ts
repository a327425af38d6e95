import { createHash, randomUUID } from 'node:crypto';
import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAppointments, standingOf } from '#server/accounts/appointments.ts';
import { genesisHash, verifyChain } from '#server/commands/chain.ts';
import { findMisfits } from '#server/integrity/verify-usul.ts';
import { findLiveSession } from '#server/session/sessions.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import { readEarlierDecisions } from '#server/usul/earlier-decisions.ts';
import { roleFitsScope } from '#shared/workflow/authority/authority.ts';
import { roles } from '#shared/workflow/authority/roles.ts';
import { addOrganisation } from '#tests/support/builders.ts';
import {
  makeTestDatabase,
  runStatement,
  tamper,
  type TestDatabase,
} from '#tests/support/database.ts';

const created = '2026-03-31T17:30:00.000Z';
/** An account of before: user name, role, kind and id of its scope, whether it is switched on. */
const accounts = [
  ['verifikator', 'verifikator', 'opd', 'dinas-a', true],
  ['approver', 'approver', 'instansi', 'kab-a', true],
  ['pusat', 'validator', 'bkn_pusat', '', true],
  ['keluar', 'verifikator', 'opd', 'dinas-b', false],
  ['ganjil', 'verifikator', 'kanreg', 'kr-1', true],
] as const;
type Name = (typeof accounts)[number][0];

let database: TestDatabase;
const ids = new Map<Name, string>(accounts.map(([name]) => [name, randomUUID()]));
const idOf = (name: Name) => ids.get(name)!;
const [usulId, sessionId, deviceId, decisionId] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];

beforeAll(async () => {
  database = await makeTestDatabase({ empty: true });
  const { db } = database;
  const known = Object.entries(migrations).filter(([name]) => name < '0022');
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(known)) };
  await new Migrator({ db, provider }).migrateTo('0021-sealed-epochs');
  await addOrganisation(db);
  for (const [name, role, kind, scope, active] of accounts) {
    await sql`INSERT INTO account (id, username, nip, display_name, password_hash, role, scope_kind, scope_id, active, created_at)
      VALUES (${idOf(name)}, ${name}, NULL, ${name}, '', ${role}, ${kind}, ${scope}, ${active}, ${created})`.execute(
      db,
    );
  }
  const by = idOf('verifikator');
  await sql`INSERT INTO device (id, name, last_seen_at) VALUES (${deviceId}, 'PC', now())`.execute(
    db,
  );
  await sql`INSERT INTO session (id, account_id, device_id) VALUES (${sessionId}, ${by}, ${deviceId})`.execute(
    db,
  );
  await sql`INSERT INTO usul (id, opd_id, unor_id, employee_id, record_type, kind, revision, version, keadaan, stage,
      submitted_at, deadline)
    VALUES (${usulId}, 'dinas-a', 'unor-dinas-a', 'asn-dinas-a', 'penghargaan', 'tambah', 1, 2, 'menunggu',
      'persetujuan', now(), '2026-12-31')`.execute(db);
  await insertDecision(by);
  await migrateToLatest(db);
});
afterAll(() => database.drop());

/** A decision as a server of before hashed it, in the second form. */
async function insertDecision(accountId: string): Promise<void> {
  const receivedAt = '2026-11-20T01:00:00.000Z';
  const payload = {
    id: decisionId,
    usulId,
    revision: 1,
    version: 1,
    outcome: 'teruskan',
    note: '',
  };
  const common = { instansiId: 'kab-a', accountId, receivedAt, payload, chainSeq: 1 };
  const origin = { deviceId, sessionId, appVersion: '0.2.0', decidedAt: receivedAt };
  const link = { format: 2, ...common, prevHash: genesisHash, ...origin };
  const hash = createHash('sha256').update(canonicalJson(link)).digest('hex');
  await sql`INSERT INTO decision (id, instansi_id, chain_seq, usul_id, account_id, payload, prev_hash, hash, received_at,
      link_format, device_id, session_id, app_version, decided_at)
    VALUES (${decisionId}, 'kab-a', 1, ${usulId}, ${accountId}, ${JSON.stringify(payload)}, ${genesisHash}, ${hash},
      ${receivedAt}, 2, ${deviceId}, ${sessionId}, '0.2.0', ${receivedAt})`.execute(database.db);
  await sql`INSERT INTO chain_head VALUES ('kab-a', 1, ${hash})`.execute(database.db);
}

test('every account of before has one appointment under its id: what it could do, since the day it was made', async () => {
  const held = await listAppointments(database.db);
  expect(
    held.map(({ account, active, validFrom }) => [
      account.username,
      account.appointmentId,
      account.role,
      account.scope,
      active,
      validFrom,
    ]),
  ).toEqual(
    accounts
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, role, kind, id, active]) => [
        name,
        idOf(name),
        role,
        kind === 'bkn_pusat' ? { kind } : { kind, id },
        active,
        // By the time zone of the instansi it was April.
        '2026-04-01',
      ]),
  );
  // One that could never do anything ended with it.
  const ended = held.filter((one) => standingOf(one, new Date()) !== 'berlaku');
  expect(ended.map(({ account }) => account.username)).toEqual(['ganjil']);
  for (const one of held) expect(one.letter).toBeNull();
});

test('sessions go on, the chain is whole, and decisions of before belong to who took them', async () => {
  const { db } = database;
  expect(await findLiveSession(db, sessionId, new Date())).toMatchObject({
    ok: true,
    value: { account: { id: idOf('verifikator'), appointmentId: idOf('verifikator') } },
  });
  expect(await verifyChain(db, 'kab-a')).toBeUndefined();
  expect((await readEarlierDecisions(db, [usulId])).get(usulId)).toEqual([
    { stage: 'verifikasi', by: { id: idOf('verifikator'), nip: null, username: 'verifikator' } },
  ]);
  // An appointment put into a link that knows none is seen.
  const put = (id: string) =>
    tamper(database.url, `UPDATE decision SET appointment_id = ${id} WHERE id = '${decisionId}'`);
  await put(`'${idOf('approver')}'`);
  expect(await verifyChain(db, 'kab-a')).toEqual({ kind: 'diubah', chainSeq: 1 });
  await put('NULL');
});

test('nothing of accounts or appointments looks as if it had been changed past the server', async () => {
  const misfits = await findMisfits(database.db, new Date());
  expect(misfits.filter(({ kind }) => /akun|penunjukan/u.test(kind))).toEqual([]);
});

test('the table takes exactly the roles over exactly the scopes that are declared', async () => {
  const kinds = ['opd', 'instansi', 'kanreg', 'bkn_pusat', 'employee'] as const;
  for (const role of [...roles, 'bukan_tugas']) {
    for (const kind of kinds) {
      const fits = roles.some((one) => one === role && roleFitsScope(one, kind));
      const insert = `BEGIN; INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from)
        VALUES (gen_random_uuid(), '${idOf('approver')}', '${role}', '${kind}', '${kind === 'bkn_pusat' ? '' : 'x'}',
          '2026-01-01'); ROLLBACK`;
      const outcome = await runStatement(database.url, insert).then(
        () => true,
        () => false,
      );
      expect([role, kind, outcome]).toEqual([role, kind, fits]);
    }
  }
});

test('what was given is ended once and changed in no other way, not even by the owner', async () => {
  const where = `WHERE id = '${idOf('pusat')}'`;
  for (const change of [
    `UPDATE appointment SET role = 'monitor' ${where}`,
    `UPDATE appointment SET account_id = '${idOf('verifikator')}' ${where}`,
    `UPDATE appointment SET valid_until = '2026-12-31' ${where}`,
    `UPDATE appointment SET ended_at = now(), role = 'monitor' ${where}`,
    `UPDATE appointment SET ended_at = NULL WHERE id = '${idOf('ganjil')}'`,
    `UPDATE appointment SET ended_at = now() WHERE id = '${idOf('ganjil')}'`,
    `DELETE FROM appointment_change`,
    `DELETE FROM appointment ${where}`,
    `TRUNCATE appointment CASCADE`,
  ]) {
    await expect(runStatement(database.url, change)).rejects.toThrow('append-only');
  }
  const utc = `UPDATE instansi SET time_zone = 'UTC'`;
  await expect(runStatement(database.url, utc)).rejects.toThrow('check constraint');
});
