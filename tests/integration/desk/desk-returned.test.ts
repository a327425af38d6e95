import { describe, expect, test } from 'vitest';
import { evidenceOf, isRead, openUsul, shaOf } from '#tests/support/desk/evidence-pc.ts';
import { fakeAccountId } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import {
  decideNow,
  givenEarlyDesk,
  lockedAgain,
  mark,
  opened,
  required,
  statementsOf,
} from '#tests/support/evidence/early-decision.ts';
import { until } from '#tests/support/until.ts';
import { noteReturned } from '#renderer/data/outbox/returned-usul.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';

const { given, foreign, decideEarly } = givenEarlyDesk();

describe('a decision that was made before its document was read', () => {
  test('is told of until it is opened, also after a lock, a restart, and in another window', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    await decideEarly(desk, 1);
    await openUsul(desk, 2);
    given.reader.release();
    const told = [{ usulId: sampleUsul(1).id, employeeName: 'Pegawai Contoh 1' }];
    await until(() => expect(desk.outbox.getState().broughtBack).toMatchObject(told));
    await desk.session.getState().lock();
    expect(desk.outbox.getState().broughtBack).toEqual([]);
    await lockedAgain(desk);
    await until(() => expect(desk.outbox.getState().broughtBack).toMatchObject(told));
    // The application is closed and started again.
    await desk.flush();
    given.at.pc.close();
    const next = await given.seated();
    await until(() => expect(next.outbox.getState().broughtBack).toMatchObject(told));
    const beside = await given.seated();
    await until(() => expect(beside.outbox.getState().broughtBack).toMatchObject(told));
    await openUsul(beside, 1);
    expect(beside.outbox.getState().broughtBack).toEqual([]);
    await until(() => expect(next.outbox.getState().broughtBack).toEqual([]));
    await isRead(beside, 1);
    await lockedAgain(beside);
    await until(() => expect(beside.outbox.getState().ready).toBe(true));
    await openUsul(beside, 2);
    await isRead(beside, 2);
    expect(beside.outbox.getState().broughtBack).toEqual([]);
  });

  test('is told of no longer once its usul is at another desk', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    await decideEarly(desk, 1);
    await openUsul(desk, 2);
    given.reader.release();
    await until(() => expect(desk.outbox.getState().broughtBack).toHaveLength(1));
    given.at.server.remove(sampleUsul(1).id);
    await until(() => expect(desk.outbox.getState().broughtBack).toEqual([]));
  });

  test('that was to come back when the power failed, and was sent instead, is told of as sent', async () => {
    const desk = await given.seated({ holdMs: 500 });
    const id = await decideEarly(desk, 1);
    const database = openAccountDatabase(fakeAccountId, given.at.pc.vault, given.at.pc.indexedDb);
    const usulId = sampleUsul(1).id;
    await noteReturned(database, { usulId, decisionId: id, employeeName: 'X', sentences: [] });
    await until(() => expect(given.at.server.received).toHaveLength(1));
    await until(async () => expect(await readSealedMeta(database, 'returnedUsul')).toEqual([]));
    expect(desk.outbox.getState().broughtBack).toEqual([]);
  });

  test('is read by one window, and by the other one once that is closed', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    const beside = await given.seated();
    await until(() => expect(beside.inbox.getState().queue).toHaveLength(4));
    const id = await decideEarly(desk, 1);
    await openUsul(desk, 2);
    await until(() => expect(beside.outbox.getState().unread).toHaveLength(1));
    await openUsul(beside, 3);
    await until(() => expect(given.reader.orders.at(-1)?.sha256).toBe(shaOf(3)));
    expect(given.reader.orders.map(({ sha256 }) => sha256)).toEqual([shaOf(1), shaOf(3)]);
    // The window in which it was decided goes; what it was reading comes to nothing.
    await desk.session.getState().lock();
    expect(given.reader.signals[0]?.aborted).toBe(true);
    await lockedAgain(beside);
    given.reader.release();
    await until(() =>
      expect(beside.outbox.getState().broughtBack).toMatchObject([{ usulId: sampleUsul(1).id }]),
    );
    expect(statementsOf(beside, id)).toBeUndefined();
  });

  test('is not told to come back when the person took it back first', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    const id = await decideEarly(desk, 1);
    await openUsul(desk, 2);
    expect(await desk.outbox.getState().reopen(id)).toMatchObject({ ok: true });
    given.reader.release();
    await isRead(desk, 2);
    expect(desk.outbox.getState().broughtBack).toEqual([]);
  });

  test('comes back also when a new revision of its usul came meanwhile', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    await decideEarly(desk, 1);
    await openUsul(desk, 2);
    given.at.server.change(sampleUsul(1, { version: 2 }));
    await until(() =>
      expect(desk.inbox.getState().rows.find(({ version }) => version === 2)).toBeDefined(),
    );
    given.reader.release();
    await until(() => expect(desk.outbox.getState().broughtBack).toHaveLength(1));
    await openUsul(desk, 1);
    expect(opened(desk)).toMatchObject({
      readOnlyBecause: null,
      draft: { version: 2, outcome: 'teruskan', note: 'Catatan 1.' },
    });
    expect(given.at.server.received).toEqual([]);
  });

  test('comes back to every window that has its usul open, also when its person signed out in between', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    await decideEarly(desk, 1);
    expect(await desk.session.getState().signOut({ force: true })).toMatchObject({ ok: true });
    const next = await given.seated();
    const beside = await given.seated();
    await openUsul(beside, 1);
    expect(opened(beside).readOnlyBecause).toContain('Sudah Anda putuskan');
    await until(() => expect(given.reader.orders.length).toBeGreaterThan(1));
    given.reader.release();
    await until(() => expect(opened(beside).readOnlyBecause).toBeNull());
    await until(() => expect(next.outbox.getState().broughtBack).toHaveLength(1));
    const again = await decideNow(beside, 1);
    await until(() => expect(next.outbox.getState().broughtBack).toEqual([]));
    const answered = { kind: 'dokumen', subject: 'orang_lain', about: shaOf(1) };
    expect(statementsOf(beside, again)).toEqual([required, answered]);
  });

  test('that went out in a file stays as it is: the server may have it', async () => {
    foreign.add(shaOf(1));
    const desk = await given.seated();
    const id = await decideEarly(desk, 1);
    expect(await desk.handover.exportUnsent()).toMatchObject({ ok: true });
    given.reader.release();
    await isRead(desk, 1);
    await until(() => expect(given.at.server.received.map((one) => one.id)).toEqual([id]));
    expect(given.at.server.received[0]?.acknowledged).toEqual([required, mark(1)]);
    expect(desk.outbox.getState().broughtBack).toEqual([]);
  });
});

