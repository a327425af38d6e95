import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveCommand } from '#renderer/data/outbox/outbox.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { handOverEnded, type EndedPorts } from '#renderer/workers/sync/handover/hand-over-ended.ts';
import { answerRoutes } from '#tests/support/desk/fake-api.ts';
import { makeAxiosApi } from '#renderer/workers/sync/http/axios-api.ts';
import { findWaiting } from '#server/handover/waiting.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { addAccount, addOrganisation, addUsul, makeRefusal } from '#tests/support/builders.ts';
import { startUnrulyProxy, type UnrulyProxy } from '#tests/support/desk/unruly-proxy.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

let server: TestServer;
let network: UnrulyProxy;
let client: TestClient;
let database: AccountDatabase;
let ports: EndedPorts;
let count = 0;

/** Device and account end here. */
const end = new Date('2026-11-23T00:00:00.000Z');
const at = new Date('2026-11-24T00:00:00.000Z');

beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(at);
  await addOrganisation(server.db);
});
afterAll(() => server.stop());
beforeEach(async () => {
  count += 1;
  const scope = { kind: 'opd', id: 'dinas-a' } as const;
  const account = await addAccount(server.db, `petugas-${count}`, 'verifikator', scope);
  client = await signIn(server, account.username);
  network = await startUnrulyProxy(server.url);
  database = makeTestDatabase();
  ports = {
    api: makeAxiosApi({ serverUrl: network.url, appVersion: '0.1.0', stallMs: 5_000 }),
    accountId: account.id,
    deviceId: client.deviceId,
    database,
    now: () => at.getTime(),
    deviceSecret: client.session.deviceSecret,
  };
});
afterEach(async () => {
  database.close();
  await network.stop();
});

/** Usul as they are on this PC, each decided here and not yet sent; `heldUntil` in ms epoch. */
async function decideOn(usuls: readonly Usul[], heldUntil = 0): Promise<Decision[]> {
  const changes = usuls.map((usul, index) => ({ kind: 'usul' as const, seq: index + 1, usul }));
  const page = { changes, cursor: 'c', remaining: 0, serverTime: at.toISOString() };
  await applyChanges(database, page, undefined, localDateOf(at));
  return Promise.all(usuls.map((usul) => decide(usul, heldUntil)));
}

async function decide(usul: Usul, heldUntil = 0): Promise<Decision> {
  const decision = makeRefusal(usul);
  const { nama: employeeName, nip } = usul.employee;
  const { recordType, kind: usulKind } = usul;
  const state = { kind: 'menunggu' } as const;
  const entry = {
    command: commandOfDecision(decision),
    state,
    employeeName,
    nip,
    recordType,
    usulKind,
  };
  const shas = usul.documents.map(({ sha256 }) => sha256);
  expect(await saveCommand(database, { entry, heldUntil, shas, at })).toEqual({ ok: true });
  return decision;
}

async function newUsul(howMany: number): Promise<Usul[]> {
  const usuls: Usul[] = [];
  for (let made = 0; made < howMany; made += 1) {
    usuls.push(await addUsul(server.db, server.documents, 'dinas-a'));
  }
  return usuls;
}

/** A disk that fails in the middle of the transaction. */
function failure(): never {
  throw new Error('full');
}

/** How often each decision waits at the server. */
async function timesThere(decisions: readonly Decision[]): Promise<number[]> {
  const waiting = await findWaiting(server.db);
  return decisions.map(({ id }) => waiting.filter((one) => one.decisionId === id).length);
}

/** Names of the tables that hold anything, the change counter aside. */
async function whatIsHere(): Promise<string[]> {
  const names: string[] = [];
  for (const table of database.tables) {
    const keys = await table.toCollection().primaryKeys();
    if (keys.some((key) => key !== 'touch')) names.push(table.name);
  }
  return names.toSorted();
}

const revoke = () => revokeDevice(server.db, client.deviceId, end);
const ended = (waiting: number) => ({
  ok: true,
  value: { kind: 'berakhir', accepted: 0, refused: 0, waiting },
});

