import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt, SignJWT } from 'jose';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readKnownServer } from '#renderer/data/keyring/known-server.ts';
import { openHostDatabase, type HostDatabase } from '#renderer/data/schema/open-database.ts';
import { makeServerTrust } from '#renderer/workers/sync/http/server-trust.ts';
import { runCli } from '#server/app/run-cli.ts';
import { parseSettings, type ServerSettings } from '#server/app/server-settings.ts';
import { startServer, type RunningServer } from '#server/app/start-server.ts';
import { addOrganisation, addVerifikator } from '#tests/support/builders.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { fingerprintOf, serverIdentitySchema } from '#shared/contract/server-identity.ts';
import { succeed } from '#shared/kernel/result.ts';
import { postJson, signIn } from '#tests/support/server.ts';

const username = 'verifikator-dinas-a';
let database: TestDatabase;
let folder: string;
let keyFile: string;

beforeAll(async () => {
  database = await makeTestDatabase();
  await addOrganisation(database.db);
  await addVerifikator(database.db, 'dinas-a');
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.deleteFrom('device_secret').execute();
  await database.db.deleteFrom('server_secret').execute();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-kunci-'));
  keyFile = path.join(folder, 'server-keys.json');
  return () => rm(folder, { recursive: true, force: true });
});

function env(own: Record<string, string> = {}): Record<string, string> {
  const { url } = database;
  return { DATABASE_URL: url, MEJA_DATA_DIR: folder, MEJA_LOG_LEVEL: 'silent', PORT: '0', ...own };
}

function settingsWith(own: Record<string, string> = {}): ServerSettings {
  const settings = parseSettings(env(own));
  if (!settings.ok) throw new Error(settings.error.variables.join());
  return settings.value;
}

/** Runs the real server while the work is done. */
async function serving<T>(
  work: (server: RunningServer) => Promise<T>,
  own: Record<string, string> = {},
): Promise<T> {
  const server = await startServer(settingsWith(own), { markEveryMs: null, graceMs: 100 });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

const secretAt = (deviceId: string, own: Record<string, string> = {}) =>
  serving(async (server) => (await signIn(server, username, deviceId)).session.deviceSecret, own);

async function run(command: string) {
  const lines: string[] = [];
  const ports = { print: (line: string) => void lines.push(line), untilStopped: () => never };
  const code = await runCli([command], { env: env(), ...ports });
  return { code, text: lines.join(' ') };
}
const never = new Promise<void>(() => {});

/** All that the database knows of secrets, as whoever has stolen it reads it. */
async function stolen(): Promise<readonly string[]> {
  const ofServer = await database.db.selectFrom('server_secret').select('value as text').execute();
  const ofDevices = await database.db
    .selectFrom('device_secret')
    .select('secret as text')
    .execute();
  return [...ofServer, ...ofDevices].map(({ text }) => text);
}

test('a stolen database signs no token and opens no hand-over', async () => {
  await serving(async (server) => {
    const { session } = await signIn(server, username);
    const { sub, iss, aud } = decodeJwt(session.accessToken);
    const texts = await stolen();
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const text of texts) {
      expect(text).not.toContain(session.deviceSecret);
      for (const key of [text, text.split(':').at(-1)!]) {
        const bytes = [Buffer.from(key, 'base64'), Buffer.from(key, 'base64').subarray(0, 32)];
        for (const secret of bytes) {
          const forged = await new SignJWT({})
            .setProtectedHeader({ alg: 'HS256' })
            .setSubject(sub!)
            .setIssuer(iss!)
            .setAudience(String(aud))
            .setExpirationTime('5m')
            .sign(secret);
          const headers = { authorization: `Bearer ${forged}` };
          expect((await fetch(`${server.url}/api/v1/changes`, { headers })).status).toBe(401);
        }
      }
    }
  });
  expect((await stat(keyFile)).mode & 0o077).toBe(0);
});

test('secrets that lie in clear from before are sealed at the next start, and stay the same', async () => {
  const deviceId = randomUUID();
  const first = await secretAt(deviceId);
  const clear = Buffer.alloc(32, 3).toString('base64');
  await database.db.updateTable('device_secret').set({ secret: first }).execute();
  await database.db
    .updateTable('server_secret')
    .set({ value: clear })
    .where('name', '=', 'receipt')
    .execute();
  expect(await secretAt(deviceId)).toBe(first);
  for (const text of await stolen()) expect([first, clear]).not.toContain(text);
});

test('a secret cannot be put into the row of another PC', async () => {
  const [mine, theirs] = [randomUUID(), randomUUID()];
  await secretAt(mine);
  await secretAt(theirs);
  const { secret } = await database.db
    .selectFrom('device_secret')
    .select('secret')
    .where('device_id', '=', theirs)
    .executeTakeFirstOrThrow();
  await database.db
    .updateTable('device_secret')
    .set({ secret })
    .where('device_id', '=', mine)
    .execute();
  await expect(secretAt(mine)).rejects.toThrow('500');
});

test('rotate-keys: the same secrets under a new key; the old one opens what was saved before, and nothing newer', async () => {
  const deviceId = randomUUID();
  const first = await secretAt(deviceId);
  const [before, saved] = [await readFile(keyFile, 'utf8'), await stolen()];
  expect(await run('rotate-keys')).toMatchObject({ code: 0 });
  expect(await secretAt(deviceId)).toBe(first);
  for (const text of await stolen()) expect(saved).not.toContain(text);
  // A backup of before the rotation is put back.
  await database.db
    .updateTable('device_secret')
    .set({ secret: saved.at(-1)! })
    .execute();
  expect(await secretAt(deviceId)).toBe(first);
  await writeFile(keyFile, before);
  await expect(secretAt(deviceId)).rejects.toThrow('kunci server lain');
});

