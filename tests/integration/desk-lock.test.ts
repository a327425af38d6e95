import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { forgetMeta, readMeta } from '#renderer/data/repositories/meta.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/state/desk.ts';

let pc: TestPc;
let server: FakeServer;
let time: number;

beforeEach(() => {
  time = Date.parse('2026-11-22T01:00:00Z');
  const numbers = [1, 2];
  const documents = numbers.map((n) => sampleDocument(`usul ${n}`));
  server = makeFakeServer(
    numbers.map((n) => sampleUsul(n)),
    new Map(documents.map((document) => [document.sha256, document.bytes])),
  );
  pc = makeTestPc(() => server.api);
});

afterEach(() => pc.close());

function openWindow(): RunningDesk {
  return pc.openDesk({ now: () => new Date(time) });
}

async function signedIn(): Promise<RunningDesk> {
  const desk = openWindow();
  await vi.waitFor(() => expect(desk.session.getState().session.kind).not.toBe('memuat'));
  expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
  await showsWork(desk);
  return desk;
}

async function showsWork(desk: RunningDesk): Promise<void> {
  await vi.waitFor(() => expect(desk.inbox.getState().queue).toHaveLength(2), 10_000);
}

async function isLocked(desk: RunningDesk): Promise<void> {
  await vi.waitFor(() => expect(desk.session.getState().session.kind).toBe('terkunci'), 10_000);
  expect({
    rows: desk.inbox.getState().rows,
    entries: desk.outbox.getState().entries,
    current: desk.currentCase.getState().current,
  }).toEqual({ rows: [], entries: [], current: { kind: 'tertutup' } });
}

async function tries(desk: RunningDesk, password: string): Promise<string> {
  const answer = await unlock(desk, password);
  return answer.ok ? 'terbuka' : `${answer.error.kind} ${/\d+/.exec(answer.error.action)?.[0]}`;
}

const unlock = (desk: RunningDesk, password: string) => desk.session.getState().unlock(password);

describe('a locked desk', () => {
  test('shows nothing, and gives everything back with the password, without network', async () => {
    const desk = await signedIn();
    const actions = desk.currentCase.getState();
    await actions.open(sampleUsul(1).id);
    actions.writeNote('setengah jalan');
    await desk.session.getState().lock();
    await isLocked(desk);
    server.fault = { kind: 'tak_terjangkau' };
    pc.online = false;
    expect((await desk.loadDocument(sampleDocument('usul 1').sha256)).ok).toBe(false);
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    expect(desk.session.getState().session.kind).toBe('masuk');
    await showsWork(desk);
    await actions.open(sampleUsul(1).id);
    expect(desk.currentCase.getState().current).toMatchObject({
      draft: { note: 'setengah jalan' },
    });
  });

  test('goes on delivering', async () => {
    const desk = await signedIn();
    const actions = desk.currentCase.getState();
    await actions.open(sampleUsul(1).id);
    actions.judgeField('namaOrganisasi', 'tidak_sesuai');
    expect((await actions.decide()).ok).toBe(true);
    await desk.session.getState().lock();
    await vi.waitFor(() => expect(server.received).toHaveLength(1));
    await isLocked(desk);
  });

  test('stays locked over a restart, and fetches meanwhile', async () => {
    await (await signedIn()).session.getState().lock();
    pc.close();
    const desk = openWindow();
    await isLocked(desk);
    await vi.waitFor(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
    await isLocked(desk);
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    await showsWork(desk);
  });

  test('is locked and unlocked in every window of the account', async () => {
    const first = await signedIn();
    const second = openWindow();
    await showsWork(second);
    second.preferences.getState().change({ density: 'rapat' });
    await second.currentCase.getState().open(sampleUsul(2).id);
    second.currentCase.getState().writeNote('di jendela lain');
    await first.session.getState().lock();
    await isLocked(second);
    expect(await unlock(second, 'benar')).toEqual({ ok: true });
    await showsWork(first);
    await second.currentCase.getState().open(sampleUsul(2).id);
    expect(second.currentCase.getState().current).toMatchObject({
      draft: { note: 'di jendela lain' },
    });
  });

  test('opens to whoever signs in, and is that person’s then', async () => {
    const desk = await signedIn();
    await desk.session.getState().lock();
    expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
    await showsWork(desk);
    expect(desk.session.getState().session.kind).toBe('masuk');
  });

  test('can be left by signing out', async () => {
    const desk = await signedIn();
    await desk.session.getState().lock();
    expect(await desk.session.getState().signOut({ force: false })).toEqual({ ok: true });
    expect(desk.session.getState().session.kind).toBe('keluar');
  });
});

describe('a wrong password', () => {
  test('keeps the desk locked, and makes the next try wait longer, also after a restart', async () => {
    const desk = await signedIn();
    await desk.session.getState().lock();
    expect(await tries(desk, 'salah')).toBe('kata_sandi_salah 1');
    expect(await tries(desk, 'benar')).toBe('tunggu 1');
    time += 1000;
    expect(await tries(desk, 'salah')).toBe('kata_sandi_salah 2');
    time += 2000;
    expect(await tries(desk, 'salah')).toBe('kata_sandi_salah 4');
    time += 1000;
    pc.close();
    const again = openWindow();
    await isLocked(again);
    expect(await tries(again, 'benar')).toBe('tunggu 3');
    // A clock that was set back does not keep the person out for longer.
    time -= 86_400_000;
    expect(await tries(again, 'benar')).toBe('tunggu 4');
    time += 86_400_000 + 3000;
    expect(await tries(again, 'benar')).toBe('terbuka');
    await again.session.getState().lock();
    expect(await tries(again, 'salah')).toBe('kata_sandi_salah 1');
  });

  test('an empty one is not tried', async () => {
    const desk = await signedIn();
    await desk.session.getState().lock();
    expect(await unlock(desk, '')).toMatchObject({ ok: false, error: { kind: 'isian_kosong' } });
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
  });
});

async function lockedWithoutCheck(): Promise<RunningDesk> {
  const desk = await signedIn();
  await desk.session.getState().lock();
  const { session } = desk.session.getState();
  if (session.kind !== 'terkunci') throw new Error(session.kind);
  const database = openAccountDatabase(session.account.id, pc.indexedDb);
  await forgetMeta(database, 'passwordCheck');
  database.close();
  return desk;
}

describe('an account that signed in under an older version', () => {
  test('is unlocked by the server, and by this PC the next time', async () => {
    const desk = await lockedWithoutCheck();
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    await desk.session.getState().lock();
    server.fault = { kind: 'tak_terjangkau' };
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
  });

  test('is told that this once the network is needed', async () => {
    const desk = await lockedWithoutCheck();
    server.fault = { kind: 'tak_terjangkau' };
    const answer = await unlock(desk, 'benar');
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'tak_terjangkau', message: expect.stringContaining('Sekali ini') },
    });
    await isLocked(desk);
  });
});

