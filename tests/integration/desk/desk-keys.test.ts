import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { setUpFakePc, showsWork, signInAt } from '#tests/support/desk/fake-pc.ts';
import { openAccountDatabase, openHostDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { is, kindOf, shows, signIn, types, unlock } from '#tests/support/desk/at-the-lock.ts';
import { fakeAccountId, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

const dayMs = 86_400_000;
const otherSecret = `${'B'.repeat(43)}=`;

let pc: TestPc;
let server: FakeServer;
let time: number;

beforeEach(() => {
  time = Date.parse('2026-11-22T01:00:00Z');
  ({ pc, server } = setUpFakePc(2));
  pc.now = () => new Date(time);
});

afterEach(() => pc.close());

async function signedIn(): Promise<RunningDesk> {
  const desk = pc.openDesk();
  await signInAt(desk);
  await showsWork(desk);
  return desk;
}

/** The application is started anew. */
async function restarted(): Promise<RunningDesk> {
  pc.close();
  const desk = pc.openDesk();
  await is(desk, 'terkunci');
  return desk;
}

function isOffline(offline: boolean): void {
  server.fault = offline ? { kind: 'tak_terjangkau' } : null;
}

async function refusal(desk: RunningDesk, password: string): Promise<string> {
  const answer = await unlock(desk, password);
  if (answer.ok) throw new Error('It opened.');
  return answer.error.message;
}

/** Drafts and decisions on this PC, wherever they lie now. */
async function keptRows(): Promise<number> {
  const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
  const { drafts, outbox, setAside } = database;
  const counts = await Promise.all([drafts.count(), outbox.count(), setAside.count()]);
  database.close();
  return counts.reduce((sum, count) => sum + count);
}

async function lostEnvelopes(): Promise<unknown> {
  const host = openHostDatabase(pc.indexedDb);
  const row = await host.accounts.get(fakeAccountId);
  host.close();
  return row !== null && typeof row === 'object' && 'lostEnvelopes' in row && row.lostEnvelopes;
}

async function forgetEnvelope(): Promise<void> {
  const host = openHostDatabase(pc.indexedDb);
  await host.accounts.put({ id: fakeAccountId, username: 'verifikator' });
  host.close();
}

describe('a password that was changed on the server', () => {
  test('while the desk was locked: the new one opens it while the server is reached, and then without', async () => {
    const desk = await signedIn();
    await types(desk, 'setengah jalan');
    await desk.session.getState().lock();
    server.password = 'sandi baru';
    isOffline(true);
    expect(await refusal(desk, 'sandi baru')).toContain('salah');
    time += 1000;
    isOffline(false);
    expect(await unlock(desk, 'sandi baru')).toEqual({ ok: true });
    await shows(desk, 'setengah jalan');
    const again = await restarted();
    isOffline(true);
    expect(await refusal(again, 'benar')).toContain('salah');
    time += 1000;
    expect(await unlock(again, 'sandi baru')).toEqual({ ok: true });
    await shows(again, 'setengah jalan');
  });

  test('while the desk was open: signing in again keeps everything, and the new one opens it from then on', async () => {
    const desk = await signedIn();
    await types(desk, 'setengah jalan');
    server.password = 'sandi baru';
    expect(await signIn(desk, 'sandi baru')).toEqual({ ok: true });
    expect(desk.session.getState().keyLost).toBe(false);
    await shows(desk, 'setengah jalan');
    await desk.session.getState().lock();
    isOffline(true);
    expect(await refusal(desk, 'benar')).toContain('salah');
    time += 1000;
    expect(await unlock(desk, 'sandi baru')).toEqual({ ok: true });
    await shows(desk, 'setengah jalan');
  });

  test('a wrong one that the server refuses too keeps the desk locked', async () => {
    const desk = await signedIn();
    await desk.session.getState().lock();
    expect(await refusal(desk, 'tebakan')).toContain('salah');
    expect(kindOf(desk)).toBe('terkunci');
  });
});

describe('without the server', () => {
  test('the desk opens for as many days as the policy allows, and then asks for the network', async () => {
    await signedIn();
    isOffline(true);
    time += 7 * dayMs;
    const within = await restarted();
    expect(await unlock(within, 'benar')).toEqual({ ok: true });
    time += 1;
    const after = await restarted();
    expect(await refusal(after, 'benar')).toContain('terlalu lama tanpa server');
    isOffline(false);
    time += 1000;
    expect(await unlock(after, 'benar')).toEqual({ ok: true });
    await showsWork(after);
  });

  test('a clock that was set back gains no day', async () => {
    await signedIn();
    isOffline(true);
    time += 8 * dayMs;
    expect(await refusal(await restarted(), 'benar')).toContain('terlalu lama tanpa server');
    time -= 7 * dayMs;
    expect(await refusal(await restarted(), 'benar')).toContain('terlalu lama tanpa server');
  });

  test('a clock that was years ahead asks for the network once, and loses nothing', async () => {
    await types(await signedIn(), 'setengah jalan');
    isOffline(true);
    time += 3000 * dayMs;
    const ahead = await restarted();
    expect(await refusal(ahead, 'benar')).toContain('terlalu lama tanpa server');
    time -= 3000 * dayMs;
    isOffline(false);
    time += 1000;
    expect(await unlock(ahead, 'benar')).toEqual({ ok: true });
    isOffline(true);
    const again = await restarted();
    expect(await unlock(again, 'benar')).toEqual({ ok: true });
    await shows(again, 'setengah jalan');
  });
});

describe('a key that is lost', () => {
  test('is said, and what the server has is fetched again; what a person made is not deleted', async () => {
    const before = await signedIn();
    await types(before, 'setengah jalan');
    isOffline(true);
    const actions = before.currentCase.getState();
    await actions.open(sampleUsul(2).id);
    actions.judgeField('namaOrganisasi', 'tidak_sesuai');
    expect((await actions.decide()).ok).toBe(true);
    isOffline(false);
    // The server's database was set up anew, and the password with it.
    [server.password, server.deviceSecret] = ['sandi baru', otherSecret];
    const desk = await restarted();
    expect(await unlock(desk, 'sandi baru')).toEqual({ ok: true });
    expect(desk.session.getState().keyLost).toBe(true);
    await until(() => expect(desk.inbox.getState().rows).toHaveLength(2));
    desk.session.getState().dismissKeyLost();
    expect(desk.session.getState().keyLost).toBe(false);
    expect(await keptRows()).toBeGreaterThanOrEqual(2);
    expect(await lostEnvelopes()).toHaveLength(1);
  });

  test('is not what a person without the right password makes of it', async () => {
    const desk = await signedIn();
    await types(desk, 'setengah jalan');
    const again = await restarted();
    for (const password of ['satu', 'dua']) {
      expect((await unlock(again, password)).ok).toBe(false);
      time += 60_000;
    }
    expect(await unlock(again, 'benar')).toEqual({ ok: true });
    await shows(again, 'setengah jalan');
  });
});

describe('an account of an older version, which has no key yet', () => {
  test('is opened by the server once, and by this PC the next time', async () => {
    await signedIn();
    await forgetEnvelope();
    const desk = await restarted();
    isOffline(true);
    expect(await refusal(desk, 'benar')).toContain('Sekali ini');
    isOffline(false);
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    expect(desk.session.getState().keyLost).toBe(false);
    const again = await restarted();
    isOffline(true);
    expect(await unlock(again, 'benar')).toEqual({ ok: true });
  });
});
