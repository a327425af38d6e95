import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { fakeAccountId, makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { decide, hasState } from '#tests/support/desk/real-pc.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';

let server: FakeServer;
let pc: TestPc;
let desk: RunningDesk;

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  server = makeFakeServer([sampleUsul(1)], new Map());
  pc = makeTestPc(() => server.api);
  desk = pc.openDesk();
});

afterEach(() => {
  pc.close();
  vi.restoreAllMocks();
});

async function signIn() {
  return desk.session.getState().signIn('verifikator', 'benar');
}

async function atRest(): Promise<void> {
  expect(await signIn()).toEqual({ ok: true });
  await vi.waitFor(() => expect(desk.sync.getState().inboxComplete).toBe(true), 5_000);
}

describe('a sync worker whose script cannot be loaded', () => {
  test('is said at sign-in, and the next attempt starts another one', async () => {
    pc.workerMissing = true;
    expect(await signIn()).toMatchObject({
      ok: false,
      error: { kind: 'pekerja_rusak', message: expect.any(String), action: expect.any(String) },
    });
    pc.workerMissing = false;
    expect(await signIn()).toEqual({ ok: true });
    await vi.waitFor(() => expect(desk.inbox.getState().rows).toHaveLength(1), 5_000);
  });

  test('does not keep a person from signing out, and leaves no tokens behind', async () => {
    await atRest();
    pc.workerMissing = true;
    pc.breakWorkers();
    expect(await desk.session.getState().signOut({ force: true })).toEqual({ ok: true });
    const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
    expect(await readSealedMeta(database, 'tokens')).toBeUndefined();
    database.close();
  });
});

describe('a sync worker that fails', () => {
  test('is named, and is started again with what waits', async () => {
    await atRest();
    pc.workerMissing = true;
    pc.breakWorkers();
    expect(desk.sync.getState().connection).toMatchObject({
      kind: 'gangguan',
      error: { kind: 'pekerja_rusak' },
    });
    const id = await decide(desk, sampleUsul(1));
    await hasState(desk, id, 'menunggu');
    pc.workerMissing = false;
    await vi.waitFor(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'), 10_000);
    await hasState(desk, id, 'terkirim');
  });

  test('is not started again for a desk that nobody sits at', async () => {
    await atRest();
    expect(await desk.session.getState().signOut({ force: true })).toEqual({ ok: true });
    const before = pc.workersStarted();
    vi.useFakeTimers();
    pc.breakWorkers();
    await vi.advanceTimersByTimeAsync(3_600_000);
    vi.useRealTimers();
    expect(pc.workersStarted()).toBe(before);
  });
});