test('what unlocks the desk is forgotten with the session', async () => {
  const desk = await signedIn();
  const { session } = desk.session.getState();
  if (session.kind !== 'masuk') throw new Error(session.kind);
  expect(await desk.session.getState().signOut({ force: false })).toEqual({ ok: true });
  const database = openAccountDatabase(session.account.id, pc.indexedDb);
  expect(await readMeta(database, 'passwordCheck')).toBeUndefined();
  database.close();
});

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
    const again = openWindow();
    await vi.waitFor(() => expect(again.preferences.getState().preferences.theme).toBe('gelap'));
    await again.session.getState().signIn('verifikator', 'benar');
    await vi.waitFor(() => expect(again.preferences.getState().ready).toBe(true));
    expect(again.preferences.getState().preferences.recordShare).toBe(0.5);
  });

  test('are written at once, because the window may go the next moment', async () => {
    await signedIn();
    const slow = pc.openDesk({ now: () => new Date(time), autosaveMs: 600_000 });
    await vi.waitFor(() => expect(slow.preferences.getState().ready).toBe(true));
    slow.preferences.getState().change({ guideDone: true });
    const { session } = slow.session.getState();
    if (session.kind !== 'masuk') throw new Error(session.kind);
    const database = openAccountDatabase(session.account.id, pc.indexedDb);
    await vi.waitFor(async () =>
      expect(await readMeta(database, 'preferences')).toMatchObject({ guideDone: true }),
    );
    database.close();
  });

  test('of an account that never set any begin with how the PC looked last', async () => {
    const before = openWindow();
    await vi.waitFor(() => expect(before.session.getState().session.kind).toBe('keluar'));
    before.preferences.getState().change({ textSize: 130 });
    await before.flush();
    const desk = await signedIn();
    await vi.waitFor(() => expect(desk.preferences.getState().ready).toBe(true));
    expect(desk.preferences.getState().preferences.textSize).toBe(130);
  });

  test('of two windows keep what each of them changed', async () => {
    const first = await signedIn();
    const second = openWindow();
    await showsWork(second);
    await vi.waitFor(() => expect(second.preferences.getState().ready).toBe(true));
    first.preferences.getState().change({ queueOpen: true });
    second.preferences.getState().change({ thumbnailsShown: true });
    await Promise.all([first.flush(), second.flush()]);
    const third = openWindow();
    await vi.waitFor(() => expect(third.preferences.getState().ready).toBe(true));
    expect(third.preferences.getState().preferences).toMatchObject({
      queueOpen: true,
      thumbnailsShown: true,
    });
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
    const database = openAccountDatabase(session.account.id, pc.indexedDb);
    const stored = JSON.stringify(await readMeta(database, 'preferences'));
    database.close();
    expect(stored).toContain('belum_diperiksa');
    expect(stored).not.toMatch(/Siti|199001012015/);
  });
});
