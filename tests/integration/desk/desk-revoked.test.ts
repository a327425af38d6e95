import {
  decide,
  deliveredIds,
  hasUsul,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureDeviceId, readAccountRow } from '#renderer/data/keyring/host.ts';
import { storeReading } from '#renderer/data/documents/readings.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import { openAccountDatabase, openHostDatabase } from '#renderer/data/schema/open-database.ts';
import { lockedVault } from '#renderer/data/sealing/vault.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { endAppointment } from '#server/accounts/appointments.ts';
import { findWaiting } from '#server/handover/waiting.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul, appoint, testPassword } from '#tests/support/builders.ts';
import { pageWith } from '#tests/support/desk/fake-evidence.ts';
import { signIn, type TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let pc: RealPc;
let desk: RunningDesk;
let usul: Usul;

beforeEach(async () => {
  server = await startOffice();
  usul = await addUsul(server.db, server.documents, 'dinas-a');
  pc = await setUpPc(server, 'satu');
  desk = await openDesk(pc);
  await hasUsul(desk, 1);
});

afterEach(async () => {
  await stopOffice(server, [pc]);
});

async function revokeThisPc(): Promise<void> {
  const host = openHostDatabase(pc.pc.indexedDb);
  await revokeDevice(server.db, await ensureDeviceId(host), new Date());
  host.close();
}

/** How many rows of each kind are left of the account on this PC. */
async function whatIsLeft() {
  const database = openAccountDatabase(pc.accountId, lockedVault, pc.pc.indexedDb);
  const host = openHostDatabase(pc.pc.indexedDb);
  try {
    const { usul: usuls, usulBodies, documentBytes, readings, fingerprints, outbox } = database;
    const tables = [usuls, usulBodies, documentBytes, readings, fingerprints, outbox];
    const counts = await Promise.all(tables.map((table) => table.count()));
    const { envelope } = await readAccountRow(host, pc.accountId);
    const journals = await pc.pc.disk.journal.list();
    return { rows: counts, hasKey: envelope !== undefined, journals };
  } finally {
    database.close();
    host.close();
  }
}

/** This PC has read the document of the usul. */
async function documentRead(): Promise<void> {
  const database = openAccountDatabase(pc.accountId, pc.pc.vault, pc.pc.indexedDb);
  const words = Array.from({ length: 60 }, (_, n) => `Kepegawaian${n}`);
  const { sha256 } = usul.documents[0]!;
  const pages = [pageWith(words)];
  const reading = { sha256, engine: 'mesin-1', pageCount: 1, failure: null, pages };
  await storeReading(database, { reading, soughtValues: [] }, fingerprintOf(reading));
  const counts = [await database.readings.count(), await database.fingerprints.count()];
  expect(counts).toEqual([1, 1]);
  database.close();
}

/** Ids of the decisions that wait for BKPSDM. */
async function waitingIds(): Promise<string[]> {
  const waiting = await findWaiting(server.db);
  return waiting.map(({ decisionId }) => decisionId);
}

async function ended(): Promise<string> {
  return until(() => {
    const { session } = desk.session.getState();
    if (session.kind !== 'keluar' || !session.ended) throw new Error(`not ended: ${session.kind}`);
    return session.ended.message;
  });
}

test('a revoked PC hands over what was decided on it, then keeps nothing of the account', async () => {
  await documentRead();
  setNetwork(pc, false);
  const id = await decide(desk, usul);
  await revokeThisPc();
  setNetwork(pc, true);
  expect(await ended()).toContain(
    '1 keputusan telah diserahkan (0 diterima server, 1 menunggu keputusan BKPSDM)',
  );
  expect(await waitingIds()).toEqual([id]);
  expect(await whatIsLeft()).toEqual({
    rows: [0, 0, 0, 0, 0, 0],
    hasKey: false,
    journals: { ok: true, value: [] },
  });
  expect(await desk.session.getState().signIn('satu', testPassword)).toMatchObject({ ok: false });
});

test('an account that was switched off hands over as well', async () => {
  setNetwork(pc, false);
  const id = await decide(desk, usul);
  await server.db
    .updateTable('account')
    .set({ active: false })
    .where('id', '=', pc.accountId)
    .execute();
  setNetwork(pc, true);
  expect(await ended()).toContain('Data di PC ini telah dihapus');
  expect(await waitingIds()).toEqual([id]);
});

// With another one that is valid the desk goes on: `desk-appointments.test.ts`.
test('the only appointment that ended hands over as well, and the person signs in under the next one', async () => {
  setNetwork(pc, false);
  const id = await decide(desk, usul);
  const { db } = server;
  await endAppointment(db, pc.accountId, null, new Date());
  setNetwork(pc, true);
  expect(await ended()).toContain('1 menunggu keputusan BKPSDM');
  expect(await waitingIds()).toEqual([id]);
  expect((await whatIsLeft()).hasKey).toBe(false);
  const other = await appoint(db, { id: pc.accountId }, 'monitor', { kind: 'opd', id: 'dinas-a' });
  const again = await signIn(server, 'satu');
  expect(again.session.account).toEqual(other);
});

test('a session that only ran out erases nothing: the decision waits, and is delivered after the next sign-in', async () => {
  setNetwork(pc, false);
  const id = await decide(desk, usul);
  await server.db.updateTable('session').set({ revoked_at: new Date() }).execute();
  setNetwork(pc, true);
  await until(() => expect(desk.sync.getState().connection.kind).toBe('perlu_masuk'));
  const handover: unknown = expect.stringContaining('handover');
  await until(() => expect(pc.network.reached).toContainEqual(handover));
  expect(desk.session.getState().session.kind).toBe('masuk');
  expect(desk.outbox.getState().waiting).toBe(1);
  expect(await desk.session.getState().signIn('satu', testPassword)).toEqual({ ok: true });
  await until(async () => expect(await deliveredIds(server)).toEqual([id]));
});
