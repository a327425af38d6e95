import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { describe, expect, test, vi } from 'vitest';
import { followUsul, type TableChange } from '#renderer/data/live/follow-table.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { writeMeta } from '#renderer/data/rows/meta.ts';
import { readUsulList, refreshUsulSnapshot } from '#renderer/data/usul/usul-list.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { usulRowSchema, type UsulRow } from '#renderer/data/schema/stored-rows.ts';
import type { Change } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { storedText } from '#tests/support/desk/stored-text.ts';
import { until } from '#tests/support/until.ts';

const today = localDateOf(new Date('2026-11-22T03:00:00.000Z'));
let seq = 0;
const told = (usul: Usul): Change => ({ kind: 'usul', seq: (seq += 1), usul });
const gone = ({ id }: Usul): Change => ({
  kind: 'keluar',
  seq: (seq += 1),
  usulId: id,
  position: null,
});

async function hear(
  database: AccountDatabase,
  changes: Change[],
  after: string | undefined,
  cursor: string,
): Promise<void> {
  const page = { changes, cursor, remaining: 0, serverTime: '2026-11-22T00:00:00.000Z' };
  expect(await applyChanges(database, page, after, today)).not.toBeNull();
}

/** Ten usul in a snapshot; since then one changed, one came and one left, whose mark is pruned. */
async function aged(): Promise<AccountDatabase> {
  const database = makeTestDatabase();
  const ten = Array.from({ length: 10 }, (_, n) => sampleUsul(n + 1));
  // In two pages: the snapshot stands at more than what a counter that was begun anew soon reaches.
  await hear(database, ten.slice(0, 5).map(told), undefined, 'setengah');
  await hear(database, ten.slice(5).map(told), 'setengah', 'a');
  await refreshUsulSnapshot(database, 10);
  const changed = sampleUsul(4, { version: 2, unorNama: 'Bidang Baru' });
  await hear(database, [told(changed), told(sampleUsul(11)), gone(sampleUsul(7))], 'a', 'b');
  await database.removals.clear();
  return database;
}

async function sorted(database: AccountDatabase): Promise<UsulRow[]> {
  const { rows } = await readUsulList(database);
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe('the snapshot of the list', () => {
  test('gives the same list as the rows themselves', async () => {
    const database = await aged();
    const open = vi.spyOn(database.vault, 'open');
    const withIt = await sorted(database);
    expect(open).toHaveBeenCalledTimes(2);
    await database.snapshots.clear();
    const withoutIt = await sorted(database);
    expect(open).toHaveBeenCalledTimes(12);
    open.mockRestore();
    expect(withIt).toEqual(withoutIt);
    expect(withIt).toHaveLength(10);
    expect(withIt.find(({ id }) => id === sampleUsul(4).id)).toMatchObject({
      version: 2,
      listing: { unorNama: 'Bidang Baru' },
    });
  });

  test('brings back no usul that left, even when its mark is pruned', async () => {
    const ids = (await sorted(await aged())).map(({ id }) => id);
    expect(ids).not.toContain(sampleUsul(7).id);
  });

  test('is told to a follower as one list, then only what changes', async () => {
    const database = await aged();
    const seen: TableChange<UsulRow>[] = [];
    const stop = followUsul(database, {
      onChange: (change) => seen.push(change),
      onError: (cause) => {
        throw cause;
      },
    });
    await until(() => expect(seen).toHaveLength(1));
    expect(seen[0]?.rows).toHaveLength(10);
    await hear(database, [gone(sampleUsul(2))], 'b', 'c');
    await until(() => expect(seen).toHaveLength(2));
    expect(seen[1]).toEqual({ rows: [], removed: [sampleUsul(2).id] });
    stop();
  });

  test('costs time and nothing else when it is broken, and is written anew', async () => {
    const database = await aged();
    const before = await sorted(database);
    const upTo = 1;
    const sealed = await database.vault.sealBytes('lain', new Uint8Array(40));
    await database.snapshots.put({ key: 'usul', upTo, sealed });
    expect(await sorted(database)).toEqual(before);
    expect(await database.snapshots.count()).toBe(0);
    await refreshUsulSnapshot(database, 10);
    expect(await database.snapshots.count()).toBe(1);
    expect(await sorted(database)).toEqual(before);
  });

  test('of a counter that was begun anew is not believed', async () => {
    const database = await aged();
    await writeMeta(database, 'touch', 0);
    await hear(database, [told(sampleUsul(1, { version: 5 }))], 'b', 'c');
    const first = (await sorted(database)).find(({ id }) => id === sampleUsul(1).id);
    expect(first?.version).toBe(5);
  });

  test('is written only once enough changed, and says nothing in clear', async () => {
    const database = await aged();
    const [kept] = await database.snapshots.toArray();
    await refreshUsulSnapshot(database, 4);
    expect(await database.snapshots.toArray()).toEqual([kept]);
    await refreshUsulSnapshot(database, 2);
    expect(await database.snapshots.toArray()).not.toEqual([kept]);
    const text = await storedText(database);
    expect(text).not.toContain(sampleUsul(1).employee.nip);
    expect(text).not.toContain('Bidang Baru');
  });

  // A snapshot is not parsed row by row: a row of another shape needs another number in `snapshotPlace`, then this line.
  test('has the format of its number', () => {
    expect(Object.keys(usulRowSchema.shape).join(' ')).toBe(
      'id touched seq revision version recordType kind position opdId unorId deadline submittedAt round findings shas assigned decidedByYou actingFor unread sealed',
    );
  });
});
