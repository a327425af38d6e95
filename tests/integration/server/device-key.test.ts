import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import {
  deviceProofHeader,
  refreshProofText,
  signInProofText,
} from '#shared/contract/device-proof.ts';
import { sessionSchema, type Session } from '#shared/contract/session.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  makeRefusal,
  testPassword,
} from '#tests/support/builders.ts';
import { makeTestKey, type TestKey } from '#tests/support/device-key.ts';
import { postJson, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let account: Account;
let colleague: Account;
let deviceId: string;
let key: TestKey;

const scope = { kind: 'opd', id: 'dinas-a' } as const;
const newAccount = (on = server) =>
  addAccount(on.db, `petugas-${randomUUID().slice(0, 8)}`, 'verifikator', scope);

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
});
afterAll(() => server.stop());
beforeEach(async () => {
  [account, colleague] = [await newAccount(), await newAccount()];
  deviceId = randomUUID();
  key = await makeTestKey();
});

/** A sign-in, with the key of the PC or without one. */
async function signIn(
  { username }: Account,
  by: TestKey | null = key,
  { id = deviceId, on = server }: { readonly id?: string; readonly on?: TestServer } = {},
): Promise<Response> {
  const proof = by && (await by.prove(signInProofText(id, username)));
  return postJson(on, '/api/v1/session', {
    username,
    password: testPassword,
    device: { id, name: 'PC Uji' },
    ...(proof && { proof }),
  });
}

async function sessionOf(answer: Response): Promise<Session> {
  expect(answer.status).toBe(200);
  return sessionSchema.parse(await answer.json());
}

async function messageOf(answer: Response): Promise<string> {
  const { error } = apiErrorBodySchema.parse(await answer.json());
  return `${answer.status}: ${error.message}`;
}

async function refresh({ refreshToken }: Session, by: TestKey | null, on = server) {
  const proof = by && (await by.prove(refreshProofText(deviceId, refreshToken)));
  return postJson(on, '/api/v1/session/refresh', {
    refreshToken,
    deviceId,
    ...(proof && { proof }),
  });
}

const commandsPath = '/api/v1/commands';

async function bodyOf(): Promise<{ readonly body: string; readonly id: string }> {
  const decision = makeRefusal(await addUsul(server.db, server.documents, 'dinas-a'));
  return { body: JSON.stringify({ commands: [commandOfDecision(decision)] }), id: decision.id };
}

