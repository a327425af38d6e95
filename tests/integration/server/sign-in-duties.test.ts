import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factorPolicySchema } from '#shared/contract/admin/second-factor.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { kabA, kemZ, postAs, readAs, told } from '#tests/support/admin-desk.ts';
import { addAccount, addOrganisation, appoint, testPassword } from '#tests/support/builders.ts';
import {
  codeNow,
  enrol,
  inSession,
  kindOf,
  nextCode,
  trySignIn,
} from '#tests/support/second-factor.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

// What an account must do at its sign-in before anything else, and ways past it; on one server whose clock is moved.

let server: TestServer;
let admin: TestClient;
const dinasA = { kind: 'opd', id: 'dinas-a' } as const;
const other = 'padang rumput luas 7';

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  server.clock.set(new Date());
  await addAccount(server.db, 'admin-a', 'admin', kabA);
  await adminAgain();
});
afterAll(() => server.stop());

/** Access runs out where the clock was moved. */
const adminAgain = async (): Promise<void> => {
  admin = await signIn(server, 'admin-a');
};
const person = async (name: string) => {
  const account = await addAccount(server.db, name, 'verifikator', dinasA);
  return { ...account, name };
};
const withToken = (answer: Response) => inSession(server, answer);
const day = (days: number) => addDays(localDateIn('WIB', server.clock.now()), days);
const rule = (role: string, from: string | null, by = admin) =>
  postAs(by, 'factor-policy', { role, from });
const refresh = (refreshToken: string, deviceId: string) =>
  postJson(server, '/api/v1/session/refresh', { refreshToken, deviceId });

describe('who must have one', () => {
  test('goes on until the day, and can then do nothing but sign in with one', async () => {
    const { name, id } = await person('wajib');
    const device = randomUUID();
    const before = sessionSchema.parse(
      await (await trySignIn(server, name, { deviceId: device })).json(),
    );
    const monitoring = await appoint(server.db, { id }, 'monitor', kabA);
    const presence = async () =>
      (
        await fetch(`${server.url}/api/v1/session`, {
          headers: { authorization: `Bearer ${before.accessToken}` },
        })
      ).status;
    expect(await told(await rule('verifikator', day(-1)))).toMatch(/paling awal hari ini/);
    expect(await told(await rule('validator', day(0)))).toMatch(/tidak ada dalam cakupan/);
    expect(await told(await rule('verifikator', day(1)))).toBe('done');
    expect(await presence()).toBe(200);
    const now = server.clock.now();
    server.clock.set(new Date(Date.parse(`${day(1)}T00:00:00+07:00`) - 1_000));
    const entered = await withToken(await trySignIn(server, name));
    const { appointmentId } = monitoring;
    const elsewhere = await withToken(await trySignIn(server, name, { appointmentId }));
    const statuses = async () => [
      (await entered('session')).status,
      (await elsewhere('session')).status,
    ];
    expect(await statuses()).toEqual([200, 200]);
    nextCode(server);
    // Nor under a task that asks for none: commands name others.
    expect(await statuses()).toEqual([401, 401]);
    server.clock.set(now);
    expect((await entered('session')).status).toBe(200);
    server.clock.set(new Date(Date.parse(`${day(1)}T00:00:00+07:00`)));
    // Nor by a refresh, nor under a task that does not ask for it.
    expect(await kindOf(await refresh(before.refreshToken, device))).toBe('belum_masuk');
    for (const tried of [{}, { appointmentId }, { code: '000000' }]) {
      expect(await kindOf(await trySignIn(server, name, tried))).toBe('faktor_wajib');
    }
    const { session, secret } = await enrol(server, name);
    const here = await withToken(session);
    expect((await here('session')).status).toBe(200);
    const body = JSON.stringify({ password: testPassword, code: codeNow(server, secret) });
    const removal = await here('session/factor/removal', { method: 'POST', body });
    expect(await kindOf(removal)).toBe('tidak_berwenang');
    // A reset of the factor leads to another one, never past it.
    await adminAgain();
    expect(await told(await postAs(admin, 'accounts/factor', { accountId: id }))).toBe('done');
    expect(await kindOf(await trySignIn(server, name))).toBe('faktor_wajib');
  });

  test('is said by each admin of the own people alone', async () => {
    await addAccount(server.db, 'admin-z', 'admin', kemZ);
    await addAccount(server.db, 'admin-bkn', 'admin', { kind: 'bkn_pusat' });
    const [z, bkn] = [await signIn(server, 'admin-z'), await signIn(server, 'admin-bkn')];
    await addAccount(server.db, 'verifikator-z', 'verifikator', kemZ);
    await addAccount(server.db, 'validator-1', 'validator', { kind: 'kanreg', id: 'kr-1' });
    expect(await kindOf(await trySignIn(server, 'verifikator-z'))).toBe('done');
    const mine = await readAs(z, 'factor-policy', factorPolicySchema);
    expect(mine.rules.every(({ from }) => from === null)).toBe(true);
    expect(await told(await rule('validator', day(0), bkn))).toBe('done');
    expect(await kindOf(await trySignIn(server, 'validator-1'))).toBe('faktor_wajib');
    expect(await told(await rule('verifikator', null))).toBe('done');
    const { name } = await person('boleh-lagi');
    expect(await kindOf(await trySignIn(server, name))).toBe('done');
    // An admin who asks it of admins must have one too, at once.
    expect(await told(await rule('admin', day(0), z))).toBe('done');
    expect((await z.fetch('/api/v1/session')).status).toBe(401);
  });
});

describe('a password that somebody else typed', () => {
  const typed = 'kolam teratai 3 subuh';
  const setPassword = (name: string) => runServerCommand(server, ['set-password', name], [typed]);

  test('lets nobody in before its person chose another one', async () => {
    const { name } = await person('diketik');
    const { recoveryCodes } = await enrol(server, name);
    await setPassword(name);
    const tried = { password: typed };
    const [code] = recoveryCodes;
    const kind = async (more: object) =>
      kindOf(await trySignIn(server, name, { ...tried, ...more }));
    expect(await kind({})).toBe('sandi_baru_diperlukan');
    expect(await kind({ code: code! })).toBe('sandi_baru_diperlukan');
    expect(
      await told(await trySignIn(server, name, { ...tried, code: code!, newPassword: typed })),
    ).toMatch(/sama/);
    expect(
      await told(await trySignIn(server, name, { ...tried, code: code!, newPassword: 'pendek' })),
    ).toMatch(/paling sedikit/);
    // Nothing changes before the factor was shown, and no code is lost to what was refused.
    expect(await kind({ newPassword: other })).toBe('kode_diperlukan');
    expect(await kind({ newPassword: other, code: '000000' })).toBe('kode_salah');
    expect(await kind({})).toBe('sandi_baru_diperlukan');
    expect(await kind({ newPassword: other, code: code! })).toBe('done');
    expect(await kind({})).toBe('sandi_salah');
    expect(await kindOf(await trySignIn(server, name, { password: other }))).toBe(
      'kode_diperlukan',
    );
  });

  test('of two who choose another one at the same moment one is let in', async () => {
    const { name, id } = await person('berebut');
    await setPassword(name);
    const choose = (newPassword: string) =>
      trySignIn(server, name, { password: typed, newPassword });
    const answers = await Promise.all([choose(other), choose('lembah hijau 2 pagi')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const open = await server.db
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute();
    expect(open).toHaveLength(1);
  });
});
