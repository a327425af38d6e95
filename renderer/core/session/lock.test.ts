import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import {
  deaf,
  makeRememberingView,
  makeSessionPc,
  people,
  type SessionPc,
  type SessionWindow,
} from '#tests/support/desk/session-window.ts';
import { makeGate } from '#tests/support/gate.ts';
import { isLocked, lockAccount, unseatAccount } from '#renderer/data/keyring/host.ts';
import { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { DeskLock } from '#renderer/core/session/lock.ts';
import { OwnedDesk } from '#renderer/core/session/owned-desk.ts';

const { id } = people.verifikator.account;

let pc: SessionPc;
let window: SessionWindow;

beforeEach(async () => {
  pc = makeSessionPc();
  window = await pc.signedIn();
  pc.asked.length = 0;
});

const lock = () => window.session.store.getState().lock();
const seated = () => pc.asked.filter((what) => what === 'seat verifikator').length;
const unlock = (password: string) => window.session.store.getState().unlock(password);

describe('locking', () => {
  test('hides the desk and says so to every window of the PC', async () => {
    await lock();
    expect(window.shown().kind).toBe('terkunci');
    expect(await isLocked(pc.host, id)).toBe(true);
    expect(pc.asked).toEqual(['lock']);
  });

  test('hides it also on a disk that takes nothing', async () => {
    const disk = makeFailingDisk();
    try {
      disk.full.add('accounts');
      await lock();
    } finally {
      disk.restore();
    }
    expect(window.shown().kind).toBe('terkunci');
    expect(pc.failures).toHaveLength(1);
  });

  test('does nothing at a desk where nobody sits', async () => {
    await lock();
    pc.asked.length = 0;
    await lock();
    expect(pc.asked).toEqual([]);
  });
});

describe('unlocking', () => {
  test('with the password needs no server', async () => {
    await lock();
    pc.reached = false;
    expect(await unlock('benar')).toEqual({ ok: true });
    expect(window.shown()).toMatchObject({ kind: 'masuk', needsSignIn: false });
    expect(pc.asked).toEqual(['lock', 'seat verifikator']);
    expect(await isLocked(pc.host, id)).toBe(false);
  });

  test('waits for a desk that is still being hidden', async () => {
    const typed = makeGate();
    pc.onClearing = () => typed.opened;
    const locked = lock();
    const unlocked = unlock('benar');
    typed.open();
    await locked;
    expect(await unlocked).toEqual({ ok: true });
    expect(pc.asked).toEqual(['lock', 'seat verifikator']);
  });

  test('at a desk that is open is refused', async () => {
    expect(await unlock('benar')).toMatchObject({ ok: false });
  });

  test('with a password that only the server knows signs in', async () => {
    await lock();
    pc.password = 'baru';
    expect(await unlock('baru')).toEqual({ ok: true });
    expect(window.shown().kind).toBe('masuk');
  });

  test('with a wrong one says so, whether the server is asked or not', async () => {
    await lock();
    const wrong = { ok: false, error: { kind: 'kata_sandi_salah' } };
    expect(await unlock('salah')).toMatchObject(wrong);
    expect(window.shown().kind).toBe('terkunci');
  });

  test('without a profile on this PC asks for the network, and gets it from there', async () => {
    await lock();
    const database = pc.database(id);
    await database.meta.delete('profile');
    database.close();
    pc.reached = false;
    expect(await unlock('benar')).toMatchObject({ ok: false });
    expect(window.shown().kind).toBe('terkunci');
    pc.reached = true;
    expect(await unlock('benar')).toEqual({ ok: true });
    expect(window.shown().kind).toBe('masuk');
  });

  test('a database that cannot be read leaves the desk locked, and the next try opens it', async () => {
    await lock();
    const disk = makeFailingDisk();
    try {
      disk.unreadable.add('meta');
      expect(await unlock('benar')).toMatchObject({ ok: false });
    } finally {
      disk.restore();
    }
    expect(window.shown().kind).toBe('terkunci');
    expect(pc.asked).toEqual(['lock']);
    expect(await unlock('benar')).toEqual({ ok: true });
  });

  test('a desk that was signed out of meanwhile does not come into sight', async () => {
    await lock();
    await Promise.all([unlock('benar'), unseatAccount(pc.host, id)]);
    await vi.waitFor(() => expect(window.shown().kind).toBe('keluar'));
    expect(pc.asked.at(-1)).toBe('leave');
  });
});

describe('a key that another window hands over', () => {
  const { account } = people.verifikator;

  /** A locked desk that hears of other windows only what a test says. */
  function lockedDesk() {
    const view = makeRememberingView();
    const held = new HeldDesk(pc.ports, view);
    const desk = new OwnedDesk(account, pc.ports, deaf);
    held.hold(desk);
    held.showLocked(desk);
    const deskLock = new DeskLock(pc.ports, {
      held,
      view,
      signIn: () => Promise.reject(new Error('Nobody signs in here.')),
    });
    return { view, held, desk, deskLock };
  }

  test('opens the desk', async () => {
    const { view, desk, deskLock } = lockedDesk();
    await deskLock.receiveKey(desk, pc.keyOf(id));
    expect(view.shown).toMatchObject({ kind: 'masuk', account: { id } });
  });

  test('opens it once when it comes twice at the same moment', async () => {
    const { desk, deskLock } = lockedDesk();
    const key = pc.keyOf(id);
    await Promise.all([deskLock.receiveKey(desk, key), deskLock.receiveKey(desk, key)]);
    expect(seated()).toBe(1);
  });

  test('while the desk is being hidden opens it afterwards', async () => {
    const { view, held, desk, deskLock } = lockedDesk();
    await deskLock.receiveKey(desk, pc.keyOf(id));
    const typed = makeGate();
    pc.onClearing = () => typed.opened;
    const hiding = held.hide();
    const received = deskLock.receiveKey(desk, pc.keyOf(id));
    // A turn of the event loop: whoever did not wait would have gone by.
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    typed.open();
    await Promise.all([hiding, received]);
    expect(view.shown.kind).toBe('masuk');
  });

  test('opens nothing that is locked on this PC', async () => {
    const { view, desk, deskLock } = lockedDesk();
    await lockAccount(pc.host, id);
    await deskLock.receiveKey(desk, pc.keyOf(id));
    expect(view.shown.kind).toBe('terkunci');
    expect(seated()).toBe(0);
  });

  test('opens nothing that was signed out of, and is dropped', async () => {
    const { view, desk, deskLock } = lockedDesk();
    await unseatAccount(pc.host, id);
    await deskLock.receiveKey(desk, pc.keyOf(id));
    expect(view.shown.kind).toBe('terkunci');
    expect(desk.key).toBeNull();
    expect(seated()).toBe(0);
  });

  test('opens nothing that this window does not hold any more', async () => {
    const { held, desk, deskLock } = lockedDesk();
    held.abandon();
    await deskLock.receiveKey(desk, pc.keyOf(id));
    expect(seated()).toBe(0);
  });
});
