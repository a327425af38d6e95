// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { openAccountDatabase, type AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { makeInboxStore, type InboxDesk } from '#renderer/core/inbox/inbox-store.ts';
import { noFilter } from '#renderer/core/inbox/inbox-list.ts';
import {
  defaultPreferences,
  type Preferences,
  type PreferencesStore,
} from '#renderer/core/preferences/preferences.ts';
import { day, idsOf, sampleRow } from '#tests/support/samples/sample-row.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';

let preferences: StoreApi<PreferencesStore>;
let desk: InboxDesk;
let inbox: StoreApi<InboxStore>;
let today: string;
let accounts = 10;
const verifikator = { role: 'verifikator', scope: { kind: 'opd', id: 'dinas-a' } } as const;
const atDesk = { kind: 'menunggu', stage: 'verifikasi' };
let writes: number;

function accountPrefers(part: Partial<Preferences>): void {
  preferences.setState({ ready: true, preferences: { ...defaultPreferences, ...part } });
}

const now = (): Date => new Date(`${today}T10:00:00`);

function onError(cause: unknown): never {
  throw cause;
}

beforeEach(() => {
  writes = 0;
  today = '2026-11-22';
  preferences = createStore<PreferencesStore>()((set, get) => ({
    ready: false,
    preferences: defaultPreferences,
    change: (part) => {
      writes += 1;
      set({ preferences: { ...get().preferences, ...part } });
    },
  }));
  desk = makeInboxStore({ gatherMs: 0, now, preferences, onError });
  inbox = desk.store;
});

describe('filter and sort', () => {
  test('begin with what needs a decision', () =>
    expect(inbox.getState()).toMatchObject({
      filter: defaultPreferences.inboxFilter,
      sort: 'tenggat',
    }));

  test('become those of the account when its preferences are read', () => {
    accountPrefers({ inboxFilter: { ...noFilter, kinds: ['hapus'] }, inboxSort: 'asn' });
    expect(inbox.getState()).toMatchObject({ filter: { kinds: ['hapus'] }, sort: 'asn' });
    expect(writes).toBe(0);
  });

  test('stay as the person chose them before that, and are kept', () => {
    inbox.getState().setSort('nama');
    accountPrefers({ inboxSort: 'asn' });
    expect(inbox.getState().sort).toBe('nama');
    expect(preferences.getState().preferences.inboxSort).toBe('nama');
  });

  test('are kept without what names a person, and typing writes nothing', () => {
    accountPrefers({});
    inbox.getState().setFilter({ search: 'budi' });
    inbox.getState().setFilter({ search: 'budi s', nip: '123' });
    expect(writes).toBe(0);
    inbox.getState().setFilter({ marks: ['konsep'] });
    expect(preferences.getState().preferences.inboxFilter).toEqual({
      ...defaultPreferences.inboxFilter,
      marks: ['konsep'],
    });
    expect(inbox.getState().filter).toMatchObject({ search: 'budi s', nip: '123' });
  });

  test('cleared lets everything through', () => {
    inbox.getState().clearFilter();
    expect(inbox.getState().filter).toEqual(noFilter);
  });
});

describe('the list', () => {
  let database: AccountDatabase;
  let stop: () => void;

  beforeEach(async () => {
    database = openAccountDatabase(
      `01900000-0000-7000-9000-0000000000${(accounts += 1)}`,
      testVault,
    );
    const rows = await Promise.all([
      storedRow('a', '2026-11-22', 'Ani Contoh'),
      storedRow('b', '2026-11-25', 'Budi Contoh'),
      storedRow('c', '2026-11-30', 'Budi Rekaan', { kind: 'koordinasi', stage: 'verifikasi' }),
    ]);
    await database.usul.bulkPut(rows);
    stop = desk.follow(database, verifikator);
    await vi.waitUntil(() => inbox.getState().ready);
  });
  afterEach(async () => {
    stop();
    await database.delete();
  });
  test('shows what the filter lets through, most urgent first', () =>
    expect(queue()).toEqual(['a', 'b']));

  test('counts deadlines from the day it is, also when the night passed', () => {
    inbox.getState().setFilter({ deadlines: ['dua_hari'] });
    expect(queue()).toEqual(['a']);
    today = '2026-11-23';
    inbox.getState().setFilter({ deadlines: ['dua_hari'] });
    expect(queue()).toEqual(['b']);
  });

  test('counts them anew by itself when midnight is over', async () => {
    stop();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      stop = desk.follow(database, verifikator);
      await vi.waitUntil(() => inbox.getState().ready);
      inbox.getState().setFilter({ deadlines: ['dua_hari'] });
      today = '2026-11-23';
      expect(queue()).toEqual(['a']);
      vi.advanceTimersByTime(60_000);
      expect(queue()).toEqual(['b']);
    } finally {
      stop();
      vi.useRealTimers();
    }
  });

  test('says what a search finds beyond the filter', () => {
    expect(inbox.getState().foundElsewhere).toBe(0);
    inbox.getState().setFilter({ search: 'budi' });
    expect(queue()).toEqual(['b']);
    expect(inbox.getState().foundElsewhere).toBe(1);
  });

  test('takes a row that changed or came since, under the search that stands', async () => {
    inbox.getState().setFilter({ search: 'budi' });
    const waiting = { kind: 'menunggu', stage: 'verifikasi' };
    await database.usul.bulkPut([
      { ...(await storedRow('c', '2026-11-20', 'Budi Rekaan', waiting)), touched: 2 },
      { ...(await storedRow('d', '2026-11-24', 'Budi Lain', waiting)), touched: 2 },
    ]);
    await vi.waitFor(() => expect(queue()).toEqual(['c', 'd', 'b']));
    expect(inbox.getState().foundElsewhere).toBe(0);
  });

  test('and what was looked for are gone when the person leaves', () => {
    inbox.getState().setFilter({ search: 'budi', kinds: ['tambah'] });
    stop();
    expect(inbox.getState()).toMatchObject({ ready: false, rows: [], queue: [] });
    expect(inbox.getState().filter.search).toBe('');
  });
});

function queue(): readonly string[] {
  return idsOf(inbox.getState().queue);
}

async function storedRow(id: string, deadline: string, nama: string, position: unknown = atDesk) {
  const { nip, unorId, unorNama, ...row } = sampleRow(id, { nama, deadline: day(deadline) });
  return {
    ...row,
    position,
    touched: 1,
    seq: 1,
    opdId: 'O',
    unorId,
    shas: [],
    sealed: await testVault.seal(`usul:${id}`, { nama, nip, unorNama }),
  };
}
