import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endAppointment } from '#server/accounts/appointments.ts';
import { openEpoch, readEpoch } from '#server/epoch/epochs.ts';
import { verifyChain } from '#server/commands/chain.ts';
import { findMisfits } from '#server/integrity/verify-usul.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  makeDecision,
} from '#tests/support/builders.ts';
import { startRestorableServer, type RestorableServer } from '#tests/support/restorable-server.ts';
import { askReceipts, decideOn, deliver, pull, pullPage } from '#tests/support/feed-client.ts';
import { postJson, signIn, type TestClient } from '#tests/support/server.ts';

let server: RestorableServer;
let pc: TestClient;

beforeEach(async () => {
  server = await startRestorableServer();
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
  pc = await signIn(server, 'verifikator-dinas-a');
});
afterEach(() => server.stop());

const newUsul = (): Promise<Usul> => addUsul(server.db, server.documents, 'dinas-a');

const epochNumber = async (): Promise<number> => (await readEpoch(server.db)).number;
const signInAgain = (): Promise<TestClient> => signIn(server, 'verifikator-dinas-a', pc.deviceId);

describe('while nothing goes back', () => {
  test('a receipt names number and hash, is the same again, and goes with every pull', async () => {
    const usul = await newUsul();
    const decision = makeDecision(usul);
    const [first] = await deliver(pc, [decision]);
    expect(await deliver(pc, [decision])).toEqual([first]);
    if (first?.kind !== 'diterima') throw new Error('Not taken in.');
    expect(first.receipt).toContain(`.${first.chainSeq}.${first.hash}.`);
    const { cursor, epoch } = await pullPage(pc, { shown: first });
    expect(epoch).toBe((await readEpoch(server.db)).name);
    await pullPage(pc, { cursor, shown: first });
    expect(await askReceipts(pc, [decision.id, randomUUID()])).toEqual([first]);
    expect(await epochNumber()).toBe(1);
  });

  test('a restart opens no epoch and ends no session', async () => {
    await decideOn(pc, await newUsul());
    const { cursor } = await pullPage(pc);
    await server.restart();
    await server.restart();
    expect(server.told()).toEqual([]);
    await pullPage(pc, { cursor });
    expect(await epochNumber()).toBe(1);
  });

  test('a client of contract 5 goes on as before', async () => {
    const first = await pullPage(pc);
    await newUsul();
    expect((await pullPage(pc, { cursor: first.cursor })).changes).toHaveLength(1);
  });
});

