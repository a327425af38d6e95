import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  expectTypeOf,
  test,
} from 'vitest';
import { makeHandover } from '#renderer/data/handover/make-handover.ts';
import { ensureDeviceId } from '#renderer/data/keyring/host.ts';
import { openHostDatabase } from '#renderer/data/schema/open-database.ts';
import { makeAccountKey } from '#renderer/data/sealing/vault.ts';
import { makeAsk, type Ask } from '#renderer/core/query/ask.ts';
import { SyncClient, type SyncStatus } from '#renderer/workers/sync/client.ts';
import type { ChangesPage } from '#shared/contract/changes.ts';
import type { HandoverFile, HandoverReceipt } from '#shared/contract/handover.ts';
import { addOrganisation, addUsul, testPassword } from '#tests/support/builders.ts';
import { setUpPc, type RealPc } from '#tests/support/desk/real-pc.ts';
import { changeJson, type Call } from '#tests/support/desk/unruly-proxy.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

// From a store's question through the worker to the real server, over a network that can misbehave.
let server: TestServer;
let mine: RealPc;
let client: SyncClient;
let ask: Ask;
let status: SyncStatus | null;
let file: HandoverFile;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await addUsul(server.db, server.documents, 'dinas-a');
});
afterAll(() => server.stop());

beforeEach(async () => {
  count += 1;
  status = null;
  mine = await setUpPc(server, `petugas-${count}`);
  const settings = { serverUrl: '', appVersion: '0.1.0', deviceName: 'PC uji' };
  client = new SyncClient(
    mine.pc.startWorker,
    // The exchange has nothing to do but its first round.
    { ...settings, holdMs: 0, pollMs: 3_600_000 },
    {
      onStatus: (now) => {
        status = now;
      },
      onBroken: () => {},
      onLog: () => {},
    },
  );
  ask = makeAsk(() => Promise.resolve(client));
});
afterEach(async () => {
  client.stop();
  mine.pc.close();
  await mine.network.stop();
});

/** Signs in and waits until the exchange is at rest; then only questions reach the server. */
async function sitDown(): Promise<void> {
  const signedIn = await client.signIn(mine.username, testPassword);
  if (!signedIn.ok) throw new Error(signedIn.error.kind);
  const { account, deviceSecret } = signedIn.value;
  const key = await makeAccountKey();
  expect(await signedIn.value.keep(key)).toBe(true);
  client.start(account.id, key);
  // Its first round is over once the one document is here as well.
  await until(() => {
    expect(status?.connection.kind).toBe('tersambung');
    expect(status?.progress).toMatchObject({ doneDocuments: 1, totalDocuments: 1 });
  });
  const host = openHostDatabase(mine.pc.indexedDb);
  const deviceId = await ensureDeviceId(host);
  host.close();
  const whose = { accountId: account.id, deviceId, deviceSecret };
  file = await makeHandover({ ...whose, commands: [], createdAt: new Date() });
  mine.network.only = '/api/v1/handover';
  mine.network.reached.length = 0;
}

/** Calls to hand-over that nobody answers. */
function keepSilent(): Call[] {
  const calls: Call[] = [];
  mine.network.instead = (call) => {
    if (!call.path.startsWith('/api/v1/handover')) return null;
    calls.push(call);
    return new Promise(() => {});
  };
  return calls;
}

const handOver = (options?: Parameters<Ask>[2]) => ask('handover', { body: file }, options);

