import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  deaf,
  makeRememberingView,
  makeSessionPc,
  people,
  type SessionPc,
  type SessionWindow,
} from '#tests/support/desk/session-window.ts';
import { makeGate, type Gate } from '#tests/support/gate.ts';
import { until } from '#tests/support/until.ts';
import { lockAccount, unlockAccount, unseatAccount } from '#renderer/data/keyring/host.ts';
import { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import { holdDesk } from '#renderer/core/session/windows.ts';

const { id } = people.verifikator.account;

let pc: SessionPc;
let first: SessionWindow;
let typed: Gate;

beforeEach(async () => {
  pc = makeSessionPc();
  first = await pc.signedIn();
  pc.asked.length = 0;
  typed = makeGate();
});

afterEach(() => typed.open());

async function opened(): Promise<SessionWindow> {
  const window = pc.open();
  await window.restored;
  return window;
}

const is = (window: SessionWindow, kind: string) =>
  until(() => expect(window.shown().kind).toBe(kind));

test('a new window is given the key by one that has the desk open', async () => {
  const second = await opened();
  await until(() => expect(second.shown().kind).toBe('masuk'));
});

test('a locked one gives it to nobody', async () => {
  await first.session.store.getState().lock();
  expect((await opened()).shown().kind).toBe('terkunci');
});

test('locking in one hides the other, and unlocking opens it', async () => {
  const second = await opened();
  await first.session.store.getState().lock();
  await is(second, 'terkunci');
  expect(await second.session.store.getState().unlock('benar')).toEqual({ ok: true });
  await is(first, 'masuk');
});

test('signing out in one clears the other', async () => {
  const second = await opened();
  expect(await first.session.store.getState().signOut({ force: false })).toEqual({ ok: true });
  await is(second, 'keluar');
  expect(pc.asked.filter((what) => what === 'leave')).toHaveLength(2);
});

test('a key that arrives while this window is being locked does not open it again', async () => {
  const second = await opened();
  pc.onClearing = () => typed.opened;
  const locking = first.session.store.getState().lock();
  // The other window does not know of it yet, and signs in again: that hands the key over.
  expect(await second.signIn()).toEqual({ ok: true });
  await lockAccount(pc.host, id);
  typed.open();
  await locking;
  await is(first, 'terkunci');
  await is(second, 'terkunci');
});

test('how many decisions wait is shown while the desk is locked', async () => {
  await first.session.store.getState().lock();
  await pc.leaveWaiting(id);
  await until(() => expect(first.shown()).toMatchObject({ kind: 'terkunci', waiting: 1 }));
});

test('what is heard of a desk that this window gave up concerns nobody any more', async () => {
  expect(await first.signIn('lain')).toEqual({ ok: true });
  expect(first.shown()).toMatchObject({ kind: 'masuk', account: { username: 'lain' } });
  pc.asked.length = 0;
  await lockAccount(pc.host, id);
  await unlockAccount(pc.host, id);
  await unseatAccount(pc.host, id);
  const later = await opened();
  expect(later.shown()).toMatchObject({ account: { username: 'lain' } });
  expect(pc.asked).toEqual(['seat lain']);
});

test('nor does it when it was already on its way', async () => {
  const view = makeRememberingView();
  const held = new HeldDesk(pc.ports, view);
  const parts = { held, view, receiveKey: () => Promise.resolve() };
  const before = holdDesk(people.verifikator.account, pc.ports, parts);
  const now = holdDesk(people.lain.account, pc.ports, parts);
  held.showLocked(now);
  before.shut();
  const heard = makeGate();
  const other = new OwnedDesk(people.verifikator.account, pc.ports, {
    ...deaf,
    onSignedOut: () => heard.open(),
  });
  await pc.leaveWaiting(id);
  await unseatAccount(pc.host, id);
  await heard.opened;
  await is(first, 'keluar');
  // The first window's alone.
  expect(pc.asked).toEqual(['leave']);
  expect(held.owned).toBe(now);
  expect(view.shown).toMatchObject({ kind: 'terkunci', waiting: 0 });
  before.leave();
  other.leave();
  held.abandon();
});
