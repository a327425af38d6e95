import { randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptSecret } from '#server/store/secrets.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { continueSession, openSession } from '#server/session/sessions.ts';
import { sessionSchema, type Session } from '#shared/contract/session.ts';
import { addOrganisation, addVerifikator, testPassword } from '#tests/support/builders.ts';
import { postJson, signIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
const username = 'verifikator-dinas-a';

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
});
afterAll(() => server.stop());

async function refresh(refreshToken: string, deviceId: string) {
  const answer = await postJson(server, '/api/v1/session/refresh', { refreshToken, deviceId });
  const body: unknown = await answer.json();
  return { status: answer.status, body };
}

async function refreshed(refreshToken: string, deviceId: string): Promise<Session> {
  const { status, body } = await refresh(refreshToken, deviceId);
  expect(status).toBe(200);
  return sessionSchema.parse(body);
}

const refused = { status: 401, body: { error: { kind: 'belum_masuk' } } };

async function works(session: Pick<Session, 'accessToken'>): Promise<boolean> {
  const answer = await fetch(`${server.url}/api/v1/changes`, {
    headers: { authorization: `Bearer ${session.accessToken}` },
  });
  return answer.status === 200;
}

describe('sign-in', () => {
  test('opens a session; the answer never carries the hash of the password', async () => {
    const { session } = await signIn(server, username);
    expect(session.account).toEqual({
      id: expect.any(String),
      username,
      displayName: `Petugas ${username}`,
      nip: null,
      role: 'verifikator',
      scope: { kind: 'opd', id: 'dinas-a' },
      scopeName: 'Dinas Contoh A',
      appointmentId: session.account.id,
    });
    expect(await works(session)).toBe(true);
  });

  test('takes the user name in any case and with spaces around it', async () => {
    const { session } = await signIn(server, `  ${username.toUpperCase()} `);
    expect(session.account.username).toBe(username);
  });

  test('takes the NIP as it is printed, with spaces or dots', async () => {
    const account = await addVerifikator(server.db, 'setjen-z');
    const nip = '198406082011041978';
    await server.db.updateTable('account').set({ nip }).where('id', '=', account.id).execute();
    for (const printed of [nip, '19840608 201104 1 978', ' 19840608.201104.1.978 ']) {
      const { session } = await signIn(server, printed);
      expect(session.account.id).toBe(account.id);
    }
  });

  test('an unknown account and a wrong password get the same answer', async () => {
    const device = { id: randomUUID(), name: 'PC' };
    const attempt = async (name: string, password: string) => {
      const answer = await postJson(server, '/api/v1/session', {
        username: name,
        password,
        device,
      });
      return [answer.status, await answer.text()];
    };
    const wrong = await attempt(username, 'salah');
    expect(wrong[0]).toBe(401);
    expect(await attempt('tidak-ada', testPassword)).toEqual(wrong);
  });

  test('an account that was switched off cannot sign in, and its session ends at once', async () => {
    const account = await addVerifikator(server.db, 'bidang-a');
    const { session, deviceId } = await signIn(server, account.username);
    await server.db
      .updateTable('account')
      .set({ active: false })
      .where('id', '=', account.id)
      .execute();
    expect(await works(session)).toBe(false);
    expect(await refresh(session.refreshToken, deviceId)).toMatchObject(refused);
    await expect(signIn(server, account.username)).rejects.toThrow('401');
  });
});

