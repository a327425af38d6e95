import { beforeEach, describe, expect, test } from 'vitest';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import {
  makeSessionPc,
  people,
  type SessionPc,
  type SessionWindow,
} from '#tests/support/desk/session-window.ts';
import { hasSignedOut, readHostSetting } from '#renderer/data/keyring/host.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';

const { id } = people.verifikator.account;

let pc: SessionPc;
let window: SessionWindow;

beforeEach(async () => {
  pc = makeSessionPc();
  window = await pc.signedIn();
  pc.asked.length = 0;
});

const signOut = (force = false) => window.session.store.getState().signOut({ force });

async function hasTokens(): Promise<boolean> {
  const database = pc.database(id);
  try {
    return (await readSealedMeta(database, 'tokens')) !== undefined;
  } finally {
    database.close();
  }
}

test('ends the exchange, then clears the desk, and every window hears of it', async () => {
  expect(await signOut()).toEqual({ ok: true });
  expect(pc.asked).toEqual(['sign out', 'leave']);
  expect(window.shown()).toEqual({ kind: 'keluar', lastUsername: 'verifikator' });
  expect(await hasSignedOut(pc.host, id)).toBe(true);
  expect(await readHostSetting(pc.host, 'currentAccountId')).toBe('');
});

test('without a worker forgets the tokens from here', async () => {
  pc.workerRuns = false;
  expect(await hasTokens()).toBe(true);
  expect(await signOut()).toEqual({ ok: true });
  expect(await hasTokens()).toBe(false);
});

test('of a locked desk needs no key', async () => {
  await window.session.store.getState().lock();
  pc.workerRuns = false;
  expect(await signOut()).toEqual({ ok: true });
  expect(await hasTokens()).toBe(false);
});

test('is refused while decisions wait, unless it is forced; they stay', async () => {
  await pc.leaveWaiting(id);
  expect(await signOut()).toMatchObject({ ok: false });
  expect(window.shown().kind).toBe('masuk');
  expect(await signOut(true)).toEqual({ ok: true });
  const database = pc.database(id);
  expect(await database.outbox.count()).toBe(1);
  database.close();
});

test('does nothing where nobody sits', async () => {
  await signOut();
  pc.asked.length = 0;
  expect(await signOut()).toEqual({ ok: true });
  expect(pc.asked).toEqual([]);
});

describe('that fails', () => {
  test('leaves the desk as it was, and the exchange goes on', async () => {
    const disk = makeFailingDisk();
    try {
      disk.full.add('accounts');
      expect(await signOut()).toMatchObject({ ok: false });
    } finally {
      disk.restore();
    }
    expect(pc.asked).toEqual(['sign out', `start ${id}`]);
    expect(window.shown().kind).toBe('masuk');
    expect(await signOut()).toEqual({ ok: true });
  });
});