const ask = (server: RunningServer) => async (nonce: string) => {
  const answer = await postJson(server, '/api/v1/identity', { nonce });
  return succeed(serverIdentitySchema.parse(await answer.json()));
};

describe('a PC knows the server by its key', () => {
  let host: HostDatabase;
  beforeEach(() => {
    host = openHostDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    return () => host.close();
  });

  /** What the PC says of the server as it is started now; undefined: it is the known one. */
  const meet = (own: Record<string, string> = {}) =>
    serving(async (server) => makeServerTrust(host)(ask(server)), own);
  const key = async () => (await readKnownServer(host))?.key;

  test('through every rotation of its keys, and not back to one of before', async () => {
    expect(await meet()).toBeUndefined();
    const [first, saved] = [await key(), await readFile(keyFile, 'utf8')];
    // A PC that was away for two of them.
    for (let times = 0; times < 2; times += 1) await run('rotate-keys');
    expect(await meet()).toBeUndefined();
    expect(await key()).not.toBe(first);
    const { text } = await run('identity');
    const bytes = Buffer.from((await key())!, 'base64url');
    expect(text).toBe(`Sidik kunci server: ${fingerprintOf(bytes)}`);
    // Whoever got hold of the key that was replaced.
    await database.db.deleteFrom('server_secret').execute();
    await database.db.deleteFrom('device_secret').execute();
    await writeFile(keyFile, saved);
    expect(await meet()).toEqual({ kind: 'server_lain', key: first });
  });

  test('with its keys from the environment, and not one with other keys on the same database', async () => {
    const [old, fresh, other] = [1, 2, 3].map((fill) => Buffer.alloc(32, fill).toString('base64'));
    expect(await meet({ MEJA_SERVER_KEY: old! })).toBeUndefined();
    expect(await meet({ MEJA_SERVER_KEY: `${fresh},${old}` })).toBeUndefined();
    expect(await meet({ MEJA_SERVER_KEY: fresh! })).toBeUndefined();
    await database.db.deleteFrom('server_secret').execute();
    await database.db.deleteFrom('device_secret').execute();
    const refused = await meet({ MEJA_SERVER_KEY: other! });
    expect(refused).toMatchObject({ kind: 'server_lain' });
    // A server that only names the known key as one of its own.
    const forged = await serving(
      async (server) =>
        makeServerTrust(host)(async (nonce) => {
          const answer = await ask(server)(nonce);
          if (!answer.ok) return answer;
          const { key: shown, signature } = answer.value;
          return succeed({
            ...answer.value,
            before: [
              { key: (await key())!, signature },
              { key: shown, signature },
            ],
          });
        }),
      { MEJA_SERVER_KEY: other! },
    );
    expect(forged).toEqual(refused);
  });

  test('however its database goes back', async () => {
    expect(await meet()).toBeUndefined();
    await database.db.deleteFrom('server_secret').execute();
    await database.db.deleteFrom('device_secret').execute();
    expect(await meet()).toBeUndefined();
    for (const text of await stolen()) expect(text).not.toContain((await key())!);
  });
});

test('keys from the environment: a new one in front, the old one behind it, then alone', async () => {
  const deviceId = randomUUID();
  const [old, fresh] = [1, 2].map((fill) => Buffer.alloc(32, fill).toString('base64'));
  const first = await secretAt(deviceId, { MEJA_SERVER_KEY: old! });
  expect(await secretAt(deviceId, { MEJA_SERVER_KEY: `${fresh},${old}` })).toBe(first);
  expect(await secretAt(deviceId, { MEJA_SERVER_KEY: fresh! })).toBe(first);
  await expect(secretAt(deviceId, { MEJA_SERVER_KEY: old! })).rejects.toThrow('server lain');
  await expect(stat(keyFile)).rejects.toThrow('ENOENT');
  expect(parseSettings(env({ MEJA_SERVER_KEY: 'pendek' }))).toMatchObject({ ok: false });
});

test('without its keys a server does not start; when they are lost for good, keys-lost begins anew', async () => {
  const deviceId = randomUUID();
  const first = await secretAt(deviceId);
  await rm(keyFile);
  await expect(secretAt(deviceId)).rejects.toThrow('keys-lost');
  await expect(stat(keyFile)).rejects.toThrow('ENOENT');
  await writeFile(keyFile, '{"version":1,"keys":[]}');
  await expect(secretAt(deviceId)).rejects.toThrow('tidak dapat dibaca');
  await rm(keyFile);
  const { code, text } = await run('keys-lost');
  expect([code, text]).toEqual([0, expect.stringContaining('rahasia dilupakan')]);
  expect(await secretAt(deviceId)).not.toBe(first);
  // Nothing is told of seals that nobody can make any more.
  const told = await serving(async (server) => Promise.resolve(server.told));
  expect(told.join()).not.toContain('segel');
  expect(await run('verify-chain')).toMatchObject({ code: 0 });
  // What still opens is not forgotten.
  const next = await secretAt(deviceId);
  await cp(keyFile, `${keyFile}.salinan`);
  expect(await run('keys-lost')).toMatchObject({ text: expect.stringContaining('0 rahasia') });
  expect(await secretAt(deviceId)).toBe(next);
});
