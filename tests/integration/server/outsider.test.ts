import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as makeUuidV7 } from 'uuid';
import { sealHeads } from '#server/integrity/chain-seals.ts';
import { verifyDatabase } from '#server/integrity/verify-database.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { freeAttempts } from '#server/session/sign-in-attempts.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { signInProofText } from '#shared/contract/device-proof.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  makeDecision,
  makeRefusal,
  testPassword,
} from '#tests/support/builders.ts';
import { makeTestKey } from '#tests/support/device-key.ts';
import { handoverOf } from '#tests/support/handover.ts';
import { withOddities } from '#tests/support/limits/odd-values.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

// Somebody who has an account, or none, and a script; against one server that keeps no count of calls.

let server: TestServer;
let client: TestClient;

const unlimited = { jarang: 1_000_000, sering: 1_000_000, deras: 1_000_000 };

beforeAll(async () => {
  server = await startTestServer({
    callLimits: { perAccount: unlimited, pcsPerAddress: 1_000 },
    signInAttempts: 100_000,
  });
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
  client = await signIn(server, 'verifikator-dinas-a');
});
afterAll(() => server.stop());

const newUsul = () => addUsul(server.db, server.documents, 'dinas-a');

async function countOf(table: 'epoch' | 'decision'): Promise<number> {
  const { count } = await server.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function send(commands: readonly unknown[], by: TestClient = client) {
  const body = JSON.stringify({ commands });
  const answer = await by.fetch('/api/v1/commands', { method: 'POST', body });
  expect(answer.status).toBe(200);
  return commandResultsSchema.parse(await answer.json()).results;
}

/** The fault of the server that a body brings to light. */
async function faultOf(route: ApiRoute, value: unknown): Promise<readonly string[]> {
  const body = JSON.stringify(value);
  const answer = await client.fetch(route.path, { method: route.method, body });
  const text = await answer.text();
  const isFault = answer.status >= 500 || text.includes('gangguan_server');
  return isFault ? [`${answer.status} ${body.slice(0, 300)}`] : [];
}

describe('nothing that is sent is a fault of the server', () => {
  const bodies: readonly (readonly [ApiRoute, () => Promise<object> | object])[] = [
    [apiRoutes.identity, () => ({ nonce: 'x'.repeat(43) })],
    [
      apiRoutes.signIn,
      () => ({
        username: 'verifikator-dinas-a',
        password: 'salah',
        device: { id: randomUUID(), name: 'PC' },
        proof: { key: 'A'.repeat(87), signature: 'A'.repeat(86) },
      }),
    ],
    [apiRoutes.refresh, () => ({ refreshToken: 'x', deviceId: randomUUID() })],
    [apiRoutes.receipts, () => ({ ids: [makeUuidV7()] })],
    [apiRoutes.handover, async () => handoverOf(client, [makeRefusal(await newUsul())])],
    [apiRoutes.handoverOfRevoked, async () => handoverOf(client, [])],
  ];

  test.each(bodies)('by whatever stands in the body of $path', async (route, make) => {
    const faults: string[] = [];
    for (const odd of withOddities(await make())) faults.push(...(await faultOf(route, odd)));
    expect(faults).toEqual([]);
  });

  test('by whatever stands in a command', async () => {
    const { id: _, ...honest } = commandOfDecision(makeDecision(await newUsul()));
    // Each is judged for itself, as long as it has an id.
    const odd = Array.from(withOddities(honest), (one) =>
      typeof one === 'object' && one !== null ? { ...one, id: makeUuidV7() } : { id: makeUuidV7() },
    );
    const faults: string[] = [];
    for (let from = 0; from < odd.length; from += 25) {
      const commands = odd.slice(from, from + 25);
      faults.push(...(await faultOf(apiRoutes.commands, { commands })));
    }
    expect(faults).toEqual([]);
  });

  test('by cursors, receipts, ranges and headers of every kind', async () => {
    await newUsul();
    const page = changesPageSchema.parse(await (await client.fetch('/api/v1/changes')).json());
    const [result] = await send([commandOfDecision(makeRefusal(await newUsul()))]);
    if (result?.kind !== 'diterima') throw new Error('The decision was refused.');
    const numbers = ['0', '-1', '9'.repeat(9), '9'.repeat(19), '9'.repeat(40), '1e9', '٣', ''];
    const varied = (text: string) =>
      Array.from(text.matchAll(/\d+/gu)).flatMap(({ index, 0: digits }) =>
        numbers.map((one) => text.slice(0, index) + one + text.slice(index + digits.length)),
      );
    const cursors = [page.cursor, ...varied(page.cursor)].slice(0, 120);
    const receipts = varied(result.receipt!).slice(0, 120);
    const queries = [
      ...cursors.map((cursor) => ({ cursor })),
      ...receipts.map((lastReceipt) => ({ lastReceipt, lastCommand: result.id })),
      { lastReceipt: result.receipt!, lastCommand: randomUUID() },
      { lastReceipt: result.receipt!, lastCommand: 'x' },
      ...numbers.map((limit) => ({ limit })),
    ];
    const statuses = new Set<number>();
    for (const query of queries) {
      const answer = await client.fetch(`/api/v1/changes?${new URLSearchParams(query).toString()}`);
      statuses.add(answer.status);
    }
    const [change] = page.changes;
    if (change?.kind !== 'usul') throw new Error('There is an usul.');
    const { sha256 } = change.usul.documents[0]!;
    const ranges = [
      'bytes=0-',
      'bytes=-1',
      'bytes=-0',
      'bytes=5-2',
      'bytes=0-0,2-3',
      `bytes=${'9'.repeat(30)}-`,
      'bytes=-',
      'x',
    ];
    for (const range of ranges) {
      for (const path of [sha256, sha256.toUpperCase(), '0'.repeat(64), '%2e%2e%2f']) {
        const answer = await client.fetch(`/api/v1/documents/${path}`, { headers: { range } });
        statuses.add(answer.status);
      }
    }
    for (const version of ['x', '9'.repeat(200), '0.0.0', '999999999999.0.0', 'ü', '1.2.3-ü']) {
      const headers = { 'x-app-version': encodeURIComponent(version) };
      statuses.add((await client.fetch('/api/v1/changes', { headers })).status);
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    // And nothing of it made the server believe that it went back in time.
    expect(await countOf('epoch')).toBe(1);
  });

  test('by what is no request of any route', async () => {
    const { port } = new URL(server.url);
    const ask = async (...lines: readonly string[]): Promise<string> => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.end([...lines, '', ''].join('\r\n'));
      const closed = once(socket, 'close').then(() => ['']);
      const [first] = await Promise.race([once(socket, 'data'), closed]).catch(() => ['']);
      socket.destroy();
      return String(first).split('\r\n')[0]!;
    };
    const host = 'Host: x';
    const token = `Authorization: Bearer ${client.session.accessToken}`;
    const said = await Promise.all([
      ask('GET //api/v1/changes HTTP/1.1', host),
      ask('GET /api/v1/session/../changes HTTP/1.1', host),
      ask('GET /API/V1/CHANGES HTTP/1.1', host),
      ask('GET /api/v1/changes;x=1 HTTP/1.1', host),
      ask('GET /api/v1/changes/ HTTP/1.1', host),
      ask('GET /api%2fv1%2fchanges HTTP/1.1', host),
      ask('GET http://evil/api/v1/changes HTTP/1.1', host),
      ask('GET /api/v1/changes HTTP/1.1', host, `${token}, Bearer x`),
      ask('GET /api/v1/changes HTTP/1.1', host, 'Authorization: Bearer x', token),
      ask('PUT /api/v1/changes HTTP/1.1', host, token),
      ask('TRACE /api/v1/changes HTTP/1.1', host, token),
      ask('CONNECT /api/v1/changes HTTP/1.1', host, token),
      ask('GET /api/v1/changes HTTP/1.1', token),
      ask(
        'POST /api/v1/commands HTTP/1.1',
        host,
        token,
        'Content-Length: 2',
        'Transfer-Encoding: chunked',
      ),
      ask('POST /api/v1/commands HTTP/1.1', host, token, 'Content-Length: 2', 'Content-Length: 3'),
      ask('GET /api/v1/changes HTTP/1.1', host, 'Upgrade: websocket', 'Connection: Upgrade'),
      ask('POST /api/v1/session HTTP/1.1', host, 'X-HTTP-Method-Override: DELETE', token),
    ]);
    for (const line of said) expect(line).not.toMatch(/ (?:2|5)\d\d /u);
  });
});

describe('the chain is whole, and says what was taken in,', () => {
  test('whatever is legal in a decision', async () => {
    const variants: readonly Partial<Decision>[] = [
      { note: '\u2028\u2029 e\u0301 é \u{1F600} \\u0041 "' },
      { note: '\u202E terbalik \u001B[31m', appVersion: '٩.٩.٩' },
      { decidedAt: '2026-11-22T01:00:00.12345678901234567Z' },
      { decidedAt: '0000-01-01T00:00:00Z' },
      { decidedAt: '9999-12-31T23:59:59Z' },
      { deviceId: randomUUID().toUpperCase() },
    ];
    for (const variant of variants) {
      const decision = makeRefusal(await newUsul());
      const odd = {
        ...decision,
        ...variant,
        id: decision.id.toUpperCase(),
        usulId: decision.usulId.toUpperCase(),
        1e21: -0,
      };
      const results = await send([
        { kind: 'putusan', ...odd },
        { kind: 'putusan', ...odd, note: 'lain' },
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(['diterima', 'ditolak']);
    }
    await sealHeads(server.db);
    const said: string[] = [];
    const file = `${server.documentFolder}/tiada.jsonl`;
    await verifyDatabase(
      { db: server.db, file, now: () => new Date() },
      (line) => void said.push(line),
    );
    expect(said.join()).toContain('utuh');
  });

  test('and of a hand-over after an end, whatever time it states', async () => {
    const name = `petugas-${randomUUID().slice(0, 8)}`;
    await addAccount(server.db, name, 'verifikator', { kind: 'opd', id: 'dinas-a' });
    const own = await signIn(server, name);
    await revokeDevice(server.db, own.deviceId, new Date());
    const before = await countOf('decision');
    const times = ['0000-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'];
    const decisions: Decision[] = [];
    for (const decidedAt of times) decisions.push(makeRefusal(await newUsul(), { decidedAt }));
    for (const sealedAt of times) {
      const file = await handoverOf(own, decisions, new Date(sealedAt));
      const answer = await postJson(server, '/api/v1/handover/revoked', file);
      expect([answer.status, await answer.json()]).toMatchObject([
        200,
        { accepted: 0, waiting: 3 },
      ]);
    }
    expect(await countOf('decision')).toBe(before);
    const { text } = await runServerCommand(server, ['handover', 'show', own.deviceId]);
    expect(text).toContain('Memberatkan');
  });
});

describe('an account', () => {
  test('is kept out of its own PC by nobody who knows its name and the PC', async () => {
    const name = `petugas-${randomUUID().slice(0, 8)}`;
    await addAccount(server.db, name, 'verifikator', { kind: 'opd', id: 'dinas-a' });
    const [id, key] = [randomUUID(), await makeTestKey()];
    const attempt = async (password: string, isTheirs: boolean) => {
      const proof = isTheirs && (await key.prove(signInProofText(id, name)));
      const answer = await postJson(server, '/api/v1/session', {
        username: name,
        password,
        device: { id, name: 'PC' },
        ...(proof && { proof }),
      });
      return answer.status;
    };
    expect(await attempt(testPassword, true)).toBe(200);
    const wrong: number[] = [];
    for (let times = 0; times < freeAttempts + 2; times += 1)
      wrong.push(await attempt('salah', false));
    expect(wrong.at(-1)).toBe(429);
    expect(await attempt(testPassword, true)).toBe(200);
  });

  test('is guessed under none of its names, spellings and addresses more often than under one', async () => {
    const nip = '198001012005011007';
    const name = `petugas-${randomUUID().slice(0, 8)}`;
    await addAccount(server.db, name, 'verifikator', { kind: 'opd', id: 'dinas-a' }, nip);
    const spellings = [
      name,
      name.toUpperCase(),
      ` ${name} `,
      nip,
      '19800101 200501 1 007',
      '198001012005011.007',
    ];
    const statuses: number[] = [];
    for (let times = 0; times < freeAttempts + spellings.length; times += 1) {
      const username = spellings[times % spellings.length]!;
      const body = {
        username,
        password: `salah ${times}`,
        device: { id: randomUUID(), name: 'PC' },
      };
      const headers = { 'x-forwarded-for': `10.0.0.${times}` };
      statuses.push((await postJson(server, '/api/v1/session', body, headers)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(freeAttempts);
  });
});
