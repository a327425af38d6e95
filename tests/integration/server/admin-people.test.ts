import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { accountsPageSchema, activationSlipSchema } from '#shared/contract/admin/accounts.ts';
import { appointmentsPageSchema, officesSchema } from '#shared/contract/admin/appointments.ts';
import { slipsSchema } from '#shared/contract/admin/slips.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import type { AppointedAccount, Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import {
  activate,
  giveAs,
  kabA,
  kemZ,
  postAs,
  readAs,
  today,
  told,
} from '#tests/support/admin-desk.ts';
import { addAccount, addOrganisation, appoint, testPassword } from '#tests/support/builders.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

// An admin of `kab-a` at work, and all that he or she should not be able to do; on one server.

let server: TestServer;
let admin: TestClient;
let colleague: AppointedAccount;
const dinasA = { kind: 'opd', id: 'dinas-a' } as const;
const newPassword = 'padang rumput luas 7';

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await addAccount(server.db, 'admin-a', 'admin', kabA);
  colleague = await addAccount(server.db, 'admin-b', 'admin', kabA);
  await addAccount(server.db, 'admin-z', 'admin', kemZ);
  admin = await signIn(server, 'admin-a');
});
afterAll(() => server.stop());

const post = (path: string, body: object, by: TestClient = admin) => postAs(by, path, body);
const read = <S extends z.ZodType>(path: string, schema: S, by: TestClient = admin) =>
  readAs(by, path, schema);

const search = async (text: string, by: TestClient = admin) =>
  (await read(`accounts?search=${encodeURIComponent(text)}`, accountsPageSchema, by)).rows;

/** Adds an account by the admin; answers its slip. */
async function add(username: string, nip: string | null = null, by: TestClient = admin) {
  const answer = await post('accounts', { username, displayName: `Nama ${username}`, nip }, by);
  expect([answer.status, username]).toEqual([200, username]);
  return activationSlipSchema.parse(await answer.json());
}

const give = (accountId: string, role: Role, scope: Scope, change: object = {}) =>
  giveAs(admin, accountId, [role, scope], change);

const activateAs = (username: string, code: string, password = newPassword) =>
  activate(server, { username, code, newPassword: password });

const trySignIn = async (username: string, password: string) =>
  (
    await postJson(server, '/api/v1/session', {
      username,
      password,
      device: { id: randomUUID(), name: 'PC' },
    })
  ).status;

