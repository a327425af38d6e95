import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '#server/app/build-app.ts';
import { parseSettings } from '#server/app/server-settings.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { addAccount, addOrganisation } from '#tests/support/builders.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

const routes = Object.entries<ApiRoute>(apiRoutes);
const guarded = routes.filter(([, route]) => route.access !== 'public');
const withBody = routes.filter(([, route]) => route.body);

const pathOf = (route: ApiRoute) => route.path.replace(':sha256', '0'.repeat(64));

/** A call of a route with nothing to say, right or wrong. */
function call(server: TestServer, route: ApiRoute, headers: Record<string, string> = {}) {
  const body = route.body ? { body: '{}' } : {};
  const type = route.body ? { 'content-type': 'application/json' } : {};
  return fetch(server.url + pathOf(route), {
    method: route.method,
    headers: { ...type, ...headers },
    ...body,
  });
}

/** Writes the head of a request and nothing of its body; answers what comes back. */
async function answerToHead(server: TestServer, lines: readonly string[]): Promise<string> {
  const socket = open(server);
  socket.write([...lines, 'Host: x', '', ''].join('\r\n'));
  const [part] = await once(socket, 'data');
  socket.destroy();
  return String(part);
}

function open(server: TestServer): Socket {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  // The server may cut it off.
  socket.on('error', () => undefined);
  return socket;
}

describe('before a byte of a body is read', () => {
  let server: TestServer;
  let client: TestClient;

  beforeAll(async () => {
    server = await startTestServer();
    await addOrganisation(server.db);
    await addAccount(server.db, 'pemantau', 'monitor', { kind: 'instansi', id: 'kab-a' });
    client = await signIn(server, 'pemantau');
  });
  afterAll(() => server.stop());

  const announced = ['Content-Type: application/json', 'Content-Length: 60000'];

  test.each(guarded)('%s knows whether there is a session', async (_name, route) => {
    const head = [`${route.method} ${pathOf(route)} HTTP/1.1`, ...announced];
    expect(await answerToHead(server, head)).toMatch(/^HTTP\/1\.1 401 /);
    expect(await answerToHead(server, [...head, 'Authorization: Bearer x.y.z'])).toMatch(
      /^HTTP\/1\.1 401 /,
    );
  });

  test.each(guarded.filter(([, { access }]) => typeof access !== 'string'))(
    '%s knows whether the role may call',
    async (_name, route) => {
      const token = `Authorization: Bearer ${client.session.accessToken}`;
      const head = [`${route.method} ${pathOf(route)} HTTP/1.1`, ...announced, token];
      expect(await answerToHead(server, head)).toMatch(/^HTTP\/1\.1 403 /);
    },
  );

  test.each(routes)('%s refuses what was packed', async (_name, route) => {
    for (const encoding of ['gzip', 'deflate', 'br', 'x-gzip', 'identity, gzip', 'GZIP']) {
      const head = [`${route.method} ${pathOf(route)} HTTP/1.1`, `Content-Encoding: ${encoding}`];
      expect(await answerToHead(server, [...head, ...announced])).toMatch(/^HTTP\/1\.1 400 /);
    }
  });

  test('also when what is packed is a good request', async () => {
    const body = { username: 'pemantau', password: 'x', device: { id: randomUUID(), name: 'PC' } };
    const answer = await fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify(body)),
    });
    const { error } = apiErrorBodySchema.parse(await answer.json());
    expect(error.message).toContain('dimampatkan');
  });

  test.each(routes)('%s takes no body larger than it declares', async (_name, route) => {
    if (route.method === 'GET') return;
    const { accessToken } = client.session;
    const bytes = (route.bodyBytes ?? 64) + 1;
    const head = [
      `${route.method} ${pathOf(route)} HTTP/1.1`,
      'Content-Type: application/json',
      `Content-Length: ${bytes}`,
      `Authorization: Bearer ${accessToken}`,
    ];
    // A monitor may not call all of them: those it is told so before.
    expect(await answerToHead(server, head)).toMatch(/^HTTP\/1\.1 (413|403) /);
  });

  test('what is wrong with a body is named in a few words, however much it is', async () => {
    const device = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`x${at}`, at]));
    const answer = await postJson(server, '/api/v1/session', { device });
    expect((await answer.text()).length).toBeLessThan(2_000);
  });
});

test('every route that takes a body says how large it may be', () => {
  for (const [, route] of withBody) expect(route.bodyBytes).toBeGreaterThan(0);
});

/** Whether an answer says that this was one call too many, in the shape of the contract and with the time to wait. */
async function isTooMany(answer: Response): Promise<boolean> {
  if (answer.status !== 429) return false;
  const { error } = apiErrorBodySchema.parse(await answer.json());
  return error.kind === 'terlalu_sering' && Number(answer.headers.get('retry-after')) > 0;
}

const callers: readonly (readonly [Role, Scope])[] = [
  ['verifikator', { kind: 'opd', id: 'dinas-a' }],
  ['approver', { kind: 'instansi', id: 'kab-a' }],
  ['admin', { kind: 'instansi', id: 'kab-a' }],
  ['helpdesk', { kind: 'instansi', id: 'kab-a' }],
];

