// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { readHostSetting, writeHostSetting } from '#renderer/data/keyring/host.ts';
import {
  readStoredPreferences,
  storePreferences,
} from '#renderer/data/account/kept-preferences.ts';
import {
  openHostDatabase,
  type AccountDatabase,
  type HostDatabase,
} from '#renderer/data/schema/open-database.ts';
import { PreferencesDesk } from '#renderer/core/preferences/preferences-store.ts';
import { defaultPreferences, type Preferences } from '#renderer/core/preferences/preferences.ts';

let host: HostDatabase;
let database: AccountDatabase;
let failures: unknown[];
let desk: PreferencesDesk;

beforeEach(() => {
  host = openHostDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  database = makeTestDatabase();
  failures = [];
  // Every change is written at once, or by a flush: how fast the machine is must not matter.
  const autosaveMs = 600_000;
  desk = new PreferencesDesk({ host, autosaveMs, onError: (cause) => failures.push(cause) });
});

const shown = () => desk.store.getState().preferences;
const change = (part: Partial<Preferences>) => desk.store.getState().change(part);

describe('before anybody sits down', () => {
  test('it looks as it looked last', async () => {
    await writeHostSetting(host, 'appearance', { theme: 'gelap', density: 'rapat' });
    desk.restoreAppearance();
    await desk.seat(null);
    expect(shown()).toEqual({ ...defaultPreferences, theme: 'gelap', density: 'rapat' });
    expect(desk.store.getState().ready).toBe(false);
  });

  test('what was changed while that was read stands above it', async () => {
    await writeHostSetting(host, 'appearance', { theme: 'gelap', density: 'rapat' });
    desk.restoreAppearance();
    change({ theme: 'terang' });
    await desk.seat(null);
    expect(shown()).toMatchObject({ theme: 'terang', density: 'rapat' });
  });
});

describe('at the desk', () => {
  test('those of the account stand, and its changes are on the disk after a flush', async () => {
    await storePreferences(database, () => ({ recordShare: 0.5 }));
    await desk.seat(database);
    expect(desk.store.getState().ready).toBe(true);
    expect(shown().recordShare).toBe(0.5);
    change({ guideDone: true });
    await desk.flush();
    expect(await readStoredPreferences(database)).toEqual({ recordShare: 0.5, guideDone: true });
  });

  test('what was changed while they were read stands above them, and is kept', async () => {
    await storePreferences(database, () => ({ recordShare: 0.5, queueOpen: true }));
    const seated = desk.seat(database);
    // The database is asked by now, and has hardly answered.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    change({ recordShare: 0.6 });
    await seated;
    expect(shown()).toMatchObject({ recordShare: 0.6, queueOpen: true });
    await desk.flush();
    expect(await readStoredPreferences(database)).toMatchObject({ recordShare: 0.6 });
  });

  test('what was changed before they could be asked for stands above them, and is kept', async () => {
    await storePreferences(database, () => ({ recordShare: 0.5, queueOpen: true }));
    desk.restoreAppearance();
    const seated = desk.seat(database);
    change({ recordShare: 0.6, theme: 'gelap' });
    await seated;
    expect(shown()).toMatchObject({ recordShare: 0.6, queueOpen: true, theme: 'gelap' });
    await desk.flush();
    expect(await readStoredPreferences(database)).toEqual({
      recordShare: 0.6,
      queueOpen: true,
      theme: 'gelap',
    });
  });

  test('it is kept as well when the person leaves before they were read', async () => {
    desk.restoreAppearance();
    const seated = desk.seat(database);
    change({ guideDone: true });
    await Promise.all([seated, desk.seat(null)]);
    expect(await readStoredPreferences(database)).toEqual({ guideDone: true });
  });

  test('what is changed while nobody sits is of nobody, but for how it looks', async () => {
    change({ guideDone: true, theme: 'gelap' });
    await desk.seat(database);
    await desk.flush();
    expect(shown()).toEqual({ ...defaultPreferences, theme: 'gelap' });
    expect(await readStoredPreferences(database)).toEqual({ theme: 'gelap' });
  });

  test('of the next account nothing of the one before is shown or kept', async () => {
    await desk.seat(database);
    change({ recordShare: 0.6, theme: 'gelap' });
    const next = makeTestDatabase();
    await desk.seat(null);
    await desk.seat(next);
    expect(shown()).toMatchObject({ recordShare: defaultPreferences.recordShare, theme: 'gelap' });
    expect(await readStoredPreferences(database)).toMatchObject({ recordShare: 0.6 });
    expect(await readStoredPreferences(next)).toEqual({});
  });

  test('one who leaves while they are read gets none of them', async () => {
    await storePreferences(database, () => ({ recordShare: 0.5 }));
    const seats = [desk.seat(database), desk.seat(null)];
    await Promise.all(seats);
    expect(desk.store.getState().ready).toBe(false);
    expect(shown().recordShare).toBe(defaultPreferences.recordShare);
  });

  test('how it looks is remembered for the next start', async () => {
    await desk.seat(database);
    change({ theme: 'kontras', recordShare: 0.6 });
    await desk.flush();
    expect(await readHostSetting(host, 'appearance')).toMatchObject({ theme: 'kontras' });
    expect(await readHostSetting(host, 'appearance')).not.toHaveProperty('recordShare');
  });

  test('a disk that gives or takes nothing leaves a desk with the usual ones', async () => {
    await storePreferences(database, () => ({ recordShare: 0.5 }));
    const disk = makeFailingDisk();
    try {
      disk.unreadable.add('meta');
      await desk.seat(database);
    } finally {
      disk.restore();
    }
    expect(desk.store.getState().ready).toBe(true);
    expect(shown().recordShare).toBe(defaultPreferences.recordShare);
    expect(failures).toHaveLength(1);
  });
});
