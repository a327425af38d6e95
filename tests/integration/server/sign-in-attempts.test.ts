import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { beginAttempt, freeAttempts, pruneAttempts } from '#server/session/sign-in-attempts.ts';
import { addOrganisation, addVerifikator, testPassword } from '#tests/support/builders.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

const username = 'verifikator-dinas-a';

/** Tries a wrong password; answers the status. */
async function attempt(at: TestServer, name: string, headers: Record<string, string> = {}) {
  const device = { id: randomUUID(), name: 'PC' };
  const body = { username: name, password: 'salah', device };
  return (await postJson(at, '/api/v1/session', body, headers)).status;
}

async function withServer(
  settings: Parameters<typeof startTestServer>[0],
  work: (strict: TestServer) => Promise<void>,
) {
  const strict = await startTestServer(settings);
  try {
    await addOrganisation(strict.db);
    await addVerifikator(strict.db, 'dinas-a');
    await addVerifikator(strict.db, 'dinas-b');
    await work(strict);
  } finally {
    await strict.stop();
  }
}

async function statusesOf(guess: () => Promise<readonly [number, number]>, times: number) {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) statuses.push((await guess())[0]);
  return statuses;
}

/** Tries a password from ever another address; answers status and the seconds to wait. */
function guesser(strict: TestServer, name: string, deviceId: string = randomUUID()) {
  let address = 0;
  return async (password = 'salah') => {
    address += 1;
    const answer = await postJson(
      strict,
      '/api/v1/session',
      { username: name, password, device: { id: deviceId, name: 'PC' } },
      { 'x-forwarded-for': `203.0.${address >> 8}.${address & 255}` },
    );
    return [answer.status, Number(answer.headers.get('retry-after') ?? 0)] as const;
  };
}

describe('attempts to sign in', () => {
  test('too many on one account are slowed down; another account is not', async () => {
    await withServer({ signInAttempts: 3 }, async (strict) => {
      const statuses: number[] = [];
      for (let at = 0; at < 5; at += 1) statuses.push(await attempt(strict, username));
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
      await signIn(strict, 'verifikator-dinas-b');
    });
  });

  test('count together however the NIP is written', async () => {
    await withServer({ signInAttempts: 3 }, async (strict) => {
      const statuses: number[] = [];
      for (const nip of ['198406082011041978', '19840608 201104 1 978', '1984.0608201104.1978']) {
        statuses.push(await attempt(strict, nip));
      }
      statuses.push(await attempt(strict, '1 9 8 4 0 6 0 8 2 0 1 1 0 4 1 9 7 8'));
      expect(statuses).toEqual([401, 401, 401, 429]);
    });
  });

  test('on ever other accounts from one address are slowed down, too', async () => {
    await withServer({ signInAttempts: 2 }, async (strict) => {
      const statuses: number[] = [];
      for (let at = 0; at < 21; at += 1) statuses.push(await attempt(strict, `orang-${at}`));
      expect(statuses).toEqual([...Array<number>(20).fill(401), 429]);
    });
  });

  test.each([false, true])(
    'count together whatever address the caller makes up (trustProxy %s)',
    async (trustProxy) => {
      await withServer({ signInAttempts: 3, trustProxy }, async (strict) => {
        const statuses: number[] = [];
        for (let at = 0; at < 4; at += 1) {
          // What a proxy passes on: the caller's own header, and behind it the address that the proxy saw.
          const headers = { 'x-forwarded-for': `10.9.8.${at}, 203.0.113.7` };
          statuses.push(await attempt(strict, username, headers));
        }
        expect(statuses).toEqual([401, 401, 401, 429]);
      });
    },
  );

  test('behind a proxy each address counts for itself', async () => {
    await withServer({ signInAttempts: 1, trustProxy: true }, async (strict) => {
      const from = (address: string) => attempt(strict, username, { 'x-forwarded-for': address });
      expect(await from('203.0.113.7')).toBe(401);
      expect(await from('203.0.113.8')).toBe(401);
      expect(await from('203.0.113.7')).toBe(429);
    });
  });
});