/** Who of them may call a route. */
function callerOf({ access }: ApiRoute): Role | undefined {
  return callers.find(([role]) => typeof access === 'string' || access.includes(role))?.[0];
}

describe('too many calls', () => {
  const perAccount = { jarang: 4, sering: 5, deras: 6 };

  async function withServer(
    limits: { readonly pcsPerAddress: number },
    work: (server: TestServer) => Promise<void>,
  ) {
    const { pcsPerAddress } = limits;
    const server = await startTestServer({ callLimits: { perAccount, pcsPerAddress } });
    try {
      await addOrganisation(server.db);
      await work(server);
    } finally {
      await server.stop();
    }
  }

  describe('one account', () => {
    let server: TestServer;
    beforeAll(async () => {
      const callLimits = { perAccount, pcsPerAddress: 100 };
      server = await startTestServer({ callLimits, trustProxy: true });
      await addOrganisation(server.db);
      for (const [role, scope] of callers) {
        for (const at of [1, 2]) await addAccount(server.db, `${role}-${at}`, role, scope);
      }
    });
    afterAll(() => server.stop());

    test.each(guarded)('%s', async (name, route) => {
      const caller = callerOf(route);
      const [one, other] = [`${caller}-1`, `${caller}-2`] as const;
      const tokens = new Map<string, string>();
      const callAs = async (username: string) => {
        const known = tokens.get(username);
        // Signing out is one of the routes.
        const isFresh = known === undefined || name === 'signOut';
        const token = isFresh ? (await signIn(server, username)).session.accessToken : known;
        tokens.set(username, token);
        return call(server, route, { authorization: `Bearer ${token}` });
      };
      const most = perAccount[route.pace];
      const outcomes: boolean[] = [];
      for (let at = 0; at <= most; at += 1) outcomes.push(await isTooMany(await callAs(one)));
      expect([name, outcomes]).toEqual([name, [...Array<boolean>(most).fill(false), true]]);
      expect(await isTooMany(await callAs(other))).toBe(false);
    });
  });

  describe('one address', () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startTestServer({
        callLimits: { perAccount, pcsPerAddress: 2 },
        trustProxy: true,
      });
    });
    afterAll(() => server.stop());

    test.each(routes)('%s', async (_name, route) => {
      const from = async (address: string) =>
        isTooMany(await call(server, route, { 'x-forwarded-for': address }));
      const most = perAccount[route.pace] * 2;
      const outcomes: boolean[] = [];
      // One network of IPv6 is one address.
      for (let at = 0; at <= most; at += 1) outcomes.push(await from(`2001:db8::${at + 1}`));
      expect(outcomes).toEqual([...Array<boolean>(most).fill(false), true]);
      expect(await from('2001:db8:0:1::1')).toBe(false);
    });
  });

  test('from one address, of what is no route of the contract', async () => {
    await withServer({ pcsPerAddress: 1 }, async (server) => {
      const outcomes: boolean[] = [];
      for (let at = 0; at <= perAccount.deras; at += 1) {
        outcomes.push(await isTooMany(await fetch(`${server.url}/api/v1/openapi.json`)));
      }
      expect(outcomes.at(-1)).toBe(true);
    });
  });
});

test('heads, bodies and silence have an end', async () => {
  const server = await startTestServer();
  const settings = parseSettings({ MEJA_LOG_LEVEL: 'silent', MEJA_MAX_CONNECTIONS: '77' });
  if (!settings.ok) throw new Error('The settings of the test do not parse.');
  const app = await buildApp({
    db: server.db,
    documents: server.documents,
    settings: settings.value,
    now: () => new Date(),
    checkAnswers: true,
    callLimits: settings.value.callLimits,
  });
  const { headersTimeout, requestTimeout, timeout, maxConnections } = app.server;
  expect({ headersTimeout, requestTimeout, timeout, maxConnections }).toEqual({
    headersTimeout: 15_000,
    requestTimeout: 300_000,
    timeout: 330_000,
    maxConnections: 77,
  });
  await app.close();
  await server.stop();
});

describe('too many connections', () => {
  test('from one address are cut off, and others get theirs', async () => {
    const server = await startTestServer({
      callLimits: { perAccount: { jarang: 9, sering: 9, deras: 9 }, pcsPerAddress: 1 },
    });
    const sockets = Array.from({ length: 6 }, () => open(server));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await until(async () => {
      await expect(fetch(`${server.url}/api/v1/live`)).rejects.toThrow('fetch failed');
    });
    for (const socket of sockets) socket.destroy();
    await until(async () => {
      expect((await fetch(`${server.url}/api/v1/live`)).status).toBe(200);
    });
    await server.stop();
  });

  test('of all together are cut off', async () => {
    const server = await startTestServer({ maxConnections: 2 });
    const sockets = Array.from({ length: 2 }, () => open(server));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await delay(50);
    await expect(fetch(`${server.url}/api/v1/live`)).rejects.toThrow('fetch failed');
    for (const socket of sockets) socket.destroy();
    await server.stop();
  });
});
