import { beforeEach, describe, expect, test } from 'vitest';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import {
  makeSessionPc,
  people,
  type SessionPc,
  type SessionWindow,
} from '#tests/support/desk/session-window.ts';
import { writeHostSetting } from '#renderer/data/keyring/host.ts';

const { id } = people.verifikator.account;

let pc: SessionPc;

beforeEach(() => {
  pc = makeSessionPc();
});

async function started(): Promise<SessionWindow> {
  const window = pc.open();
  expect(window.shown()).toEqual({ kind: 'memuat' });
  await window.restored;
  return window;
}

describe('a start', () => {
  test('where nobody ever signed in shows an empty sign-in', async () => {
    expect((await started()).shown()).toEqual({ kind: 'keluar', lastUsername: '' });
  });

  test('after somebody signed out remembers the name', async () => {
    const before = await started();
    await before.signIn();
    await before.session.store.getState().signOut({ force: false });
    expect((await started()).shown()).toEqual({ kind: 'keluar', lastUsername: 'verifikator' });
  });

  test('at somebody’s desk is locked when no other window has it open', async () => {
    const before = await started();
    await before.signIn();
    await before.session.store.getState().lock();
    const window = await started();
    expect(window.shown()).toMatchObject({ kind: 'terkunci', account: { id } });
    expect(pc.asked.filter((what) => what.startsWith('seat'))).toHaveLength(1);
  });

  test('at a desk of somebody who never signed in here shows the sign-in', async () => {
    await writeHostSetting(pc.host, 'currentAccountId', id);
    expect((await started()).shown().kind).toBe('keluar');
  });

  test('on a store that cannot be read ends at the sign-in, never in an endless wait', async () => {
    await (await started()).signIn();
    const disk = makeFailingDisk();
    try {
      disk.unreadable.add('settings');
      expect((await started()).shown()).toEqual({ kind: 'keluar', lastUsername: '' });
    } finally {
      disk.restore();
    }
    expect(pc.failures).toHaveLength(1);
  });
});

describe('an account that the server ended', () => {
  const end = { accepted: 2, refused: 1, waiting: 0, unheard: false };

  test('leaves this PC with its journal, and says what was handed over', async () => {
    const window = await started();
    await window.signIn();
    pc.asked.length = 0;
    await window.session.endAccount(id, end);
    expect(pc.asked).toEqual(['leave', `erase ${id}`]);
    expect(window.shown()).toMatchObject({ kind: 'keluar', lastUsername: '' });
    expect(window.shown()).toMatchObject({ ended: { kind: 'akses_diakhiri' } });
    expect(await pc.host.accounts.get(id)).toBeUndefined();
  });

  test('keeps its journal and what opens it while the server took nothing', async () => {
    const window = await started();
    await window.signIn();
    pc.asked.length = 0;
    await window.session.endAccount(id, { accepted: 0, refused: 0, waiting: 0, unheard: true });
    expect(pc.asked).toEqual(['leave']);
    expect(await pc.host.accounts.get(id)).toMatchObject({ signedOut: true });
  });

  test('that does not sit here changes nothing', async () => {
    const window = await started();
    await window.signIn('lain');
    await window.session.endAccount(id, end);
    expect(window.shown()).toMatchObject({ kind: 'masuk', account: { username: 'lain' } });
  });
});
