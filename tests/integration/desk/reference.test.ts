import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addVersion } from '#server/reference/reference-versions.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { shippedSets } from '#shared/reference/shipped-sets.ts';
import { findReason, listReasons } from '#shared/workflow/reasons.ts';
import { addUsul } from '#tests/support/builders.ts';
import {
  comeBack,
  hasUsul,
  openDesk,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
  type RealPc,
} from '#tests/support/desk/real-pc.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let pc: RealPc;

beforeAll(async () => {
  server = await startOffice();
  pc = await setUpPc(server, 'verifikator');
});
afterEach(() => {
  pc.pc.close();
  setNetwork(pc, true);
});
afterAll(() => stopOffice(server, [pc]));

const codes = () => listReasons().map(({ code }) => code);
const fresh = { outcomes: ['tolak'], needsNote: false };

async function put(entries: Parameters<typeof addVersion>[1]['entries']): Promise<void> {
  const validFrom = localDateIn('WIB', new Date());
  await server.db
    .transaction()
    .execute((tx) => addVersion(tx, { set: 'alasan', validFrom, entries }, new Date()));
}

test('reasons that the server has newly are offered at the desk, also without network and after a restart; one that ended keeps its name', async () => {
  await put([...shippedSets.alasan, { id: 'MASA_LEWAT', label: 'Masa pengajuan lewat', ...fresh }]);
  await addUsul(server.db, server.documents, 'dinas-a');
  const desk = await openDesk(pc);
  await hasUsul(desk, 1);
  await until(() => expect(codes()).toContain('MASA_LEWAT'));

  await put(shippedSets.alasan.filter(({ id }) => id !== 'DUPLIKAT'));
  desk.sync.getState().syncNow();
  await until(() => expect(codes()).not.toContain('DUPLIKAT'));
  expect(codes()).not.toContain('MASA_LEWAT');
  expect(findReason('MASA_LEWAT')?.label).toBe('Masa pengajuan lewat');

  await desk.session.getState().lock();
  // Nobody sits here: what comes with the application.
  expect(codes()).toContain('DUPLIKAT');
  pc.pc.close();
  setNetwork(pc, false);
  await comeBack(pc);
  await until(() => expect(codes()).not.toContain('DUPLIKAT'));
  expect(findReason('DUPLIKAT')?.label).toBe('Sama dengan riwayat yang sudah ada');
});
