import { createHash, randomUUID } from 'node:crypto';
import { Migrator, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { findAppointment } from '#server/accounts/appointments.ts';
import { verifyChain } from '#server/commands/chain.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import {
  addAccount,
  addOrganisation,
  makeDecision,
  makeNewUsul,
  makeRefusal,
} from '#tests/support/builders.ts';
import { makeTestDatabase, tamper } from '#tests/support/database.ts';
import { addOldAccount } from '#tests/support/old-account.ts';
import { useOffice } from '#tests/support/office.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

const office = useOffice();
const hour = 3_600_000;
const day = 24 * hour;

async function rowOf({ id }: Pick<Decision, 'id'>) {
  return office.server.db
    .selectFrom('decision')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** A verifikator of the office whom nobody has seen before. */
async function newVerifikator(): Promise<string> {
  const username = `petugas-${randomUUID().slice(0, 8)}`;
  await addAccount(office.server.db, username, 'verifikator', { kind: 'opd', id: 'dinas-a' });
  return username;
}

const deviceOfAnother = randomUUID();

describe('what a client states of itself', () => {
  test.each([
    ['a foreign PC', { deviceId: deviceOfAnother }],
    ['a year to come', { decidedAt: '2099-01-01T00:00:00.000Z' }],
    ['a year long past', { decidedAt: '1999-01-01T00:00:00.000Z' }],
    ['a time before the usul was', { decidedAt: '2026-10-20T00:00:00.000Z' }],
    ['a version to come', { appVersion: '9.9.9' }],
    ['a version that is none', { appVersion: '<b>' }],
  ])('%s stands in the chain as its statement alone', async (_name, stated) => {
    const by = await signIn(office.server, await newVerifikator(), randomUUID(), '0.2.0');
    const decision = makeRefusal(await office.newUsul(), {
      deviceId: by.deviceId,
      appVersion: '0.2.0',
      ...stated,
    });
    const first = await office.decide(decision, by);
    expect(first).toMatchObject({ kind: 'diterima' });
    const row = await rowOf(decision);
    expect(row).toMatchObject({ payload: stated, link_format: 3, device_id: by.deviceId });
    expect(row.app_version).toBe('0.2.0');
    const session = await office.server.db
      .selectFrom('session')
      .select('id')
      .where('device_id', '=', by.deviceId)
      .executeTakeFirstOrThrow();
    expect(row.session_id).toBe(session.id);
    const isTimeStated = 'decidedAt' in stated;
    expect(row.decided_at).toEqual(isTimeStated ? row.received_at : new Date(decision.decidedAt));
    // The same again is the same, whatever the server made of it.
    expect(await office.decide(decision, by)).toEqual(first);
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test('a time that a PC with a clock that is a little off may state is believed', async () => {
    for (const off of [-day, -hour, 0, hour, day]) {
      const stated = new Date(Date.now() + off);
      const decision = makeRefusal(await office.newUsul(), { decidedAt: stated.toISOString() });
      expect(await office.decide(decision)).toMatchObject({ kind: 'diterima' });
      expect((await rowOf(decision)).decided_at).toEqual(stated);
    }
  });

  test('a hand-over is of the PC that sealed it, whatever its decisions state', async () => {
    const by = await signIn(office.server, await newVerifikator(), randomUUID(), '0.2.1');
    const usul = await office.newUsul();
    const decision = makeRefusal(usul, { deviceId: deviceOfAnother, appVersion: '9.9.9' });
    expect(await office.handOver([decision], by)).toMatchObject([{ kind: 'diterima' }]);
    expect(await rowOf(decision)).toMatchObject({
      device_id: by.deviceId,
      session_id: null,
      app_version: '0.2.1',
    });
  });
});

describe('the version that a decision is judged by', () => {
  const future = { hargaId: '203', skNomor: '12/K/2099', skDate: '2099-08-17', tahun: '2099' };
  const pass = async (by: TestClient, appVersion: string) => {
    const usul = await office.newUsul({ values: future });
    const [result] = await office.send(
      [{ kind: 'putusan', ...makeDecision(usul, { appVersion }) }],
      by,
    );
    return result;
  };
  const incomplete = { error: { kind: 'keputusan_tidak_lengkap' } };

  test('is that of the session: an older one is a way round the questions', async () => {
    const by = await signIn(office.server, await newVerifikator(), randomUUID(), '0.2.0');
    for (const stated of ['0.1.0', '0.1.9', '0.0.1', '9.9.9', '']) {
      expect(await pass(by, stated)).toMatchObject(incomplete);
    }
  });

  test('is the one before an update for what was made before it, on whichever PC', async () => {
    const username = await newVerifikator();
    await signIn(office.server, username, randomUUID(), '0.1.9');
    const by = await signIn(office.server, username, randomUUID(), '0.2.0');
    expect(await pass(by, '0.1.9')).toMatchObject({ kind: 'diterima' });
    expect(await pass(by, '0.1.8')).toMatchObject(incomplete);
  });

  test('is any for who used the application before versions were noted', async () => {
    const username = await newVerifikator();
    const by = await signIn(office.server, username, randomUUID(), '0.2.0');
    const { account } = by.session;
    await sql`INSERT INTO seen_version VALUES (${account.id}, ${by.deviceId}, '', now())`.execute(
      office.server.db,
    );
    expect(await pass(by, '0.1.0')).toMatchObject({ kind: 'diterima' });
  });
});

/** The hash of a link as servers made it before links had a format. */
function firstHash(link: object): string {
  return createHash('sha256').update(canonicalJson(link)).digest('hex');
}

/** A database of before with one link, brought up to date, and a link after it. */
async function oldChain() {
  const database = await makeTestDatabase({ empty: true });
  const { db } = database;
  const known = Object.entries(migrations).filter(([name]) => name < '0014');
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(known)) };
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  await addOrganisation(db);
  const accountId = await addOldAccount(db, 'lama');
  const usuls = [makeNewUsul('dinas-a'), makeNewUsul('dinas-a')];
  for (const { id } of usuls) {
    await sql`INSERT INTO usul VALUES (${id}, 'dinas-a', 'unor-dinas-a', 'asn-dinas-a', 'penghargaan',
      'tambah', 1, 1, 'menunggu', 'verifikasi', NULL, '2026-11-01', '2026-11-30')`.execute(db);
    await sql`INSERT INTO usul_revision VALUES (${id}, 1, '{}', NULL, '', now())`.execute(db);
  }
  const at = { revision: 1, version: 1 };
  const [first, second] = usuls.map(({ id }) =>
    makeRefusal({ ...makeSampleUsul('penghargaan'), ...at, id }),
  );
  const receivedAt = '2026-11-23T00:00:00.000Z';
  const prevHash = '0'.repeat(64);
  const link = { instansiId: 'kab-a', accountId, receivedAt, prevHash, chainSeq: 1 };
  const hash = firstHash({ ...link, payload: first });
  await sql`INSERT INTO decision VALUES (${first!.id}, 'kab-a', 1, ${first!.usulId}, ${accountId},
    ${JSON.stringify(first)}, ${prevHash}, ${hash}, ${receivedAt})`.execute(db);
  await sql`INSERT INTO chain_head VALUES ('kab-a', 1, ${hash})`.execute(db);
  await migrateToLatest(db);
  const { account } = (await findAppointment(db, accountId))!;
  const delivery = { account, payload: second!, receivedAt: new Date() };
  expect(await takeDecision(db, delivery)).toMatchObject({ ok: true, value: { chainSeq: 2 } });
  return database;
}

describe('the chain', () => {
  test('goes on from links of before, and shows what is altered of either form', async () => {
    const database = await oldChain();
    expect(await verifyChain(database.db, 'kab-a')).toBeUndefined();
    const foreign = `'${randomUUID()}'`;
    for (const [chainSeq, change, back] of [
      [1, `device_id = ${foreign}`, 'device_id = NULL'],
      [1, `decided_at = now()`, 'decided_at = NULL'],
      [1, 'link_format = 2', 'link_format = 1'],
      [2, `device_id = ${foreign}`, 'device_id = NULL'],
      [2, `session_id = ${foreign}`, 'session_id = NULL'],
      [2, `app_version = '0.1.0'`, 'app_version = NULL'],
      [2, 'link_format = 1', 'link_format = 3'],
      [2, 'link_format = 2', 'link_format = 3'],
      [2, 'link_format = 4', 'link_format = 3'],
    ] as const) {
      const set = (what: string) =>
        tamper(database.url, `UPDATE decision SET ${what} WHERE chain_seq = ${chainSeq}`);
      await set(change);
      expect(await verifyChain(database.db, 'kab-a')).toEqual({ kind: 'diubah', chainSeq });
      await set(back);
      expect(await verifyChain(database.db, 'kab-a')).toBeUndefined();
    }
    await tamper(
      database.url,
      `UPDATE decision SET decided_at = decided_at + interval '1 ms' WHERE chain_seq = 2`,
    );
    expect(await verifyChain(database.db, 'kab-a')).toEqual({ kind: 'diubah', chainSeq: 2 });
    await database.drop();
  });
});