describe('a guesser with many addresses', () => {
  const free = Array<number>(freeAttempts).fill(401);
  let time: number;
  const later = (strict: TestServer, seconds: number) => {
    time += seconds * 1_000;
    strict.clock.set(new Date(time));
  };

  test('waits longer and longer, on one account, by user name and NIP, and also for the right one', async () => {
    await withServer({ trustProxy: true }, async (strict) => {
      time = Date.now();
      later(strict, 0);
      const nip = '198406082011041978';
      await strict.db
        .updateTable('account')
        .set({ nip })
        .where('username', '=', username)
        .execute();
      const [byName, byNip] = [guesser(strict, username), guesser(strict, nip)];
      const first = await statusesOf(byName, freeAttempts - 3);
      expect([...first, ...(await statusesOf(byNip, 3))]).toEqual(free);
      const waits: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const [status, seconds] = await byName(testPassword);
        expect(status).toBe(429);
        waits.push(seconds);
        later(strict, seconds - 1);
        expect((await byNip())[0]).toBe(429);
        later(strict, 1);
        expect((await byNip())[0]).toBe(401);
      }
      expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
      later(strict, 3_600);
      expect((await byName(testPassword))[0]).toBe(200);
      // The right one makes the next tries free again.
      expect(await statusesOf(byName, freeAttempts)).toEqual(free);
    });
  });

  test('gains nothing by many tries at the same moment, nor by another server or its new start', async () => {
    await withServer({ trustProxy: true }, async (strict) => {
      const guess = guesser(strict, username);
      const statuses = await Promise.all(Array.from({ length: 40 }, () => guess()));
      const tried = statuses.filter(([status]) => status === 401);
      expect(tried).toHaveLength(freeAttempts);
      const rows = await strict.db.selectFrom('sign_in_attempt').select('failures').execute();
      expect(rows).toEqual([{ failures: freeAttempts }]);
    });
  });

  test('keeps nobody out who signs in at a PC of before, and names that are no account wait as well', async () => {
    await withServer({ trustProxy: true }, async (strict) => {
      time = Date.now();
      later(strict, 0);
      const own = await signIn(strict, username);
      await statusesOf(guesser(strict, username), freeAttempts);
      expect((await guesser(strict, username)(testPassword))[0]).toBe(429);
      await signIn(strict, username, own.deviceId);
      // That PC counts for itself.
      const atOwn = guesser(strict, username, own.deviceId);
      expect(await statusesOf(atOwn, freeAttempts + 1)).toEqual([...free, 429]);
      await signIn(strict, 'verifikator-dinas-b');
      const nobody = guesser(strict, 'tidak-ada');
      expect(await statusesOf(nobody, freeAttempts + 1)).toEqual([...free, 429]);
      const text = JSON.stringify(
        await strict.db.selectFrom('sign_in_attempt').selectAll().execute(),
      );
      expect(text).not.toContain('tidak-ada');
      later(strict, 86_400 + 1);
      await pruneAttempts(strict.db, new Date(time));
      expect(await strict.db.selectFrom('sign_in_attempt').selectAll().execute()).toEqual([]);
    });
  });

  test('who holds a refresh token leaves no thousands of others behind', async () => {
    await withServer({}, async (strict) => {
      const client: TestClient = await signIn(strict, username);
      const statuses: number[] = [];
      const { refreshToken } = client.session;
      for (let at = 0; at < 61; at += 1) {
        const body = { refreshToken, deviceId: client.deviceId };
        statuses.push((await postJson(strict, '/api/v1/session/refresh', body)).status);
      }
      expect(statuses).toEqual([...Array<number>(60).fill(200), 429]);
      // Another PC behind the same address is not held up.
      const other = await signIn(strict, username);
      const body = { refreshToken: other.session.refreshToken, deviceId: other.deviceId };
      expect((await postJson(strict, '/api/v1/session/refresh', body)).status).toBe(200);
    });
  });
});

test('two at the same moment both begin, whichever looked at its clock first', async () => {
  await withServer({}, async ({ db }) => {
    const trier = { login: 'tidak-ada', deviceId: randomUUID(), key: null };
    const at = Date.now();
    for (const ms of [0, -1, -5]) {
      const begun = await beginAttempt(db, undefined, trier, new Date(at + ms));
      expect(begun).toMatchObject({ granted: true });
    }
  });
});