describe('a PC that was revoked', () => {
  test('hands over its outbox, then erases everything', async () => {
    const held = Date.parse('2026-11-24T00:00:10.000Z');
    const decisions = await decideOn(await newUsul(3), held);
    await revoke();
    expect(await handOverEnded(ports, 'perangkat_dicabut')).toEqual(ended(3));
    expect(await timesThere(decisions)).toEqual([1, 1, 1]);
    expect(await whatIsHere()).toEqual([]);
  });

  test('hands over more than goes in one piece', async () => {
    const [usul] = await newUsul(1);
    // The server knows one of them, and keeps them all.
    const others = Array.from({ length: 250 }, () => ({ ...usul!, id: randomUUID() }));
    const [decision] = await decideOn([usul!, ...others]);
    await revoke();
    expect(await handOverEnded(ports, 'perangkat_dicabut')).toEqual(ended(251));
    expect(network.reached).toHaveLength(2);
    expect(await timesThere([decision!])).toEqual([1]);
    expect(await whatIsHere()).toEqual([]);
  });

  test.each(['putus', 'portal', 'jawaban_hilang', 'jawaban_terpotong'] as const)(
    'erases nothing while the network is %s, and loses nothing by trying again',
    async (weather) => {
      const decisions = await decideOn(await newUsul(2));
      await revoke();
      const before = await whatIsHere();
      network.weather = weather;
      expect(await handOverEnded(ports, 'perangkat_dicabut')).toMatchObject({ ok: false });
      expect(await whatIsHere()).toEqual(before);
      network.weather = 'baik';
      expect(await handOverEnded(ports, 'perangkat_dicabut')).toEqual(ended(2));
      expect(await timesThere(decisions)).toEqual([1, 1]);
      expect(await whatIsHere()).toEqual([]);
    },
  );

  test('erases nothing when the disk fails in the middle of it', async () => {
    await decideOn(await newUsul(1));
    await revoke();
    const before = await whatIsHere();
    database.setAside.hook('deleting', failure);
    await database.setAside.add({ table: 'usul', key: 'x', row: {} });
    await expect(handOverEnded(ports, 'perangkat_dicabut')).rejects.toThrow('full');
    expect(await whatIsHere()).toEqual([...before, 'setAside'].toSorted());
    database.setAside.hook('deleting').unsubscribe(failure);
    expect(await handOverEnded(ports, 'perangkat_dicabut')).toEqual(ended(1));
  });

  test('hands over also what is decided while it hands over', async () => {
    const [first, second] = await newUsul(2);
    const [early] = await decideOn([first!]);
    await applyAlso(second!);
    await revoke();
    const late: Decision[] = [];
    const { api } = ports;
    const busy: EndedPorts = {
      ...ports,
      api: {
        call: answerRoutes({
          handoverOfRevoked: async (input) => {
            const answer = await api.call('handoverOfRevoked', input);
            // The last piece was answered; the cache is not erased yet.
            if (late.length === 0) late.push(await decide(second!));
            return answer;
          },
        }),
      },
    };
    expect(await handOverEnded(busy, 'perangkat_dicabut')).toEqual(ended(2));
    expect(await timesThere([early!, ...late])).toEqual([1, 1]);
    expect(await whatIsHere()).toEqual([]);
  });

  test('that has nothing to hand over erases everything', async () => {
    await decideOn([]);
    await revoke();
    expect(await handOverEnded(ports, 'perangkat_dicabut')).toEqual(ended(0));
    expect(await whatIsHere()).toEqual([]);
  });

  test('whose hand-over the server cannot open keeps its decisions, and nothing else', async () => {
    await decideOn(await newUsul(1));
    await revoke();
    await server.db.deleteFrom('device_secret').execute();
    expect(await handOverEnded(ports, 'perangkat_dicabut')).toMatchObject({
      ok: true,
      value: { kind: 'tak_diterima', error: { kind: 'tidak_sah' } },
    });
    expect(await whatIsHere()).toEqual(['outbox']);
  });

  test('that never got a secret keeps its decisions, and nothing else', async () => {
    await decideOn(await newUsul(1));
    await revoke();
    const answer = await handOverEnded({ ...ports, deviceSecret: undefined }, 'perangkat_dicabut');
    expect(answer).toEqual({ ok: true, value: { kind: 'tak_diterima', error: null } });
    expect(await whatIsHere()).toEqual(['outbox']);
  });
});

describe('a session that the server does not know any more', () => {
  test('ends the desk when the account was switched off', async () => {
    const decisions = await decideOn(await newUsul(1));
    await server.db
      .updateTable('account')
      .set({ active: false })
      .where('id', '=', ports.accountId)
      .execute();
    expect(await handOverEnded(ports, 'belum_masuk')).toEqual(ended(1));
    expect(await timesThere(decisions)).toEqual([1]);
    expect(await whatIsHere()).toEqual([]);
  });

  test.each([
    ['PC and account stand: somebody only has to sign in', () => Promise.resolve()],
    [
      'the server does not know the PC: it may be another one, or an older copy of it',
      () => server.db.deleteFrom('device_secret').execute(),
    ],
  ])('leaves everything as it is when %s', async (_name, happen) => {
    const decisions = await decideOn(await newUsul(1));
    const before = await whatIsHere();
    await happen();
    expect(await handOverEnded(ports, 'belum_masuk')).toEqual({
      ok: true,
      value: { kind: 'masih_berlaku' },
    });
    expect(await whatIsHere()).toEqual(before);
    expect(await timesThere(decisions)).toEqual([0]);
  });
});

/** An usul that arrives after the first page. */
async function applyAlso(usul: Usul): Promise<void> {
  const changes = [{ kind: 'usul' as const, seq: 9, usul }];
  const page = { changes, cursor: 'd', remaining: 0, serverTime: at.toISOString() };
  await applyChanges(database, page, 'c', localDateOf(at));
}