describe('access tokens', () => {
  test.each(['', 'Bearer ', 'Bearer a.b.c', 'Basic dTpw', `Bearer ${'x'.repeat(5_000)}`])(
    'header %j opens nothing',
    async (authorization) => {
      const answer = await fetch(`${server.url}/api/v1/changes`, { headers: { authorization } });
      expect(answer.status).toBe(401);
    },
  );

  test('a token without signature (alg none) opens nothing', async () => {
    const { session } = await signIn(server, username);
    const [, payload] = session.accessToken.split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await works({ accessToken: `${header}.${payload}.` })).toBe(false);
  });

  test('a token of another issuer, for another audience or of another key opens nothing', async () => {
    const { session } = await signIn(server, username);
    const key = await keptSecret(server.db, 'access-token');
    const sign = (issuer: string, audience: string, by: Uint8Array) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(decodeJwt(session.accessToken).sub!)
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('5m')
        .sign(by);
    const { iss, aud } = decodeJwt(session.accessToken);
    const audience = String(aud);
    expect(await works({ accessToken: await sign(iss!, audience, key) })).toBe(true);
    expect(await works({ accessToken: await sign('lain', audience, key) })).toBe(false);
    expect(await works({ accessToken: await sign(iss!, 'lain', key) })).toBe(false);
    expect(await works({ accessToken: await sign(iss!, audience, randomBytes(32)) })).toBe(false);
  });

  test('a token past its ten minutes opens nothing; the refresh token still does', async () => {
    const own = await startTestServer();
    await addOrganisation(own.db);
    await addVerifikator(own.db, 'dinas-a');
    const client = await signIn(own, username);
    const { session, deviceId } = client;
    own.clock.set(new Date(Date.now() + 11 * 60_000));
    expect((await client.fetch('/api/v1/changes')).status).toBe(401);
    const body = { refreshToken: session.refreshToken, deviceId };
    expect((await postJson(own, '/api/v1/session/refresh', body)).status).toBe(200);
    await own.stop();
  });
});

