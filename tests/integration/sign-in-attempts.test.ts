import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addOrganisation, addVerifikator } from '#tests/support/builders.ts';
import { postJson, signIn, startTestServer, type TestServer } from '#tests/support/server.ts';

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
