import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { setUpFakePc, showsWork, signInOver } from '#tests/support/desk/fake-pc.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { until } from '#tests/support/until.ts';

let pc: TestPc;

beforeEach(() => {
  ({ pc } = setUpFakePc(2));
});

afterEach(() => pc.close());

async function signedIn(): Promise<RunningDesk> {
  const desk = pc.openDesk();
  await signInOver(desk);
  await showsWork(desk);
  return desk;
}

describe('preferences', () => {
  test('are found again by the account, and the looks already before anybody signs in', async () => {
    const desk = await signedIn();
    desk.preferences.getState().change({ theme: 'gelap', recordShare: 0.5 });
    await desk.flush();
    await desk.session.getState().signOut({ force: false });
    expect(desk.preferences.getState().preferences).toMatchObject({
      theme: 'gelap',
      recordShare: 0.43,
    });
    const again = pc.openDesk();
    await until(() => expect(again.preferences.getState().preferences.theme).toBe('gelap'));
    await again.session.getState().signIn('verifikator', 'benar');
    await until(() => expect(again.preferences.getState().ready).toBe(true));
    expect(again.preferences.getState().preferences.recordShare).toBe(0.5);
  });

  test('are written at once, because the window may go the next moment', async () => {
    await signedIn();
    const slow = pc.openDesk({ autosaveMs: 600_000 });
    await until(() => expect(slow.preferences.getState().ready).toBe(true));
    slow.preferences.getState().change({ guideDone: true });
    const { session } = slow.session.getState();
    if (session.kind !== 'masuk') throw new Error(session.kind);
    const database = openAccountDatabase(session.account.id, pc.vault, pc.indexedDb);
    await until(async () =>
      expect(await readSealedMeta(database, 'preferences')).toMatchObject({ guideDone: true }),
    );
    database.close();
  });

  test('of an account that never set any begin with how the PC looked last', async () => {
    const before = pc.openDesk();
    await until(() => expect(before.session.getState().session.kind).toBe('keluar'));
    before.preferences.getState().change({ textSize: 130 });
    await before.flush();
    const desk = await signedIn();
    await until(() => expect(desk.preferences.getState().ready).toBe(true));
    expect(desk.preferences.getState().preferences.textSize).toBe(130);
  });

  test('of two windows keep what each of them changed', async () => {
    const first = await signedIn();
    const second = pc.openDesk();
    await showsWork(second);
    await until(() => expect(second.preferences.getState().ready).toBe(true));
    first.preferences.getState().change({ queueOpen: true });
    second.preferences.getState().change({ thumbnailsShown: true });
    await Promise.all([first.flush(), second.flush()]);
    const third = pc.openDesk();
    await until(() => expect(third.preferences.getState().ready).toBe(true));
    expect(third.preferences.getState().preferences).toMatchObject({
      queueOpen: true,
      thumbnailsShown: true,
    });
  });

  test('keep a filter that the other window saved beside one saved here', async () => {
    const first = await signedIn();
    const second = pc.openDesk();
    await showsWork(second);
    await until(() => expect(second.preferences.getState().ready).toBe(true));
    const { inboxFilter: filter } = first.preferences.getState().preferences;
    for (const [desk, name] of [
      [first, 'satu'],
      [second, 'dua'],
    ] as const) {
      desk.preferences.getState().change({ savedFilters: [{ name, filter, sort: 'tenggat' }] });
      await desk.flush();
    }
    const third = pc.openDesk();
    await until(() => expect(third.preferences.getState().ready).toBe(true));
    const { savedFilters } = third.preferences.getState().preferences;
    expect(savedFilters.map(({ name }) => name)).toEqual(['satu', 'dua']);
  });

  test('never keep on the disk whom somebody searched for', async () => {
    const desk = await signedIn();
    const { inboxFilter } = desk.preferences.getState().preferences;
    desk.preferences
      .getState()
      .change({ inboxFilter: { ...inboxFilter, search: 'Siti', nip: '199001012015' } });
    await desk.flush();
    const { session } = desk.session.getState();
    if (session.kind !== 'masuk') throw new Error(session.kind);
    const database = openAccountDatabase(session.account.id, pc.vault, pc.indexedDb);
    const stored = JSON.stringify(await readSealedMeta(database, 'preferences'));
    database.close();
    expect(stored).toContain('belum_diperiksa');
    expect(stored).not.toMatch(/Siti|199001012015/);
  });
});
