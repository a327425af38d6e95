import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { forgetMeta, readMeta, writeMeta } from '#renderer/data/repositories/meta.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/state/desk.ts';
import { makePasswordCheck } from '#renderer/state/session/password-check.ts';

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

async function keepCheckOf(desk: RunningDesk, password: string): Promise<void> {
  const { session } = desk.session.getState();
  if (session.kind !== 'terkunci') throw new Error(session.kind);
  const database = openAccountDatabase(session.account.id, pc.vault, pc.indexedDb);
  await writeMeta(database, 'passwordCheck', await makePasswordCheck(password));
  database.close();
}

async function lockedWithoutCheck(): Promise<RunningDesk> {
  const desk = await signedIn();
  await desk.session.getState().lock();
  const { session } = desk.session.getState();
  if (session.kind !== 'terkunci') throw new Error(session.kind);
  const database = openAccountDatabase(session.account.id, pc.vault, pc.indexedDb);
  await forgetMeta(database, 'passwordCheck');
  database.close();
  return desk;
}

describe('a password that was changed on the server', () => {
  test('opens the desk with the new one while the server is reached, and without it the next time', async () => {
    const desk = await signedIn();
    await desk.session.getState().lock();
    await keepCheckOf(desk, 'yang lama');
    await vi.waitFor(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    await desk.session.getState().lock();
    server.fault = { kind: 'tak_terjangkau' };
    expect(await tries(desk, 'yang lama')).toBe('kata_sandi_salah 1');
    time += 1000;
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
    await vi.waitFor(() => expect(desk.session.getState().session.kind).toBe('keluar'), 10_000);
    expect(desk.inbox.getState().rows).toEqual([]);
  }
});

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
  const database = openAccountDatabase(session.account.id, pc.vault, pc.indexedDb);
  expect(await readMeta(database, 'passwordCheck')).toBeUndefined();
  database.close();
});
