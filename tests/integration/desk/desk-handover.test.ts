import {
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyChains } from '#server/commands/verify-chains.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let offline: RealPc;
let connected: RealPc;
let mine: RunningDesk;
let other: RunningDesk;
let usul: Usul;

beforeEach(async () => {
  server = await startOffice();
  usul = await addUsul(server.db, server.documents, 'dinas-a');
  offline = await setUpPc(server, 'satu');
  connected = await setUpPc(server, 'dua');
  mine = await openDesk(offline);
  other = await openDesk(connected);
  await hasUsul(mine, 1);
});

afterEach(async () => {
  await stopOffice(server, [offline, connected]);
});

async function exported(): Promise<Blob> {
  const file = await mine.handover.exportUnsent();
  if (!file.ok) throw new Error(`Nothing was exported: ${file.error.kind}`);
  return new Blob([file.value.bytes]);
}

test('a decision made without network reaches the server by another PC, and once by its own', async () => {
  setNetwork(offline, false);
  const id = await decide(mine, usul);
  const file = await exported();
  const receipt = { count: 1, accepted: 1, refused: 0, waiting: 0, results: null };
  expect(await other.handover.passOn(file)).toEqual({ ok: true, value: receipt });
  expect(await other.handover.passOn(file)).toEqual({ ok: true, value: receipt });
  expect(await deliveredIds(server)).toEqual([id]);
  setNetwork(offline, true);
  await hasState(mine, id, 'terkirim');
  expect(await deliveredIds(server)).toEqual([id]);
  const chains = await verifyChains(server.db);
  expect(chains.filter(({ fault }) => fault)).toEqual([]);
});

test('an exported decision stays in the outbox until its own PC has the answer of the server', async () => {
  setNetwork(offline, false);
  const id = await decide(mine, usul);
  await exported();
  const { entries } = mine.outbox.getState();
  expect(entries.map(({ decision }) => decision.id)).toEqual([id]);
  expect(mine.outbox.getState().waiting).toBe(1);
});

test('what is in a file is not taken back any more: the server may have it first', async () => {
  setNetwork(offline, false);
  const id = await decide(mine, usul);
  const file = await exported();
  const taken = await mine.outbox.getState().reopen(id);
  expect(taken).toMatchObject({ ok: false, error: { kind: 'sedang_dikirim' } });
  await other.handover.passOn(file);
  setNetwork(offline, true);
  await hasState(mine, id, 'terkirim');
  expect(await deliveredIds(server)).toEqual([id]);
});

test('there is nothing to export while nothing waits', async () => {
  const result = await mine.handover.exportUnsent();
  expect(result).toMatchObject({ ok: false, error: { kind: 'tidak_ada' } });
});

test.each([
  ['a text', 'Selamat pagi', 'bukan_berkas'],
  ['a file that was cut off', '{"header":{"format":"meja-serah-terima","version":1', 'rusak'],
  [
    'a file of another version',
    '{"header":{"format":"meja-serah-terima","version":2}}',
    'versi_lain',
  ],
])('%s is not sent, and it is said why', async (_name, text, kind) => {
  const result = await other.handover.passOn(new Blob([text]));
  expect(result).toMatchObject({ ok: false, error: { kind } });
  expect(connected.network.reached.filter((call) => call.includes('handover'))).toEqual([]);
});

test('a file without network says that it was not sent; later it goes', async () => {
  setNetwork(offline, false);
  const id = await decide(mine, usul);
  const file = await exported();
  setNetwork(connected, false);
  const result = await other.handover.passOn(file);
  expect(result).toMatchObject({ ok: false, error: { kind: 'tak_terjangkau' } });
  setNetwork(connected, true);
  await until(async () => expect(await other.handover.passOn(file)).toMatchObject({ ok: true }));
  expect(await deliveredIds(server)).toEqual([id]);
});

test('a file of somebody whom the server does not know is refused in its own words', async () => {
  setNetwork(offline, false);
  await decide(mine, usul);
  const file = await exported();
  await server.db.deleteFrom('device_secret').execute();
  const result = await other.handover.passOn(file);
  expect(result).toMatchObject({
    ok: false,
    error: { kind: 'tidak_sah', message: expect.stringContaining('tidak mengenal PC atau akun') },
  });
});