describe('from a code to a desk', () => {
  test('an account is added, activated once, appointed, and signs in', async () => {
    const slip = await add('Petugas.Baru', '198013012005011000');
    expect(slip.username).toBe('petugas.baru');
    expect(await search('petugas.baru')).toMatchObject([{ state: 'menunggu', roles: [] }]);
    expect(await told(await activateAs('petugas.baru', slip.code.toLowerCase()))).toBe('done');
    expect(await told(await activateAs('petugas.baru', slip.code))).toMatch(/kode aktivasi salah/);
    expect(await trySignIn('petugas.baru', newPassword)).toBe(403);
    expect(await told(await give(slip.accountId, 'verifikator', dinasA))).toBe('done');
    expect(await trySignIn('198013012005011000', newPassword)).toBe(200);
    expect(await search('19801301 200501 1000')).toMatchObject([
      { state: 'aktif', roles: ['verifikator'], elsewhere: false, codeUntil: null },
    ]);
  });

  test('whoever has no code learns nothing; a weak password costs no code', async () => {
    const slip = await add('belum-aktif');
    const answers = [
      await activateAs('belum-aktif', 'AAAAA-BBBBB'),
      await activateAs('tidak-ada-siapa', 'AAAAA-BBBBB'),
      await activateAs('admin-a', slip.code),
      // Not even whether the password would do.
      await activateAs('belum-aktif', 'salah', 'a'),
    ];
    const sentences = await Promise.all(answers.map(told));
    expect(new Set(sentences).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(await told(await activateAs('belum-aktif', slip.code, 'belum-aktif-1'))).toMatch(/nama/);
    const both = await Promise.all([
      activateAs('belum-aktif', slip.code),
      activateAs('belum-aktif', slip.code),
    ]);
    expect((await Promise.all(both.map(told))).toSorted()[1]).toBe('done');
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('guessing codes waits longer and longer, and keeps nobody out', async () => {
    const slip = await add('ditebak');
    for (let at = 0; at < 10; at += 1) await activateAs('ditebak', `AAAA${at}`);
    const late = await activateAs('ditebak', 'AAAA');
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await told(await activateAs('ditebak', slip.code))).toBe('done');
    await give(slip.accountId, 'monitor', kabA);
    for (let at = 0; at < 11; at += 1) await activateAs('ditebak', `AAAA${at}`);
    expect(await trySignIn('ditebak', newPassword)).toBe(200);
  });

  test('a reset ends password and sessions, and the code of before', async () => {
    const slip = await add('lupa-sandi');
    await activateAs('lupa-sandi', slip.code);
    await give(slip.accountId, 'helpdesk', kabA);
    const answer = await postJson(server, '/api/v1/session', {
      username: 'lupa-sandi',
      password: newPassword,
      device: { id: randomUUID(), name: 'PC' },
    });
    const { accessToken } = sessionSchema.parse(await answer.json());
    const first = activationSlipSchema.parse(
      await (await post('accounts/reset', { accountId: slip.accountId })).json(),
    );
    const second = activationSlipSchema.parse(
      await (await post('accounts/reset', { accountId: slip.accountId })).json(),
    );
    const presence = await fetch(`${server.url}/api/v1/session`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(presence.status).toBe(401);
    expect(await trySignIn('lupa-sandi', newPassword)).toBe(401);
    expect(await told(await activateAs('lupa-sandi', first.code))).not.toBe('done');
    expect(await told(await activateAs('lupa-sandi', second.code, 'lembah hijau 1 sore'))).toBe(
      'done',
    );
    const list = JSON.stringify(await search('lupa-sandi'));
    expect(list).not.toContain(second.code);
  });

  test('one changes the own password who knows it; the other sessions end, this one goes on', async () => {
    const { username } = await addAccount(server.db, 'ganti', 'monitor', kabA);
    const [here, there] = [await signIn(server, username), await signIn(server, username)];
    const change = (oldPassword: string, password: string) =>
      here.fetch('/api/v1/session/password', {
        method: 'POST',
        body: JSON.stringify({ oldPassword, newPassword: password }),
      });
    expect(await told(await change('salah sekali ini', newPassword))).toMatch(/lama salah/);
    expect(await told(await change(testPassword, 'pendek'))).toMatch(/paling sedikit/);
    expect(await told(await change(testPassword, testPassword))).toMatch(/sama/);
    expect(await told(await change(testPassword, newPassword))).toBe('done');
    expect((await here.fetch('/api/v1/session')).status).toBe(200);
    expect((await there.fetch('/api/v1/session')).status).toBe(401);
    expect(await trySignIn(username, testPassword)).toBe(401);
    for (let at = 0; at < 10; at += 1) await change('salah', newPassword);
    expect((await change(newPassword, 'lembah hijau 2 pagi')).status).toBe(429);
  });
});

describe('slips', () => {
  test('open the accounts that wait in an OPD, and no other; those of before work no longer', async () => {
    const nip = '198013012005011002';
    const first = await add('pegawai-b', nip);
    const slips = async (opdId: string | null) => {
      const answer = await post('slips', { opdId });
      return answer.ok ? slipsSchema.parse(await answer.json()) : told(answer);
    };
    expect(await slips('dinas-b')).toMatchObject({
      count: 1,
      name: expect.stringMatching(/^slip-aktivasi-.*[.]pdf$/),
    });
    const { bytes } = slipsSchema.parse(await (await post('slips', { opdId: null })).json());
    expect(Buffer.from(bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await told(await activateAs('pegawai-b', first.code))).toMatch(/kode aktivasi salah/);
    for (const opdId of ['setjen-z', 'tidak-ada']) {
      expect(await slips(opdId)).toMatch(/Tidak ada akun/);
    }
    // Whoever acts elsewhere as well gets the code from somebody who is over all of it.
    const [account] = await search('pegawai-b');
    await appoint(server.db, { id: account!.id }, 'monitor', kemZ);
    expect(await slips('dinas-b')).toMatch(/Tidak ada akun/);
  });
});

describe('what lies elsewhere', () => {
  test('is answered as if it did not exist', async () => {
    const foreign = await addAccount(server.db, 'milik-z', 'verifikator', kemZ);
    const nobody = randomUUID();
    for (const accountId of [foreign.id, nobody]) {
      expect(await told(await post('accounts/reset', { accountId }))).toBe('tidak_ditemukan');
      expect(await told(await post('accounts/state', { accountId, active: false }))).toBe(
        'tidak_ditemukan',
      );
      expect(await told(await give(accountId, 'verifikator', dinasA))).toBe('tidak_ditemukan');
    }
    for (const appointmentId of [foreign.appointmentId, nobody]) {
      expect(await told(await post('appointments/end', { appointmentId, reason: 'x' }))).toBe(
        'tidak_ditemukan',
      );
    }
    expect(await search('milik-z')).toEqual([]);
    const offices = await read('offices', officesSchema);
    expect(offices.offices.map(({ name }) => name)).not.toContain('Setjen Contoh Z');
    const { rows } = await read('appointments?search=milik', appointmentsPageSchema);
    expect(rows).toEqual([]);
  });

  test('a scope of another instansi, or that does not exist, or is not for the role', async () => {
    const { accountId } = await add('calon');
    const wrong: readonly [Role, Scope][] = [
      ['verifikator', { kind: 'opd', id: 'setjen-z' }],
      ['approver', kemZ],
      ['admin', kemZ],
      ['validator', { kind: 'kanreg', id: 'kr-1' }],
      ['admin', { kind: 'bkn_pusat' }],
      ['verifikator', { kind: 'opd', id: 'tidak-ada' }],
      ['approver', dinasA],
      ['asn', { kind: 'employee', id: 'asn-setjen-z' }],
    ];
    for (const [role, scope] of wrong) {
      expect([role, await told(await give(accountId, role, scope))]).toEqual([
        role,
        expect.stringMatching(/^Cakupan ini/),
      ]);
    }
    const own = await told(await give(accountId, 'asn', { kind: 'employee', id: 'asn-dinas-a' }));
    expect(own).toMatch(/datanya sendiri/);
  });

  test('an account that acts elsewhere as well is neither reset nor closed from here', async () => {
    const shared = await addAccount(server.db, 'dua-instansi', 'monitor', kabA);
    await appoint(server.db, shared, 'admin', kemZ);
    const accountId = shared.id;
    expect(await told(await post('accounts/reset', { accountId }))).toMatch(/di luar instansi/);
    expect(await told(await post('accounts/state', { accountId, active: false }))).toMatch(
      /di luar instansi/,
    );
    expect(await search('dua-instansi')).toMatchObject([{ elsewhere: true }]);
  });

  test('a foreign or invented NIP, a user name that is taken or looks like somebody', async () => {
    const account = { displayName: 'Nama', nip: null };
    const tried = async (change: object) =>
      told(await post('accounts', { ...account, username: `u-${randomUUID()}`, ...change }));
    expect(await tried({ nip: '198013012005011003' })).toMatch(/tidak terdaftar/);
    expect(await tried({ nip: '123' })).toMatch(/tidak terdaftar/);
    expect(await tried({ username: 'ADMIN-A' })).toMatch(/sudah dipakai/);
    expect(await tried({ username: '198013012005011001' })).toMatch(/NIP orang lain/);
    expect(await tried({ username: 'dua kata' })).toMatch(/username/);
    expect(await tried({ displayName: 'nol \u0000' })).toMatch(/displayName/);
  });
});

const end = (appointmentId: string, by: TestClient) =>
  post('appointments/end', { appointmentId, reason: 'Mutasi.' }, by);

describe('what an admin does not do alone', () => {
  test('appoint oneself, also under another account with the same NIP', async () => {
    const own = admin.session.account.id;
    expect(await told(await give(own, 'approver', kabA))).toMatch(/diri sendiri/);
    expect(await told(await post('accounts/reset', { accountId: own }))).toMatch(/sendiri/);
    expect(await told(await post('accounts/state', { accountId: own, active: false }))).toMatch(
      /sendiri/,
    );
  });

  test('in the past, ending before it begins, twice, or to a closed account', async () => {
    const { accountId } = await add('tanggal');
    const yesterday = addDays(today(), -1);
    const tried = async (change: object) => told(await give(accountId, 'monitor', kabA, change));
    expect(await tried({ validFrom: yesterday })).toMatch(/paling awal hari ini/);
    expect(await tried({ validUntil: yesterday })).toMatch(/sebelum mulai/);
    expect(await tried({ letter: { number: ' ', date: today() } })).toMatch(/letter.number/);
    const both = await Promise.all([tried({}), tried({})]);
    expect(both.toSorted()).toEqual(['Penunjukan yang sama masih berlaku bagi akun ini.', 'done']);
    expect(await told(await post('accounts/state', { accountId, active: false }))).toBe('done');
    expect(await told(await give(accountId, 'monitor', dinasA))).toMatch(/ditutup/);
  });

  test('the last admin stays: whoever ends whom, at the same moment too', async () => {
    const { db } = server;
    const other = await signIn(server, colleague.username);
    const mine = admin.account.appointmentId;
    const theirs = colleague.appointmentId;
    // A third one who never signed in does not count.
    const waiting = await add('admin-belum');
    await give(waiting.accountId, 'admin', kabA);
    const answers = await Promise.all([end(theirs, admin), end(mine, other)]);
    const sentences = await Promise.all(answers.map(told));
    expect(sentences.filter((one) => one === 'done')).toHaveLength(1);
    const left = answers.at(0)?.ok === true ? admin : other;
    expect(await told(await end(left.account.appointmentId, left))).toMatch(/admin terakhir/);
    const ended = await db
      .selectFrom('appointment_end')
      .select('reason')
      .where('appointment_id', '=', left === admin ? theirs : mine)
      .execute();
    expect(ended).toEqual([{ reason: 'Mutasi.' }]);
    // The others go on with an admin who is left.
    admin = left;
    await appoint(db, left === admin ? colleague : admin.account, 'admin', kabA);
  });
});
