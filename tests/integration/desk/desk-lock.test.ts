import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { makeStockedServer, showsWork, signInOver } from '#tests/support/desk/fake-pc.ts';
import type { FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { until } from '#tests/support/until.ts';

let pc: TestPc;
let server: FakeServer;
let time: number;

beforeEach(() => {
  time = Date.parse('2026-11-22T01:00:00Z');
  server = makeStockedServer(2);
  // Like the real one, it carries nothing more for a worker that was stopped.
  const gone = { ok: false, error: { kind: 'tak_terjangkau' } } as const;
  pc = makeTestPc((leaving) => ({
    ...server.api,
    changes: (token, query) =>
      leaving?.aborted ? Promise.resolve(gone) : server.api.changes(token, query),
    deliver: (token, decisions) =>
      leaving?.aborted ? Promise.resolve(gone) : server.api.deliver(token, decisions),
  }));
  pc.now = () => new Date(time);
});

afterEach(() => pc.close());

function openWindow(): RunningDesk {
  return pc.openDesk();
}

async function signedIn(): Promise<RunningDesk> {
  const desk = openWindow();
  await signInOver(desk);
  await showsWork(desk);
  return desk;
}

async function isLocked(desk: RunningDesk): Promise<void> {
  await until(() => expect(desk.session.getState().session.kind).toBe('terkunci'));
  expect({
    rows: desk.inbox.getState().rows,
    entries: desk.outbox.getState().entries,
    current: desk.currentCase.getState().current,
  }).toEqual({ rows: [], entries: [], current: { kind: 'tertutup' } });
}

/** Decides the first usul as one to be corrected. */
async function decides(desk: RunningDesk): Promise<void> {
  const actions = desk.currentCase.getState();
  await actions.open(sampleUsul(1).id);
  actions.judgeField('namaOrganisasi', 'tidak_sesuai');
  expect((await actions.decide()).ok).toBe(true);
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
    server.fault = { kind: 'tak_terjangkau' };
    await decides(desk);
    await desk.session.getState().lock();
    await isLocked(desk);
    await until(() => expect(desk.session.getState().session).toMatchObject({ waiting: 1 }));
    server.fault = null;
    pc.networkChanged();
    await until(() => expect(server.received).toHaveLength(1));
    await until(() => expect(desk.session.getState().session).toMatchObject({ waiting: 0 }));
    await isLocked(desk);
  });

  test('exchanges nothing more once the last decision went out: no key is left', async () => {
    const desk = await signedIn();
    const asked = vi.spyOn(server.api, 'changes');
    await desk.session.getState().lock();
    await isLocked(desk);
    // A wrong password is asked about over the worker: by its answer the worker has heard of the lock too.
    expect(await tries(desk, 'salah')).toBe('kata_sandi_salah 1');
    const before = asked.mock.calls.length;
    server.change(sampleUsul(3));
    desk.sync.getState().syncNow();
    pc.networkChanged();
    time += 1000;
    expect(await tries(desk, 'salah')).toBe('kata_sandi_salah 2');
    expect(asked.mock.calls.length).toBe(before);
    time += 2000;
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(3));
  });

  test('stays locked over a restart, and neither fetches nor sends before it is opened', async () => {
    const before = await signedIn();
    server.fault = { kind: 'tak_terjangkau' };
    await decides(before);
    await before.session.getState().lock();
    pc.close();
    const desk = openWindow();
    await isLocked(desk);
    server.fault = null;
    await until(() => expect(desk.session.getState().session).toMatchObject({ waiting: 1 }));
    expect(desk.sync.getState().connection.kind).toBe('belum');
    expect(server.received).toEqual([]);
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    await until(() => expect(server.received).toHaveLength(1));
  });

  test('is what every start begins with', async () => {
    await signedIn();
    pc.close();
    const desk = openWindow();
    await isLocked(desk);
    expect(desk.session.getState().session).toMatchObject({
      account: { username: 'verifikator', displayName: 'Verifikator Contoh' },
      waiting: 0,
    });
    server.fault = { kind: 'tak_terjangkau' };
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

test('a desk left in another window while a password is compared stays out of sight', async () => {
  const first = await signedIn();
  const second = openWindow();
  await showsWork(second);
  await first.session.getState().lock();
  await isLocked(second);
  await Promise.all([unlock(first, 'benar'), second.session.getState().signOut({ force: false })]);
  for (const desk of [first, second]) {
    await until(() => expect(desk.session.getState().session.kind).toBe('keluar'));
    expect(desk.inbox.getState().rows).toEqual([]);
  }
});
