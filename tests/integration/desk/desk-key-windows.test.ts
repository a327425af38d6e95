import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { setUpFakePc, showsWork, signInAt } from '#tests/support/desk/fake-pc.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { openAccountDatabase, openHostDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { is, kindOf, shows, signIn, types, unlock } from '#tests/support/desk/at-the-lock.ts';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import { answerRoutes, type RouteAnswers } from '#tests/support/desk/fake-api.ts';
import { fakeAccountId, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';

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

describe('several windows', () => {
  test('a new one is open at once while another one is', async () => {
    await signedIn();
    const second = pc.openDesk();
    await showsWork(second);
    expect(kindOf(second)).toBe('masuk');
  });

  test('a locked one gives nothing to a new one', async () => {
    const first = await signedIn();
    await first.session.getState().lock();
    const second = pc.openDesk();
    await is(second, 'terkunci');
    expect(kindOf(first)).toBe('terkunci');
    expect(await unlock(second, 'benar')).toEqual({ ok: true });
    await is(first, 'masuk');
    await showsWork(first);
  });

  test('after a start one password opens all of them', async () => {
    await signedIn();
    const first = await restarted();
    const second = pc.openDesk();
    await is(second, 'terkunci');
    expect(await unlock(first, 'benar')).toEqual({ ok: true });
    await is(second, 'masuk');
    await showsWork(second);
  });

  test('signing in at a locked one opens the others', async () => {
    const first = await signedIn();
    await first.session.getState().lock();
    const second = pc.openDesk();
    await is(second, 'terkunci');
    expect(await signIn(second, 'benar')).toEqual({ ok: true });
    await is(first, 'masuk');
  });
});

describe('leaving', () => {
  test('keeps what was typed, sealed, until the next sign-in', async () => {
    const desk = await signedIn();
    await types(desk, 'setengah jalan');
    expect(await desk.session.getState().signOut({ force: false })).toEqual({ ok: true });
    pc.close();
    const again = pc.openDesk();
    await is(again, 'keluar');
    expect(await signIn(again, 'benar')).toEqual({ ok: true });
    await shows(again, 'setengah jalan');
  });

  test('tells the server, with the token that only the key opens', async () => {
    const desk = await signedIn();
    const told = vi.spyOn(server.api, 'call');
    expect(await desk.session.getState().signOut({ force: false })).toEqual({ ok: true });
    expect(told).toHaveBeenCalledWith('signOut', {}, { accessToken: 'access' });
    const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
    expect(await readSealedMeta(database, 'tokens')).toBeUndefined();
    database.close();
  });
});

test('what could not be written before locking is written after unlocking', async () => {
  const desk = await signedIn();
  vi.spyOn(console, 'error').mockReturnValue();
  const disk = makeFailingDisk();
  try {
    await desk.currentCase.getState().open(sampleUsul(1).id);
    disk.full.add('drafts');
    desk.currentCase.getState().writeNote('disk penuh');
    await desk.session.getState().lock();
    disk.full.clear();
    expect(await unlock(desk, 'benar')).toEqual({ ok: true });
    await desk.flush();
  } finally {
    disk.restore();
    vi.restoreAllMocks();
  }
  const again = await restarted();
  expect(await unlock(again, 'benar')).toEqual({ ok: true });
  await shows(again, 'disk penuh');
});

test('a local database that was erased does not take the key with it', async () => {
  const before = await signedIn();
  const sealed = await pc.vault.seal('uji', 'rahasia');
  expect(kindOf(before)).toBe('masuk');
  pc.close();
  const host = openHostDatabase(pc.indexedDb);
  await host.delete();
  const desk = pc.openDesk();
  await signInAt(desk);
  expect(desk.session.getState().keyLost).toBe(false);
  expect(await pc.vault.open('uji', sealed)).toEqual({ ok: true, value: 'rahasia' });
});

test('two accounts on one PC have keys of their own', async () => {
  const desk = await signedIn();
  const first = pc.vault;
  const sealed = await first.seal('uji', 'rahasia');
  expect(await desk.session.getState().signOut({ force: false })).toEqual({ ok: true });
  const other = '01900000-0000-7000-9000-000000000002';
  const theirs = { ...server.api };
  const asOther: RouteAnswers['signIn'] = async (input) => {
    const answer = await theirs.call('signIn', input);
    if (!answer.ok) return answer;
    const account = { ...answer.value.account, id: other, username: 'lain' };
    return { ...answer, value: { ...answer.value, account } };
  };
  server.api.call = answerRoutes({ signIn: asOther }, theirs);
  expect(await desk.session.getState().signIn('lain', 'benar')).toEqual({ ok: true });
  await showsWork(desk);
  expect(pc.vault).not.toBe(first);
  expect(await pc.vault.open('uji', sealed)).toMatchObject({ error: { kind: 'segel_rusak' } });
});