/** Nothing can be read, for no fault of the documents. */
function fails(failure: 'gagal' | 'terlalu_lama'): void {
  given.reader.answer = ({ sha256 }) =>
    Promise.resolve({ sha256, engine: 'mesin-1', pageCount: null, failure, pages: [] });
}

describe('a decision on a PC that cannot read', () => {
  test('says so, and is held no longer than others', async () => {
    fails('gagal');
    const desk = await given.seated({ holdMs: 30_000 });
    for (const n of [1, 2, 3]) {
      await openUsul(desk, n);
      await isRead(desk, n);
      expect(statementsOf(desk, await decideNow(desk, n))).toEqual([required, mark(n)]);
    }
    // Its reader has stopped: the next usul is not read at all.
    await openUsul(desk, 4);
    await until(() => expect(evidenceOf(desk).reading.kind).toBe('terhenti'));
    const until45 = Date.now() + 45_000;
    expect(statementsOf(desk, await decideNow(desk, 4))).toEqual([required, mark(4)]);
    expect(desk.outbox.getState().last?.heldUntil).toBeLessThan(until45);
    expect(given.reader.orders).toHaveLength(3);
  });

  test('says so of the document that took too long, also where that ended after it', async () => {
    fails('terlalu_lama');
    const desk = await given.seated({ holdMs: 30_000 });
    const id = await decideEarly(desk, 1);
    await openUsul(desk, 2);
    const until30 = Date.now() + 30_000;
    given.reader.release();
    await until(() =>
      expect(desk.outbox.getState().last?.heldUntil).toBeLessThan(until30 + 15_000),
    );
    expect(statementsOf(desk, id)).toEqual([required, mark(1)]);
    expect(desk.outbox.getState().broughtBack).toEqual([]);
  });
});