describe('a question to the server', () => {
  test('is answered, typed and parsed by its route', async () => {
    await sitDown();
    const page = await ask('changes', { query: { limit: 1 } });
    if (!page.ok) throw new Error(page.error.kind);
    expectTypeOf(page.value).toEqualTypeOf<ChangesPage>();
    expect(page.value).toMatchObject({ changes: [{ kind: 'usul' }], remaining: 0 });
    const receipt = await handOver();
    if (!receipt.ok) throw new Error(receipt.error.kind);
    expectTypeOf(receipt.value).toEqualTypeOf<HandoverReceipt>();
    expect(receipt.value).toEqual({ count: 0, accepted: 0, refused: 0, waiting: 0, results: [] });
    expect(mine.network.reached).toEqual(['GET /api/v1/changes', 'POST /api/v1/handover']);
  });

  test('that is given up reaches the network: the call is dropped', async () => {
    await sitDown();
    const calls = keepSilent();
    const stop = new AbortController();
    const answer = handOver({ signal: stop.signal });
    await until(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.hungUp.aborted).toBe(false);
    stop.abort();
    expect(await answer).toEqual({ ok: false, error: { kind: 'cancelled' } });
    await until(() => expect(calls[0]?.hungUp.aborted).toBe(true));
  });

  test('has a limit of time, after which the call is dropped as well', async () => {
    await sitDown();
    const calls = keepSilent();
    expect(await handOver({ timeoutMs: 300 })).toEqual({ ok: false, error: { kind: 'timedOut' } });
    await until(() => expect(calls.map(({ hungUp }) => hungUp.aborted)).toEqual([true]));
  });

  test('without network says since when', async () => {
    await sitDown();
    mine.network.weather = 'putus';
    const lastContact = status?.lastContact;
    expect(lastContact).toEqual(expect.any(String));
    expect(await handOver()).toEqual({ ok: false, error: { kind: 'luring', lastContact } });
  });

  test('renews a token that the server no longer takes, once for all that ask', async () => {
    await sitDown();
    // Of the two clocks the server's alone says that the token has run out.
    server.clock.set(new Date(Date.now() + 3_600_000));
    const answers = await Promise.all([handOver(), handOver(), handOver()]);
    const received = { count: 0, accepted: 0, refused: 0, waiting: 0, results: [] };
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: received })));
    const renewals = mine.network.reached.filter((call) => call.includes('session/refresh'));
    expect(renewals).toHaveLength(1);
  });

  test('that is answered in another shape met a fault, not data', async () => {
    await sitDown();
    const notOurs = { ok: false, error: { kind: 'bukan_jawaban' } };
    mine.network.change = ({ path }, answer) =>
      path.startsWith('/api/v1/handover')
        ? changeJson(answer, () => ({ count: 'banyak', accepted: 0, refused: 0, results: [] }))
        : answer;
    expect(await handOver()).toEqual(notOurs);
    mine.network.change = null;
    mine.network.weather = 'portal';
    expect(await handOver()).toEqual(notOurs);
  });

  test('is refused in the words of the server', async () => {
    await sitDown();
    const cut = { ...file, ciphertext: file.ciphertext.slice(0, 8) };
    expect(await ask('handover', { body: cut })).toMatchObject({
      ok: false,
      error: { kind: 'server', status: 400, error: { message: expect.any(String) } },
    });
  });

  test('with others at the same moment renews what ran out once, be the new token of the same second', async () => {
    // The access tokens that a server makes within one second are the same text.
    server.clock.set(new Date());
    await sitDown();
    mine.pc.clockAheadMs = 3_600_000;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => ask('changes', { query: { limit: 1 } })),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(mine.network.reached.filter((call) => call.endsWith('/session/refresh'))).toHaveLength(
      1,
    );
  });

  test('needs somebody at the desk', async () => {
    expect(await ask('changes', { query: { limit: 1 } })).toEqual({
      ok: false,
      error: { kind: 'perlu_masuk' },
    });
    expect(mine.pc.workersStarted()).toBe(0);
    await sitDown();
    client.stop();
    expect(await handOver()).toEqual({ ok: false, error: { kind: 'perlu_masuk' } });
    expect(mine.network.reached).toEqual([]);
  });

  test('of a worker that fails is answered, and the next one has another worker', async () => {
    await sitDown();
    const calls = keepSilent();
    const answer = handOver();
    await until(() => expect(calls).toHaveLength(1));
    mine.pc.breakWorkers();
    expect(await answer).toEqual({ ok: false, error: { kind: 'pekerja_rusak' } });
    mine.network.instead = null;
    expect(await handOver()).toMatchObject({ ok: true });
  });
});
