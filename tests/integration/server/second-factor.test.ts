import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { managedAccountSchema } from '#shared/contract/admin/accounts.ts';
import { factorOfferSchema, factorStandingSchema } from '#shared/contract/second-factor.ts';
import { oneTimeCodeSchema } from '#shared/contract/tickets.ts';
import { activate, kabA, kemZ, postAs, told } from '#tests/support/admin-desk.ts';
import { addAccount, addOrganisation, testPassword } from '#tests/support/builders.ts';
import {
  askForFactor,
  codeNow,
  enrol,
  inSession,
  kindOf,
  nextCode,
  trySignIn,
} from '#tests/support/second-factor.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

// A second factor, who must have one, and all ways past it that an outsider would try; on one server whose clock is moved.

let server: TestServer;
let admin: TestClient;
const dinasA = { kind: 'opd', id: 'dinas-a' } as const;
const other = 'padang rumput luas 7';

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  server.clock.set(new Date());
  await addAccount(server.db, 'admin-a', 'admin', kabA);
  admin = await signIn(server, 'admin-a');
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
/** Two at the same moment: how many of them were let in. */
const together = async (one: () => Promise<Response>) =>
  (await Promise.all([one(), one(), one(), one()])).filter(({ ok }) => ok).length;

describe('a factor of the own', () => {
  test('is offered to the password, confirmed by its first code, and asked for from then on', async () => {
    const { name } = await person('pasang');
    const before = await signIn(server, name);
    const { secret, address, recoveryCodes, session } = await enrol(server, name);
    expect(address).toBe(
      `otpauth://totp/Meja%20Verifikator:${name}?secret=${secret}&issuer=Meja%20Verifikator`,
    );
    expect(new Set(recoveryCodes).size).toBe(10);
    // What was signed in without it has ended; what confirmed it goes on.
    expect((await before.fetch('/api/v1/session')).status).toBe(401);
    const here = await withToken(session);
    const standing = factorStandingSchema.parse(await (await here('session/factor')).json());
    expect(standing).toMatchObject({ recoveryCodes: 10, askedFrom: null });
    expect(standing.confirmedAt).not.toBeNull();
    expect(await kindOf(await trySignIn(server, name))).toBe('kode_diperlukan');
    const code = codeNow(server, secret);
    expect(
      await kindOf(
        await trySignIn(server, name, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` }),
      ),
    ).toBe('done');
    // Of the database it says nothing, nor of the audit.
    const { rows } = await server.db
      .selectFrom('second_factor')
      .selectAll()
      .execute()
      .then(async (factors) => ({
        rows: [
          factors,
          await server.db.selectFrom('recovery_code').selectAll().execute(),
          await server.db.selectFrom('audit').selectAll().execute(),
        ],
      }));
    const lying = JSON.stringify(rows);
    for (const shown of [secret, code, ...recoveryCodes, recoveryCodes[0]!.replace('-', '')]) {
      expect(lying).not.toContain(shown);
    }
  });

  test('a code opens once, whoever brings it, also of two at the same moment; a clock may be a step off', async () => {
    const { name } = await person('sekali');
    const { secret } = await enrol(server, name);
    const code = codeNow(server, secret);
    expect(await together(() => trySignIn(server, name, { code }))).toBe(1);
    expect(await kindOf(await trySignIn(server, name, { code }))).toBe('kode_salah');
    nextCode(server, 2);
    const tries = [-2, 2, -1, 0, 1];
    const kinds: string[] = [];
    for (const steps of tries) {
      kinds.push(
        await kindOf(await trySignIn(server, name, { code: codeNow(server, secret, steps) })),
      );
    }
    expect(kinds).toEqual(['kode_salah', 'kode_salah', 'done', 'done', 'done']);
    // One that is older than the last that was taken is not taken any more, nor is it when the clock goes back.
    expect(await kindOf(await trySignIn(server, name, { code: codeNow(server, secret) }))).toBe(
      'kode_salah',
    );
    nextCode(server, -1);
    expect(await kindOf(await trySignIn(server, name, { code: codeNow(server, secret, 1) }))).toBe(
      'kode_salah',
    );
    nextCode(server, 4);
  });

  test('a recovery code opens once, as it is typed; ten of before go with the factor', async () => {
    const { name } = await person('cadangan');
    const first = await enrol(server, name);
    const [one, two, three] = first.recoveryCodes;
    const typed = one!.toLowerCase().replace('-', ' ');
    expect(await together(() => trySignIn(server, name, { code: typed }))).toBe(1);
    expect(await kindOf(await trySignIn(server, name, { code: one! }))).toBe('kode_salah');
    // Another telephone: by the factor of before, which a recovery code stands in for.
    expect(await kindOf(await askForFactor(server, name))).toBe('kode_diperlukan');
    expect(await kindOf(await askForFactor(server, name, { code: '000000' }))).toBe('kode_salah');
    const offer = factorOfferSchema.parse(
      await (await askForFactor(server, name, { code: two! })).json(),
    );
    // Until it is confirmed the one of before counts, and the new one does not.
    const newCode = codeNow(server, offer.secret);
    expect(await kindOf(await trySignIn(server, name, { code: newCode }))).toBe('kode_salah');
    expect(
      await kindOf(await trySignIn(server, name, { code: codeNow(server, first.secret) })),
    ).toBe('done');
    expect(await kindOf(await trySignIn(server, name, { code: newCode, newFactor: true }))).toBe(
      'done',
    );
    nextCode(server);
    for (const code of [three!, codeNow(server, first.secret), offer.recoveryCodes[0]!.slice(1)]) {
      expect(await kindOf(await trySignIn(server, name, { code }))).toBe('kode_salah');
    }
    expect(await kindOf(await trySignIn(server, name, { code: offer.recoveryCodes[0]! }))).toBe(
      'done',
    );
  });

  test('whoever lacks the password learns nothing, and an offer runs out', async () => {
    const { name } = await person('tebak');
    const { secret } = await enrol(server, name);
    const code = codeNow(server, secret);
    const tries = [
      await trySignIn(server, name, { password: 'salah', code }),
      await trySignIn(server, 'tidak-ada-siapa', { password: 'salah', code }),
      await trySignIn(server, name, { password: 'salah', code, newFactor: true }),
      await askForFactor(server, name, { password: 'salah', code }),
      await askForFactor(server, 'tidak-ada-siapa', { password: 'salah' }),
    ];
    const bodies = await Promise.all(tries.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    // The code was not used up by that.
    expect(await kindOf(await trySignIn(server, name, { code }))).toBe('done');
    const { name: late } = await person('terlambat');
    const offer = factorOfferSchema.parse(await (await askForFactor(server, late)).json());
    nextCode(server, 30);
    const tooLate = { code: codeNow(server, offer.secret), newFactor: true } as const;
    expect(await kindOf(await trySignIn(server, late, tooLate))).toBe('kode_salah');
    expect(await kindOf(await trySignIn(server, late))).toBe('done');
  });

  test('guessing codes waits like guessing passwords, and the right password between does not begin anew', async () => {
    const { name } = await person('gigih');
    await enrol(server, name);
    const kinds: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      const tried = at % 2 === 0 ? { code: `10000${at % 10}` } : {};
      kinds.push(await kindOf(await trySignIn(server, name, tried)));
    }
    expect(kinds.slice(-2)).toEqual(['terlalu_sering', 'terlalu_sering']);
    expect(await kindOf(await askForFactor(server, name, { code: '100000' }))).toBe(
      'terlalu_sering',
    );
  });

  test('who signs in with the password alone while the factor is confirmed is not let in beside it', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { name, id } = await person(`bersamaan-${round}`);
      const offer = factorOfferSchema.parse(await (await askForFactor(server, name)).json());
      const code = codeNow(server, offer.secret);
      await Promise.all([
        trySignIn(server, name),
        trySignIn(server, name, { code, newFactor: true }),
        trySignIn(server, name),
        trySignIn(server, name),
      ]);
      const open = await server.db
        .selectFrom('session')
        .select('id')
        .where('account_id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
      expect(open).toHaveLength(1);
    }
  });

  test('a session alone takes no factor away, nor puts another one in its place', async () => {
    const { name } = await person('meja-terbuka');
    const { secret, session } = await enrol(server, name);
    const here = await withToken(session);
    const remove = async (password: string, code: string) =>
      kindOf(
        await here('session/factor/removal', {
          method: 'POST',
          body: JSON.stringify({ password, code }),
        }),
      );
    expect(await remove('salah', codeNow(server, secret))).toBe('tidak_sah');
    expect(await remove(testPassword, '000000')).toBe('tidak_sah');
    expect((await here('session')).status).toBe(200);
    expect(await remove(testPassword, codeNow(server, secret))).toBe('done');
    expect(await kindOf(await trySignIn(server, name))).toBe('done');
  });
});

describe('ways past it', () => {
  test('a code of the helpdesk sets a password, and no more; nor does a change of it', async () => {
    const { name } = await person('lupa');
    const { secret, session } = await enrol(server, name);
    const here = await withToken(session);
    await addAccount(server.db, 'helpdesk-a', 'helpdesk', kabA);
    const officer = await signIn(server, 'helpdesk-a');
    const body = JSON.stringify({ username: name });
    const issued = await officer.fetch('/api/v1/one-time-codes', { method: 'POST', body });
    const { code } = oneTimeCodeSchema.parse(await issued.json());
    expect(await told(await activate(server, { username: name, code, newPassword: other }))).toBe(
      'done',
    );
    expect((await here('session')).status).toBe(401);
    expect(await kindOf(await trySignIn(server, name, { password: other }))).toBe(
      'kode_diperlukan',
    );
    const entered = await trySignIn(server, name, {
      password: other,
      code: codeNow(server, secret),
    });
    const there = await withToken(entered);
    const change = { oldPassword: other, newPassword: 'lembah hijau 2 pagi' };
    await there('session/password', { method: 'POST', body: JSON.stringify(change) });
    expect(await kindOf(await trySignIn(server, name, { password: change.newPassword }))).toBe(
      'kode_diperlukan',
    );
    // Whoever helps does not reset it.
    const reset = await postAs(officer, 'accounts/factor', { accountId: randomUUID() });
    expect(await kindOf(reset)).toBe('tidak_berwenang');
  });

  test('an admin takes it away, of the own people and never of him- or herself', async () => {
    await adminAgain();
    const { name, id } = await person('hilang');
    const { session } = await enrol(server, name);
    const here = await withToken(session);
    const foreign = await addAccount(server.db, 'milik-z', 'verifikator', kemZ);
    const reset = (accountId: string) => postAs(admin, 'accounts/factor', { accountId });
    for (const accountId of [foreign.id, randomUUID()]) {
      expect(await told(await reset(accountId))).toBe('tidak_ditemukan');
    }
    expect(await told(await reset(admin.account.id))).toMatch(/Akun Anda sendiri/);
    // A new password by the admin does not do it either.
    await postAs(admin, 'accounts/reset', { accountId: id });
    expect((await here('session')).status).toBe(401);
    const shown = managedAccountSchema.parse(await (await reset(id)).json());
    expect(shown.factor).toBe(false);
    expect(await told(await reset(id))).toMatch(/tidak memakai/);
    const [entry] = await server.db
      .selectFrom('audit')
      .select(['account_id', 'details'])
      .where('action', '=', 'faktor_diatur_ulang')
      .execute();
    expect(entry).toMatchObject({
      account_id: admin.account.id,
      details: { holder: id, sebagai: admin.account.appointmentId },
    });
  });
});
