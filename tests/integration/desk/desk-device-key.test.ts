import {
  comeBack,
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
  type RealPc,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHostDatabase, type HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul, testPassword } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let pc: RealPc;
let usuls: readonly Usul[];

beforeEach(async () => {
  server = await startOffice();
  usuls = [
    await addUsul(server.db, server.documents, 'dinas-a'),
    await addUsul(server.db, server.documents, 'dinas-a'),
  ];
  pc = await setUpPc(server, 'satu');
});
afterEach(() => stopOffice(server, [pc]));

async function withHost<T>(work: (host: HostDatabase) => Promise<T>): Promise<T> {
  const host = openHostDatabase(pc.pc.indexedDb);
  try {
    return await work(host);
  } finally {
    host.close();
  }
}

/** Keys of the PC's sessions as the server knows them, newest first; null: a session without one. */
async function sessionKeys() {
  const rows = await server.db
    .selectFrom('session')
    .select('device_key')
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => row.device_key);
}

const loseKey = () => withHost((host) => host.settings.delete('deviceKey'));

test('a PC makes a key that nobody can take out, and signs what it delivers', async () => {
  const desk = await openDesk(pc);
  await hasUsul(desk, 2);
  await hasState(desk, await decide(desk, usuls[0]!), 'terkirim');
  const kept: unknown = await withHost((host) => host.settings.get('deviceKey'));
  expect(kept).toMatchObject({ value: { privateKey: { extractable: false }, asked: true } });
  expect(kept).toMatchObject({ value: { publicKey: (await sessionKeys())[0] } });
});

test('a PC that lost its key asks for a sign-in, and delivers under the next one what waited', async () => {
  const desk = await openDesk(pc);
  await hasUsul(desk, 2);
  setNetwork(pc, false);
  const id = await decide(desk, usuls[0]!);
  await loseKey();
  setNetwork(pc, true);
  await until(() => expect(desk.sync.getState().connection.kind).toBe('perlu_masuk'));
  expect(desk.outbox.getState().waiting).toBe(1);
  expect(await desk.session.getState().signIn('satu', testPassword)).toEqual({ ok: true });
  await hasState(desk, id, 'terkirim');
  expect(await deliveredIds(server)).toEqual([id]);
  const [now, before] = await sessionKeys();
  expect([now, before]).toEqual([expect.any(String), expect.any(String)]);
  expect(now).not.toBe(before);
});

test('a PC of before goes on with its session and outbox, and is enrolled at its first contact', async () => {
  const desk = await openDesk(pc);
  await hasUsul(desk, 2);
  setNetwork(pc, false);
  const id = await decide(desk, usuls[0]!);
  pc.pc.close();
  // As an application and a server of before left it.
  await loseKey();
  await server.db.deleteFrom('device_key').execute();
  await server.db.updateTable('session').set({ device_key: null }).execute();
  setNetwork(pc, true);
  const again = await comeBack(pc);
  await hasState(again, id, 'terkirim');
  expect(await deliveredIds(server)).toEqual([id]);
  // Its access token runs out: with the next one the server learns the key, and then asks for it.
  server.clock.set(new Date(Date.now() + 15 * 60_000));
  const next = await decide(again, usuls[1]!);
  await hasState(again, next, 'terkirim');
  expect(await sessionKeys()).toEqual([expect.any(String)]);
});
