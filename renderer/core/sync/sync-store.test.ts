import { beforeEach, describe, expect, test } from 'vitest';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { makeSyncStore, type SyncDesk } from '#renderer/core/sync/sync-store.ts';
import { idleStatus } from '#renderer/workers/sync/client.ts';

let database: AccountDatabase | null;
let asked: number;
let failures: unknown[];
let sync: SyncDesk;

beforeEach(() => {
  database = makeTestDatabase();
  asked = 0;
  failures = [];
  sync = makeSyncStore({
    database: () => database,
    syncNow: () => {
      asked += 1;
    },
    onError: (cause) => failures.push(cause),
  });
});

const agree = (count = 95) => sync.store.getState().agreeToRemovals(count);
const connection = () => sync.store.getState().connection;

describe('the connection', () => {
  test('begins unknown, and is what the exchange says', () => {
    expect(connection()).toEqual({ kind: 'belum' });
    sync.show({ ...idleStatus, connection: { kind: 'tersambung' } });
    expect(connection()).toEqual({ kind: 'tersambung' });
  });

  test('that is disturbed says why in a sentence and when it is tried again', () => {
    const fault = { kind: 'bukan_jawaban' } as const;
    sync.show({ ...idleStatus, connection: { kind: 'gangguan', fault, retryInSeconds: 8 } });
    expect(connection()).toMatchObject({
      kind: 'gangguan',
      retryInSeconds: 8,
      error: { message: expect.stringContaining('server pusat') },
    });
  });

  test('of a worker that failed is disturbed too; what it had told stands', () => {
    sync.show({ ...idleStatus, inboxComplete: true, lastContact: '2026-11-22T00:00:00.000Z' });
    sync.showBroken(4);
    expect(connection()).toMatchObject({ kind: 'gangguan', retryInSeconds: 4 });
    expect(sync.store.getState()).toMatchObject({
      inboxComplete: true,
      lastContact: '2026-11-22T00:00:00.000Z',
    });
  });

  test('that the server ended tells nothing of what was handed over', () => {
    sync.show({
      ...idleStatus,
      connection: { kind: 'dicabut', accepted: 2, refused: 1, waiting: 0, unheard: false },
    });
    expect(connection()).toEqual({ kind: 'dicabut' });
  });

  test('is forgotten when the account leaves', () => {
    sync.show({ ...idleStatus, connection: { kind: 'luring' }, inboxComplete: true });
    sync.reset();
    expect(sync.store.getState()).toMatchObject({
      connection: { kind: 'belum' },
      inboxComplete: false,
    });
  });
});

describe('agreeing to removals that are held back', () => {
  const heldRemovals = { gone: 95, of: 100, agreed: false };

  test('keeps the number that was shown, and asks for an exchange', async () => {
    sync.show({ ...idleStatus, notices: { ...idleStatus.notices, heldRemovals } });
    expect(await agree()).toEqual({ ok: true });
    expect(await readMeta(database!, 'removalAgreed')).toBe(95);
    expect(asked).toBe(1);
  });

  test('is known at once, and not for more than was shown', async () => {
    sync.show({ ...idleStatus, notices: { ...idleStatus.notices, heldRemovals } });
    const shown = () => sync.store.getState().notices.heldRemovals;
    await agree();
    expect(shown()).toEqual({ ...heldRemovals, agreed: true });
    const more = { gone: 99, of: 100, agreed: false };
    sync.show({ ...idleStatus, notices: { ...idleStatus.notices, heldRemovals: more } });
    await agree();
    expect(shown()).toEqual(more);
    expect(await readMeta(database!, 'removalAgreed')).toBe(95);
  });

  test('needs somebody at the desk', async () => {
    database = null;
    expect(await agree()).toMatchObject({ ok: false, error: { kind: 'belum_masuk' } });
  });

  test('that cannot be kept is said, and nothing is asked', async () => {
    const disk = makeFailingDisk();
    try {
      disk.full.add('meta');
      expect(await agree()).toMatchObject({ ok: false });
    } finally {
      disk.restore();
    }
    expect(failures).toHaveLength(1);
    expect(asked).toBe(0);
  });
});
