import { beforeEach, expect, test } from 'vitest';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { people } from '#tests/support/desk/session-window.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { until } from '#tests/support/until.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { sealUsul } from '#renderer/data/usul/usul-rows.ts';
import { makeConflictStore, type ConflictDesk } from '#renderer/core/conflict/conflict-store.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import type { Usul } from '#shared/records/usul.ts';

const { account } = people.verifikator;
const one = sampleUsul(1);
const other = sampleUsul(2);

let database: AccountDatabase;
let failures: unknown[];
let conflict: ConflictDesk;

beforeEach(() => {
  database = makeTestDatabase();
  failures = [];
  conflict = makeConflictStore((cause) => failures.push(cause));
});

async function put(usul: Usul): Promise<void> {
  const today = localDateSchema.parse('2026-11-22');
  const { row, body } = await sealUsul(database, usul, { seq: 1, today });
  await database.transaction('rw', [database.usul, database.usulBodies], async () => {
    await database.usul.put({ ...row, touched: 1 });
    await database.usulBodies.put(body);
  });
}

const look = (usulId: string | null) => conflict.store.getState().look(usulId);
const now = () => conflict.store.getState().now;
const shows = (expected: object) => until(() => expect(now()).toMatchObject(expected));

test('shows the usul as it is, and follows it while somebody looks', async () => {
  await put(one);
  conflict.follow({ account, database });
  look(one.id);
  expect(now()).toEqual({ kind: 'memuat' });
  await shows({ kind: 'ada', usul: { version: one.version }, closedBecause: null });
  await put({ ...one, version: one.version + 1, position: { kind: 'selesai', result: 'ditolak' } });
  await shows({ kind: 'ada', usul: { version: one.version + 1 } });
  expect(now()).not.toMatchObject({ closedBecause: null });
});

test('one that is not on this PC is said to be gone', async () => {
  conflict.follow({ account, database });
  look(one.id);
  await until(() => expect(now()).toEqual({ kind: 'tidak_ada' }));
});

test('an address that came back before the desk did is looked at when somebody sits down', async () => {
  await put(one);
  look(one.id);
  expect(now()).toEqual({ kind: 'memuat' });
  conflict.follow({ account, database });
  await shows({ kind: 'ada', usul: { id: one.id } });
});

test('what was begun for an usul that nobody looks at any more is not shown', async () => {
  await put(one);
  await put(other);
  conflict.follow({ account, database });
  look(one.id);
  look(other.id);
  await shows({ kind: 'ada', usul: { id: other.id } });
  look(one.id);
  look(null);
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  expect(conflict.store.getState()).toMatchObject({ usulId: null, now: { kind: 'memuat' } });
});

test('nothing of an account stays when it leaves the desk', async () => {
  await put(one);
  const stop = conflict.follow({ account, database });
  look(one.id);
  await shows({ kind: 'ada' });
  stop();
  expect(conflict.store.getState()).toMatchObject({ usulId: null, now: { kind: 'memuat' } });
});

test('a disk that fails is said, never an endless wait', async () => {
  await put(one);
  conflict.follow({ account, database });
  const disk = makeFailingDisk();
  try {
    disk.unreadable.add('usulBodies');
    look(one.id);
    await shows({ kind: 'gagal' });
  } finally {
    disk.restore();
  }
  expect(failures).not.toEqual([]);
});