async function send(
  { accessToken }: Session,
  body: string,
  headers: Readonly<Record<string, string>>,
  path = commandsPath,
): Promise<number | string> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${accessToken}`,
      ...headers,
    },
  });
  if (answer.status !== 200) return answer.status;
  return commandResultsSchema.parse(await answer.json()).results[0]!.kind;
}

async function isTaken(id: string): Promise<boolean> {
  const rows = await server.db.selectFrom('decision').select('id').where('id', '=', id).execute();
  return rows.length > 0;
}

describe('a session of a PC with a key', () => {
  test('takes in what the PC signed, and is of no use to who took its tokens', async () => {
    const session = await sessionOf(await signIn(account));
    expect(session.deviceKey).toBe(key.publicKey);
    const thief = await makeTestKey();
    const { accessToken } = session;
    const [{ body, id }, other] = [await bodyOf(), await bodyOf()];
    const attempts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'no proof': {},
      'another key': await thief.sign(commandsPath, accessToken, body),
      'another body': await key.sign(commandsPath, accessToken, other.body),
      'another route': await key.sign('/api/v1/decisions', accessToken, body),
      'another session': await key.sign(commandsPath, `${accessToken}x`, body),
      'no proof at all': { [deviceProofHeader]: 'x' },
      'a key that is no point': {
        [deviceProofHeader]: `${'A'.repeat(87)}.${'A'.repeat(86)}`,
      },
      'the right key beside a foreign signature': {
        [deviceProofHeader]: `${key.publicKey}.${'A'.repeat(86)}`,
      },
    };
    for (const [name, headers] of Object.entries(attempts)) {
      expect([name, await send(session, body, headers)]).toEqual([name, 401]);
    }
    const asBefore = JSON.stringify({ decisions: [makeRefusal(await addUsulHere())] });
    expect(await send(session, asBefore, {}, '/api/v1/decisions')).toBe(401);
    expect(await isTaken(id)).toBe(false);
    // A refresh token that was found neither goes on nor ends the session of its owner.
    expect((await refresh(session, null)).status).toBe(401);
    expect((await refresh(session, thief)).status).toBe(401);
    const next = await sessionOf(await refresh(session, key));
    const signed = await key.sign(commandsPath, next.accessToken, body);
    expect(await send(next, body, signed)).toBe('diterima');
    expect(await send(next, body, signed)).toBe('diterima');
  });

  test('begins with a sign-in that the key itself signed, for this PC and this name', async () => {
    const { username } = account;
    const device = { id: deviceId, name: 'PC' };
    for (const text of [
      signInProofText(randomUUID(), username),
      signInProofText(deviceId, colleague.username),
      refreshProofText(deviceId, username),
    ]) {
      const proof = await key.prove(text);
      const body = { username, password: testPassword, device, proof };
      expect((await postJson(server, '/api/v1/session', body)).status).toBe(401);
    }
    const proof = { key: 'x', signature: 'y' };
    const body = { username, password: testPassword, device, proof };
    expect((await postJson(server, '/api/v1/session', body)).status).toBe(400);
  });
});

const addUsulHere = () => addUsul(server.db, server.documents, 'dinas-a');

describe('a PC of before, which has no key', () => {
  test('goes on, and gets one at its first contact with an application that has one', async () => {
    const old = await sessionOf(await signIn(account, null));
    expect(old.deviceKey).toBeUndefined();
    const [first, second] = [await bodyOf(), await bodyOf()];
    expect(await send(old, first.body, {})).toBe('diterima');
    const going = await sessionOf(await refresh(old, null));
    const updated = await sessionOf(await refresh(going, key));
    expect(updated.deviceKey).toBe(key.publicKey);
    expect(await send(updated, second.body, {})).toBe(401);
    const signed = await key.sign(commandsPath, updated.accessToken, second.body);
    expect(await send(updated, second.body, signed)).toBe('diterima');
    expect((await refresh(updated, null)).status).toBe(401);
    // Back to the older application: its person signs in again. Whoever finds that token gets no key in with it.
    const back = await sessionOf(await signIn(account, null));
    expect(back.deviceKey).toBeUndefined();
    const found = await sessionOf(await refresh(back, await makeTestKey()));
    expect(found.deviceKey).toBeUndefined();
    expect((await sessionOf(await refresh(found, key))).deviceKey).toBe(key.publicKey);
  });

  test('gets its first key from nobody who only knows its id', async () => {
    const thief = await makeTestKey();
    await sessionOf(await signIn(account, null));
    // With a password of his own, by an application of before and then by a newer one.
    await sessionOf(await signIn(colleague, null));
    await sessionOf(await signIn(colleague, thief));
    await sessionOf(await signIn(account));
    const third = await newAccount();
    expect(await messageOf(await signIn(third, thief))).toBe(
      '403: PC ini terdaftar dengan kunci lain.',
    );
    await sessionOf(await signIn(third));
  });

  test('nor from who found a token of it: the person of the PC comes back, a revocation elsewhere or not', async () => {
    const [thief, elsewhere] = [await makeTestKey(), randomUUID()];
    const old = await sessionOf(await signIn(account, null));
    await sessionOf(await signIn(account, await makeTestKey(), { id: elsewhere }));
    const found = await sessionOf(await refresh(old, thief));
    expect((await refresh(old, key)).status).toBe(401);
    await revokeDevice(server.db, elsewhere, new Date());
    expect((await sessionOf(await signIn(account))).deviceKey).toBe(key.publicKey);
    // What was found is over with it, and an approval of anything on this PC does not bring it back.
    expect((await refresh(found, thief)).status).toBe(401);
    expect((await signIn(account, thief)).status).toBe(403);
    expect(await messageOf(await signIn(colleague, thief))).toContain('kunci lain');
  });

  test('is turned away once the policy asks for a key', async () => {
    const asking = await startTestServer({
      enrolment: { approval: 'automatic', keyRequired: true },
    });
    await addOrganisation(asking.db);
    const other = await newAccount(asking);
    expect(await messageOf(await signIn(other, null, { on: asking }))).toBe(
      '403: Versi aplikasi ini tidak dapat dipakai lagi untuk masuk di PC ini.',
    );
    const session = await sessionOf(await signIn(other, key, { on: asking }));
    await asking.db.updateTable('session').set({ device_key: null }).execute();
    expect((await refresh(session, null, asking)).status).toBe(401);
    expect((await refresh(session, key, asking)).status).toBe(200);
    await asking.stop();
  });
});

describe('a PC that has a key', () => {
  test('is taken over by nobody with another, and shared by those who sit at it', async () => {
    await sessionOf(await signIn(account));
    const thief = await makeTestKey();
    expect(await messageOf(await signIn(colleague, thief))).toBe(
      '403: PC ini terdaftar dengan kunci lain.',
    );
    await sessionOf(await signIn(colleague));
  });

  test('and lost it gets a new one with the password, but not once one of the PCs was revoked', async () => {
    await sessionOf(await signIn(account));
    const [next, third] = [await makeTestKey(), await makeTestKey()];
    expect((await sessionOf(await signIn(account, next))).deviceKey).toBe(next.publicKey);
    // The first one still counts: it is the same PC until somebody says otherwise.
    await sessionOf(await signIn(account));
    const revoked = randomUUID();
    await sessionOf(await signIn(account, third, { id: revoked }));
    await revokeDevice(server.db, revoked, new Date());
    expect(await messageOf(await signIn(account, third))).toBe(
      '403: PC ini belum disetujui untuk akun Anda.',
    );
    expect((await signIn(account, null)).status).toBe(403);
    await sessionOf(await signIn(account, next));
  });
});
