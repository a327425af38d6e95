import { randomUUID } from 'node:crypto';
import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findAppointment } from '#server/accounts/appointments.ts';
import { openSession } from '#server/session/sessions.ts';
import { migrateToLatest, migrations } from '#server/store/migrate.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { addAccount, addOrganisation, testPassword } from '#tests/support/builders.ts';
import { addOldAccount } from '#tests/support/old-account.ts';
import { makeTestDatabase } from '#tests/support/database.ts';
import { postJson, signIn, startTestServer, type TestServer } from '#tests/support/server.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

let server: TestServer;
let account: Account;
let colleague: Account;

const scope = { kind: 'opd', id: 'dinas-a' } as const;
const newAccount = () =>
  addAccount(server.db, `petugas-${randomUUID().slice(0, 8)}`, 'verifikator', scope);

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
});
afterAll(() => server.stop());
beforeEach(async () => {
  [account, colleague] = [await newAccount(), await newAccount()];
});

const cli = (...args: readonly string[]) => runServerCommand(server, args);

/** What a sign-in is told: `masuk`, or status, kind and sentence. */
async function attempt({ username }: Account, deviceId: string, name = 'PC Uji') {
  const device = { id: deviceId, name };
  const answer = await postJson(server, '/api/v1/session', {
    username,
    password: testPassword,
    device,
  });
  if (answer.ok) return 'masuk';
  const { error } = apiErrorBodySchema.parse(await answer.json());
  return `${answer.status} ${error.kind}: ${error.message}`;
}

const waits = '403 tidak_berwenang: PC ini belum disetujui untuk akun Anda.';

async function nameOf(deviceId: string) {
  const row = await server.db
    .selectFrom('device')
    .select('name')
    .where('id', '=', deviceId)
    .executeTakeFirstOrThrow();
  return row.name;
}

describe('a person whose PC was revoked', () => {
  test('does not come back with a new id before an admin approves it', async () => {
    const [revoked, other, next] = [randomUUID(), randomUUID(), randomUUID()];
    const client = await signIn(server, account.username, revoked);
    await signIn(server, account.username, other);
    expect(await cli('device', 'revoke', revoked)).toMatchObject({ code: 0 });
    expect((await client.fetch('/api/v1/changes')).status).toBe(403);
    expect(await attempt(account, revoked)).toContain('403 perangkat_dicabut');
    for (const id of [next, randomUUID(), next]) expect(await attempt(account, id)).toBe(waits);
    // The PCs that they used before, and everybody else, go on.
    expect(await attempt(account, other)).toBe('masuk');
    expect(await attempt(colleague, randomUUID())).toBe('masuk');
    const list = await cli('device', 'list');
    expect(list.text.split('\n').slice(0, 2).join()).toContain('menunggu persetujuan');
    for (const part of [next, account.displayName, `${revoked}  PC Uji`, 'dicabut 20']) {
      expect(list.text).toContain(part);
    }
    expect(await cli('device', 'approve', next)).toMatchObject({ code: 0 });
    expect(await attempt(account, next)).toBe('masuk');
    expect(await cli('device', 'approve', next)).toMatchObject({ code: 1 });
  });

  test('is refused for good where an admin refuses', async () => {
    const [revoked, next] = [randomUUID(), randomUUID()];
    await signIn(server, account.username, revoked);
    await cli('device', 'revoke', revoked);
    expect(await attempt(account, next)).toBe(waits);
    expect(await cli('device', 'refuse', next)).toMatchObject({ code: 0 });
    for (let times = 0; times < 2; times += 1) {
      expect(await attempt(account, next)).toContain('menolak PC ini');
    }
  });

  test('does not come back on the PC of a colleague either, nor fills the list', async () => {
    const [revoked, shared] = [randomUUID(), randomUUID()];
    await signIn(server, account.username, revoked);
    await signIn(server, colleague.username, shared);
    await cli('device', 'revoke', revoked);
    expect(await attempt(account, shared)).toBe(waits);
    for (let times = 0; times < 15; times += 1) {
      expect(await attempt(account, randomUUID())).toBe(waits);
    }
    const { count } = await server.db
      .selectFrom('enrolment')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('account_id', '=', account.id)
      .where('state', '=', 'menunggu')
      .executeTakeFirstOrThrow();
    expect(count).toBe(10);
  });

  test('is named to the admin by ids that are ids', async () => {
    for (const id of ['x', randomUUID(), "' OR 1=1 --"]) {
      for (const what of ['approve', 'refuse', 'revoke']) {
        expect(await cli('device', what, id)).toMatchObject({ code: 1 });
      }
    }
    expect(await cli('device', 'approve')).toMatchObject({ code: 2 });
  });
});

describe('a PC that is known', () => {
  test('is renamed by nobody else, and by its own people', async () => {
    const id = randomUUID();
    await attempt(account, id, 'PC Ruang 1');
    await attempt(colleague, id, 'PC Milik Saya');
    expect(await nameOf(id)).toBe('PC Ruang 1');
    await attempt(account, id, 'PC Ruang 2');
    expect(await nameOf(id)).toBe('PC Ruang 2');
  });

  test('and has a key takes nobody else in who does not hold it', async () => {
    const id = randomUUID();
    await attempt(account, id);
    await server.db
      .insertInto('device_key')
      .values({
        device_id: id,
        key: 'kunci',
        account_id: account.id,
        state: 'berlaku',
        enrolled_at: new Date(),
      })
      .execute();
    expect(await attempt(colleague, id, 'PC Milik Saya')).toContain('403 tidak_berwenang: Versi');
    expect(await nameOf(id)).toBe('PC Uji');
    // Its own people with an application of before, which has no key: the policy allows it still.
    expect(await attempt(account, id, 'PC Lain')).toBe('masuk');
    expect(await nameOf(id)).toBe('PC Uji');
  });
});

test('who used a PC before PCs were enrolled goes on using it', async () => {
  const database = await makeTestDatabase({ empty: true });
  const { db } = database;
  const known = Object.entries(migrations).filter(([name]) => name < '0015');
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(known)) };
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  await addOrganisation(db);
  const oldId = await addOldAccount(db, 'lama');
  const [bySecret, bySession] = [randomUUID(), randomUUID()];
  for (const id of [bySecret, bySession]) {
    await sql`INSERT INTO device (id, name, last_seen_at) VALUES (${id}, 'PC', now())`.execute(db);
  }
  await sql`INSERT INTO device_secret VALUES (${oldId}, ${bySecret}, 'x')`.execute(db);
  await sql`INSERT INTO session (id, account_id, device_id)
    VALUES (gen_random_uuid(), ${oldId}, ${bySession})`.execute(db);
  await migrateToLatest(db);
  const { account: old } = (await findAppointment(db, oldId))!;
  const policy = { approval: 'always', keyRequired: false } as const;
  const open = (id: string) => openSession(db, old, { id, name: 'PC' }, new Date(), policy);
  expect(await open(bySecret)).toMatchObject({ ok: true });
  expect(await open(bySession)).toMatchObject({ ok: true });
  expect(await open(randomUUID())).toMatchObject({ ok: false, error: { kind: 'menunggu' } });
  await database.drop();
});
