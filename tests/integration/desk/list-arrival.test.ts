import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { makeInboxStore, type InboxDesk } from '#renderer/core/inbox/inbox-store.ts';
import {
  defaultPreferences,
  type PreferencesStore,
} from '#renderer/core/preferences/preferences.ts';
import { applyChanges, requestRebuild } from '#renderer/data/feed/feed.ts';
import { readListArrival } from '#renderer/data/feed/list-arrival.ts';
import { startOver } from '#renderer/data/feed/start-over.ts';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { ChangesPage } from '#shared/contract/changes.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

const today = localDateOf(new Date('2026-11-22T03:00:00.000Z'));
const verifikator = { role: 'verifikator', scope: { kind: 'opd', id: 'dinas-a' } } as const;

let database: AccountDatabase;
let inbox: InboxDesk;

/** A page with the usul of these numbers, after which so many are still to come. */
async function bring(numbers: readonly number[], after: string | undefined, remaining: number) {
  const page: ChangesPage = {
    changes: numbers.map((n) => ({ kind: 'usul', seq: n, usul: sampleUsul(n) })),
    cursor: `c${numbers.at(-1) ?? 0}`,
    remaining,
    serverTime: '2026-11-22T00:00:00.000Z',
  };
  await applyChanges(database, page, after, today);
}

beforeEach(() => {
  database = makeTestDatabase();
  const preferences = createStore<PreferencesStore>()(() => ({
    ready: true,
    preferences: defaultPreferences,
    change: () => {},
  }));
  inbox = makeInboxStore({
    gatherMs: 0,
    now: () => new Date('2026-11-22T03:00:00.000Z'),
    preferences,
    onError: (cause) => {
      throw cause;
    },
  });
});

const shown = () => {
  const { loading, rows } = inbox.store.getState();
  return { loading, rows: rows.length };
};

describe('a list that is fetched for the first time', () => {
  test('says how much is here and how much there is, with the rows that it counts', async () => {
    const seen: string[] = [];
    const stop = inbox.follow(database, verifikator);
    await until(() => expect(inbox.store.getState().ready).toBe(true));
    expect(shown()).toEqual({ loading: { here: 0, of: null }, rows: 0 });
    inbox.store.subscribe(() => seen.push(JSON.stringify(shown())));
    await bring([1, 2], undefined, 3);
    await until(() => expect(shown()).toEqual({ loading: { here: 2, of: 5 }, rows: 2 }));
    await bring([3], 'c2', 2);
    await until(() => expect(shown()).toEqual({ loading: { here: 3, of: 5 }, rows: 3 }));
    await bring([4, 5], 'c3', 0);
    await until(() => expect(shown()).toEqual({ loading: null, rows: 5 }));
    // It is never called whole while rows are missing.
    expect(
      seen.filter((each) => each.includes('"loading":null') && !each.includes('"rows":5')),
    ).toEqual([]);
    stop();
  });

  test('that was cut off says so at the next start too', async () => {
    await bring([1, 2], undefined, 3);
    const stop = inbox.follow(database, verifikator);
    await until(() => expect(shown()).toEqual({ loading: { here: 2, of: 5 }, rows: 2 }));
    stop();
  });

  test('may be empty, and whole', async () => {
    await bring([], undefined, 0);
    const stop = inbox.follow(database, verifikator);
    await until(() => expect(inbox.store.getState().ready).toBe(true));
    expect(shown()).toEqual({ loading: null, rows: 0 });
    stop();
  });

  test('stays whole when it is built again, and when more comes', async () => {
    await bring([1, 2], undefined, 0);
    const stop = inbox.follow(database, verifikator);
    await until(() => expect(shown()).toEqual({ loading: null, rows: 2 }));
    await requestRebuild(database, new Date());
    await bring([1], undefined, 4);
    await bring([3], 'c1', 3);
    await until(() => expect(shown().rows).toBe(3));
    expect(shown().loading).toBeNull();
    expect(await readMeta(database, 'toCome')).toBeUndefined();
    stop();
  });

  test('of an older version is as whole as that version said', async () => {
    await writeMeta(database, 'inboxComplete', true);
    expect(await readListArrival(database)).toEqual({ whole: true, toCome: 0 });
  });

  test('begins anew when everything is fetched again', async () => {
    await bring([1], undefined, 4);
    await startOver(database);
    expect(await readListArrival(database)).toEqual({ whole: false, toCome: null });
  });
});