describe('refresh tokens', () => {
  test('rotate: each exchange gives another one', async () => {
    const { session, deviceId } = await signIn(server, username);
    const second = await refreshed(session.refreshToken, deviceId);
    const third = await refreshed(second.refreshToken, deviceId);
    expect(new Set([session, second, third].map((one) => one.refreshToken)).size).toBe(3);
    expect(await works(third)).toBe(true);
  });

  test('an old one that comes back ends the session for everybody', async () => {
    const { session, deviceId } = await signIn(server, username);
    const second = await refreshed(session.refreshToken, deviceId);
    const third = await refreshed(second.refreshToken, deviceId);
    expect(await refresh(session.refreshToken, deviceId)).toMatchObject(refused);
    expect(await refresh(third.refreshToken, deviceId)).toMatchObject(refused);
    expect(await works(third)).toBe(false);
  });

  test('one whose answer was lost on the way works again, as long as no successor was used', async () => {
    const { session, deviceId } = await signIn(server, username);
    await refreshed(session.refreshToken, deviceId);
    await refreshed(session.refreshToken, deviceId);
    const third = await refreshed(session.refreshToken, deviceId);
    const fourth = await refreshed(third.refreshToken, deviceId);
    expect(await works(fourth)).toBe(true);
  });

  test('of two successors only one can ever be used: the other one ends the session', async () => {
    const { session, deviceId } = await signIn(server, username);
    const thief = await refreshed(session.refreshToken, deviceId);
    const owner = await refreshed(session.refreshToken, deviceId);
    const next = await refreshed(owner.refreshToken, deviceId);
    expect(await refresh(thief.refreshToken, deviceId)).toMatchObject(refused);
    expect(await refresh(next.refreshToken, deviceId)).toMatchObject(refused);
  });

  test('the same one twice at the same moment does no harm', async () => {
    const { session, deviceId } = await signIn(server, username);
    const [a] = await Promise.all([
      refreshed(session.refreshToken, deviceId),
      refreshed(session.refreshToken, deviceId),
    ]);
    const next = await refreshed(a.refreshToken, deviceId);
    expect(await works(next)).toBe(true);
  });

  test('an exchange and a sign-in on the same PC at the same moment do not block each other', async () => {
    const deviceId = randomUUID();
    const first = await signIn(server, username, deviceId);
    let token = first.session.refreshToken;
    for (let round = 0; round < 40; round += 1) {
      const device = { id: deviceId, name: 'PC' };
      const [opened] = await Promise.all([
        openSession(server.db, first.account, device, new Date()),
        continueSession(server.db, token, { id: deviceId }, new Date()),
      ]);
      expect(opened.ok).toBe(true);
      if (opened.ok) token = opened.value.refreshToken;
    }
  });

  test('belong to their device: on another one they end the session', async () => {
    const { session, deviceId } = await signIn(server, username);
    expect(await refresh(session.refreshToken, randomUUID())).toMatchObject(refused);
    expect(await refresh(session.refreshToken, deviceId)).toMatchObject(refused);
  });

  test('know their device also by an id in capitals', async () => {
    const deviceId = randomUUID().toUpperCase();
    const { session } = await signIn(server, username, deviceId);
    expect(await works(await refreshed(session.refreshToken, deviceId))).toBe(true);
  });

  test('are not stored in clear', async () => {
    const { session } = await signIn(server, username);
    const rows = await server.db.selectFrom('refresh_token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(session.refreshToken);
  });

  test('run out', async () => {
    const own = await startTestServer();
    await addOrganisation(own.db);
    await addVerifikator(own.db, 'dinas-a');
    const { session, deviceId } = await signIn(own, username);
    own.clock.set(new Date(Date.now() + 61 * 86_400_000));
    const body = { refreshToken: session.refreshToken, deviceId };
    expect((await postJson(own, '/api/v1/session/refresh', body)).status).toBe(401);
    await own.stop();
  });
});

describe('the secret of a device', () => {
  test('is 32 bytes, the same at every sign-in and refresh of the account on the device', async () => {
    const first = await signIn(server, username);
    const { deviceSecret } = first.session;
    expect(Buffer.from(deviceSecret, 'base64')).toHaveLength(32);
    const next = await refreshed(first.session.refreshToken, first.deviceId);
    const again = await signIn(server, username, first.deviceId);
    expect([next.deviceSecret, again.session.deviceSecret]).toEqual([deviceSecret, deviceSecret]);
  });

  test('is another one for another device and for another account on the same device', async () => {
    const other = await addVerifikator(server.db, 'dinas-b');
    const first = await signIn(server, username);
    const secrets = [first, await signIn(server, username)].map((one) => one.session.deviceSecret);
    const { session } = await signIn(server, other.username, first.deviceId);
    expect(new Set([...secrets, session.deviceSecret]).size).toBe(3);
  });

  test('is made once when the account signs in twice at the same moment on a new device', async () => {
    const deviceId = randomUUID();
    const both = await Promise.all([
      signIn(server, username, deviceId),
      signIn(server, username, deviceId),
    ]);
    expect(new Set(both.map((one) => one.session.deviceSecret)).size).toBe(1);
  });

  test('is made at the next refresh for a session from before there were secrets', async () => {
    const { session, deviceId } = await signIn(server, username);
    await server.db.deleteFrom('device_secret').where('device_id', '=', deviceId).execute();
    const next = await refreshed(session.refreshToken, deviceId);
    expect(next.deviceSecret).not.toBe(session.deviceSecret);
    expect(Buffer.from(next.deviceSecret, 'base64')).toHaveLength(32);
  });

  test('is nowhere in the audit trail', async () => {
    const { session, deviceId } = await signIn(server, username);
    await refreshed(session.refreshToken, deviceId);
    const rows = await server.db.selectFrom('audit').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(session.deviceSecret);
  });
});

describe('the end of a session', () => {
  test('sign-out: neither token works any more', async () => {
    const client = await signIn(server, username);
    const { session, deviceId } = client;
    expect((await client.fetch('/api/v1/session', { method: 'DELETE' })).status).toBe(204);
    expect(await works(session)).toBe(false);
    expect(await refresh(session.refreshToken, deviceId)).toMatchObject(refused);
  });

  test('a revoked device is told so, whatever it tries', async () => {
    const client = await signIn(server, username);
    const other = await signIn(server, username);
    const { session, deviceId } = client;
    await revokeDevice(server.db, deviceId, new Date());
    const answer = await client.fetch('/api/v1/changes');
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { kind: 'perangkat_dicabut' } });
    expect(await refresh(session.refreshToken, deviceId)).toMatchObject({
      status: 403,
      body: { error: { kind: 'perangkat_dicabut' } },
    });
    await expect(signIn(server, username, deviceId)).rejects.toThrow('403');
    // Another PC of the account goes on; a new one has to be approved (`device-enrolment`).
    expect(await works(other.session)).toBe(true);
  });
});