describe('an older backup under the same disk', () => {
  test('is noticed at the start: new epoch, every cursor resyncs, everybody signs in again', async () => {
    const kept = await decideOn(pc, await newUsul());
    const backup = await server.backUp();
    const lost = await decideOn(pc, await newUsul());
    const { cursor } = await pullPage(pc);
    await server.restore(backup);
    expect(server.told()).toEqual([expect.stringContaining('Zaman 2 dibuka')]);
    expect(await epochNumber()).toBe(2);
    expect((await pull(pc, { cursor })).status).toBe(401);
    const refresh = { refreshToken: pc.session.refreshToken, deviceId: pc.deviceId };
    expect((await postJson(server, '/api/v1/session/refresh', refresh)).status).toBe(401);
    pc = await signInAgain();
    expect((await pull(pc, { cursor })).status).toBe(410);
    expect((await pull(pc, { shown: lost })).status).toBe(410);
    expect((await askReceipts(pc, [kept.id, lost.id])).map(({ id }) => id)).toEqual([kept.id]);
    expect(await epochNumber()).toBe(2);
    // It says it once.
    await server.restart();
    expect(server.told()).toEqual([]);
    expect(await epochNumber()).toBe(2);
  });

  test('decisions that took the same chain numbers do not pass for the lost ones', async () => {
    const backup = await server.backUp();
    const [first, second] = [await newUsul(), await newUsul()];
    const lost = [await decideOn(pc, first), await decideOn(pc, second)];
    await server.restore(backup);
    await addAccount(server.db, 'lain', 'verifikator', { kind: 'opd', id: 'dinas-a' });
    const other = await signIn(server, 'lain');
    const taken = [await decideOn(other, await newUsul()), await decideOn(other, await newUsul())];
    expect(taken.map(({ chainSeq }) => chainSeq)).toEqual(lost.map(({ chainSeq }) => chainSeq));
    pc = await signInAgain();
    expect((await pull(pc, { shown: lost[1]! })).status).toBe(410);
    expect(
      await askReceipts(
        pc,
        lost.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(await verifyChain(server.db, 'kab-a')).toBeUndefined();
  });

  test('a cursor that is ahead of the feed resyncs, also one that only knows what was live', async () => {
    for (let n = 0; n < 3; n += 1) await newUsul();
    const answer = await pc.fetch('/api/v1/changes?limit=1');
    const { cursor } = changesPageSchema.parse(await answer.json());
    expect(cursor).toMatch(/\.\d+\.\d+~/);
    await sql`UPDATE feed_counter SET seq = seq - 1`.execute(server.db);
    expect((await pull(pc, { cursor })).status).toBe(410);
  });

  test('what was revoked, switched off and ended after the backup ends again', async () => {
    const away = await addAccount(server.db, 'pergi', 'verifikator', {
      kind: 'opd',
      id: 'dinas-a',
    });
    const gone = await signIn(server, 'pergi');
    const scope = { kind: 'opd', id: 'dinas-b' } as const;
    const former = await addAccount(server.db, 'pindah', 'verifikator', scope);
    const backup = await server.backUp();
    const late = await signIn(server, 'verifikator-dinas-a');
    for (const { deviceId } of [pc, late]) await revokeDevice(server.db, deviceId, new Date());
    await sql`UPDATE account SET active = false WHERE id = ${away.id}`.execute(server.db);
    await endAppointment(server.db, former.appointmentId, null, new Date());
    await server.restart();
    await server.restore(backup);
    await expect(signInAgain()).rejects.toThrow('403');
    // First seen after the backup: it is not taken for a new one.
    await expect(signIn(server, 'verifikator-dinas-a', late.deviceId)).rejects.toThrow('403');
    await expect(signIn(server, 'pergi', gone.deviceId)).rejects.toThrow('401');
    await expect(signIn(server, 'pindah')).rejects.toThrow('403');
    const misfits = await findMisfits(server.db, new Date());
    expect(misfits.filter(({ kind }) => kind.startsWith('penunjukan'))).toEqual([]);
  });

  test('a session that was signed out after the backup does not live again', async () => {
    const backup = await server.backUp();
    await pc.fetch('/api/v1/session', { method: 'DELETE' });
    await server.restore(backup);
    expect((await pull(pc)).status).toBe(401);
  });

  test('restored twice: each opens an epoch of its own', async () => {
    const backup = await server.backUp();
    await decideOn(pc, await newUsul());
    await server.restore(backup);
    const second = await readEpoch(server.db);
    pc = await signInAgain();
    await decideOn(pc, await newUsul());
    await server.restore(backup);
    const third = await readEpoch(server.db);
    expect([second.number, third.number]).toEqual([2, 3]);
  });
});

describe('an older snapshot of the whole disk', () => {
  test('is noticed by the receipt of a PC: new epoch, and that PC is asked for all of its', async () => {
    const backup = await server.backUp();
    const lost = await decideOn(pc, await newUsul());
    const { cursor, epoch } = await pullPage(pc, { shown: lost });
    await server.restore(backup, 'disk');
    expect(server.told()).toEqual([]);
    expect(await epochNumber()).toBe(1);
    expect((await pull(pc, { cursor, shown: lost })).status).toBe(410);
    expect(await epochNumber()).toBe(2);
    expect((await pull(pc, { cursor })).status).toBe(401);
    pc = await signInAgain();
    expect((await pullPage(pc)).epoch).not.toBe(epoch);
    // The next start finds the mark of the new epoch.
    await server.restart();
    expect(await epochNumber()).toBe(2);
  });

  test('is noticed by the cursor of a PC that never decided, whatever took its numbers', async () => {
    const first = await pullPage(pc);
    const backup = await server.backUp();
    await newUsul();
    const { cursor } = await pullPage(pc, { cursor: first.cursor });
    await server.restore(backup, 'disk');
    const usul = await newUsul();
    const { changes } = await pullPage(pc, { cursor: first.cursor });
    expect(changes).toMatchObject([{ usul: { id: usul.id } }]);
    expect((await pull(pc, { cursor })).status).toBe(410);
    expect(await epochNumber()).toBe(2);
  });

  test('two PCs that notice at the same moment open one epoch', async () => {
    const backup = await server.backUp();
    const lost = [await decideOn(pc, await newUsul()), await decideOn(pc, await newUsul())];
    await server.restore(backup, 'disk');
    const answers = await Promise.all(lost.map((shown) => pull(pc, { shown })));
    expect(answers.map(({ status }) => status)).toContain(410);
    expect(await epochNumber()).toBe(2);
  });

  test('a snapshot from before an epoch: its number is not used again for another', async () => {
    const backup = await server.backUp();
    await decideOn(pc, await newUsul());
    await server.restore(backup);
    pc = await signInAgain();
    const later = await decideOn(pc, await newUsul());
    await server.restore(backup, 'disk');
    expect(await epochNumber()).toBe(1);
    pc = await signInAgain();
    expect((await pull(pc, { shown: later })).status).toBe(410);
    expect(await epochNumber()).toBe(3);
  });
});

describe('what a client states is no proof', () => {
  const forged = `1.7.${'a'.repeat(64)}.${'A'.repeat(16)}`;

  test.each([forged, 'x', '', '1.2.3', forged.replace('1.7', '999.7')])(
    'a receipt that was never given ("%s") resyncs its PC alone',
    async (receipt) => {
      const colleague = await signIn(server, 'verifikator-dinas-a');
      expect((await pull(pc, { shown: { id: randomUUID(), receipt } })).status).toBe(410);
      expect(await epochNumber()).toBe(1);
      await pullPage(colleague);
    },
  );

  test('a cursor that was made up resyncs its PC alone', async () => {
    await newUsul();
    const { cursor } = await pullPage(pc);
    for (const made of [`${cursor}x`, cursor.replace(/~.*$/, '~1-999-00000000-AAAAAAAAAAAAAAAA')]) {
      expect((await pull(pc, { cursor: made })).status).toBe(410);
    }
    // From before epochs: it names no change.
    await pullPage(pc, { cursor: cursor.replace(/~.*$/, '') });
    expect(await epochNumber()).toBe(1);
  });

  test('the receipt of another account, or of another command, opens nothing', async () => {
    const mine = await decideOn(pc, await newUsul());
    const other = await decideOn(pc, await newUsul());
    await addAccount(server.db, 'lain', 'verifikator', { kind: 'opd', id: 'dinas-a' });
    const colleague = await signIn(server, 'lain');
    expect((await pull(colleague, { shown: mine })).status).toBe(410);
    expect((await pull(pc, { shown: { id: other.id, receipt: mine.receipt! } })).status).toBe(410);
    expect(await askReceipts(colleague, [mine.id])).toEqual([]);
    expect(await epochNumber()).toBe(1);
  });
});

test('an epoch is opened beside decisions that come in at the same moment', async () => {
  const usul = await Promise.all(Array.from({ length: 8 }, newUsul));
  const opening = openEpoch(server.db, { reason: 'dinyatakan', seen: 1, now: new Date() });
  await Promise.all([...usul.map((one) => decideOn(pc, one).catch(() => null)), opening]);
  expect(await epochNumber()).toBe(2);
  expect(await verifyChain(server.db, 'kab-a')).toBeUndefined();
});
