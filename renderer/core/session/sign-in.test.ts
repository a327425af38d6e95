import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeFailingDisk, type FailingDisk } from '#tests/support/desk/failing-disk.ts';
import {
  deaf,
  makeRememberingView,
  makeSessionPc,
  people,
  type SessionPc,
  type SessionWindow,
} from '#tests/support/desk/session-window.ts';
import { makeGate } from '#tests/support/gate.ts';
import { changeAccountRow, readHostSetting, unseatAccount } from '#renderer/data/keyring/host.ts';
import { makeEnvelope } from '#renderer/data/sealing/envelope.ts';
import { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { OwnedDesk } from '#renderer/core/session/owned-desk.ts';
import { signIn } from '#renderer/core/session/sign-in.ts';

const { id } = people.verifikator.account;

let pc: SessionPc;
let window: SessionWindow;

beforeEach(async () => {
  pc = makeSessionPc();
  window = pc.open();
  await window.restored;
});

test('gives the desk to whoever signs in', async () => {
  expect(await window.signIn(' verifikator ')).toEqual({ ok: true });
  expect(window.shown()).toMatchObject({ kind: 'masuk', needsSignIn: false, account: { id } });
  expect(pc.asked).toEqual(['seat verifikator']);
  expect(await readHostSetting(pc.host, 'currentAccountId')).toBe(id);
});

test.each([
  ['', 'benar'],
  ['   ', 'benar'],
  ['verifikator', ''],
])('is not tried with empty fields (%j, %j)', async (username, password) => {
  expect(await window.signIn(username, password)).toMatchObject({
    ok: false,
    error: { kind: 'isian_kosong' },
  });
});

test('changes nothing when the server refuses or is not there', async () => {
  expect(await window.signIn('verifikator', 'salah')).toMatchObject({ ok: false });
  pc.reached = false;
  expect(await window.signIn()).toMatchObject({ ok: false });
  expect(window.shown()).toEqual({ kind: 'keluar', lastUsername: '' });
  expect(pc.asked).toEqual([]);
});

describe('of a role without a desk', () => {
  test('is answered with the desks that there are, and the session is ended', async () => {
    const answer = await window.signIn('pemantau');
    expect(answer).toMatchObject({
      ok: false,
      error: {
        kind: 'tanpa_meja',
        message: expect.stringContaining('Pemantau'),
        action: expect.stringContaining('Verifikator OPD'),
      },
    });
    expect(pc.asked).toEqual(['decline pemantau']);
  });

  test('keeps nothing of the account on this PC', async () => {
    await window.signIn('pemantau');
    expect(window.shown()).toEqual({ kind: 'keluar', lastUsername: '' });
    expect(await pc.host.accounts.get(people.pemantau.account.id)).toBeUndefined();
    expect(await readHostSetting(pc.host, 'currentAccountId')).toBeUndefined();
  });

  test('leaves the desk of whoever sits here as it is', async () => {
    await window.signIn();
    await window.signIn('pemantau');
    expect(window.shown()).toMatchObject({ kind: 'masuk', account: { id } });
    expect(pc.asked).not.toContain('leave');
  });
});

test('again at one’s own desk leaves everything in sight, and the exchange goes on', async () => {
  await window.signIn();
  window.session.setNeedsSignIn(true);
  pc.asked.length = 0;
  expect(await window.signIn()).toEqual({ ok: true });
  expect(window.shown()).toMatchObject({ kind: 'masuk', needsSignIn: false });
  expect(pc.asked).toEqual(['again']);
});

test('at somebody else’s desk makes them leave it first', async () => {
  await window.signIn();
  expect(await window.signIn('lain')).toEqual({ ok: true });
  expect(window.shown()).toMatchObject({ account: { username: 'lain' } });
  expect(pc.asked).toEqual(['seat verifikator', 'leave', 'seat lain']);
});

test('at a locked desk opens it for the one who signed in', async () => {
  await window.signIn();
  await window.session.store.getState().lock();
  expect(await window.signIn()).toEqual({ ok: true });
  expect(window.shown().kind).toBe('masuk');
});

test('waits until a desk that another window left is cleared', async () => {
  const typed = makeGate();
  await window.signIn();
  pc.onClearing = () => typed.opened;
  await unseatAccount(pc.host, id);
  await vi.waitFor(() => expect(pc.asked).toContain('leave'));
  // Only when whoever did not wait would be at the desk already.
  pc.onKept = () => setTimeout(() => typed.open(), 50);
  const again = window.signIn();
  expect(await again).toEqual({ ok: true });
  expect(window.shown().kind).toBe('masuk');
  expect(pc.asked).toEqual(['seat verifikator', 'leave', 'seat verifikator']);
});

test('waits until a desk that is being unlocked is open', async () => {
  const view = makeRememberingView();
  const held = new HeldDesk(pc.ports, view);
  const unlocked = makeGate();
  const signedIn = signIn(
    pc.ports,
    {
      held,
      view,
      hold: (owner) => {
        held.hold(new OwnedDesk(owner, pc.ports, deaf));
        return held.owned!;
      },
      opened: async () => {
        pc.asked.push('opening');
        await unlocked.opened;
        pc.asked.push('opened');
      },
    },
    'verifikator',
    'benar',
  );
  await vi.waitFor(() => expect(pc.asked).toEqual(['opening']));
  unlocked.open();
  expect(await signedIn).toEqual({ ok: true });
  expect(pc.asked).toEqual(['opening', 'opened', 'seat verifikator']);
});

test('says that what lay here cannot be opened any more, and clears a desk whose key was lost', async () => {
  await window.signIn();
  const openers = { password: 'lain', deviceSecret: `${'B'.repeat(43)}=` };
  const { envelope } = await makeEnvelope(id, openers, pc.ports.sealing);
  await changeAccountRow(pc.host, id, (row) => ({ ...row, envelope }));
  expect(await window.signIn()).toEqual({ ok: true });
  expect(window.session.store.getState().keyLost).toBe(true);
  expect(pc.asked).toEqual(['seat verifikator', 'leave', 'seat verifikator']);
  window.session.store.getState().dismissKeyLost();
  expect(window.session.store.getState().keyLost).toBe(false);
});

test('says that the server asks for another password, until it is read or another one signs in', async () => {
  const { store } = window.session;
  pc.asksNewPassword = true;
  await window.signIn();
  expect(store.getState().newPasswordAsked).toBe(true);
  store.getState().dismissNewPassword();
  expect(store.getState().newPasswordAsked).toBe(false);
  await window.signIn();
  expect(store.getState().newPasswordAsked).toBe(true);
  pc.asksNewPassword = false;
  await window.signIn();
  expect(store.getState().newPasswordAsked).toBe(false);
});

describe('a database that fails when the desk is opened', () => {
  let disk: FailingDisk;
  beforeEach(() => {
    disk = makeFailingDisk();
    pc.onKept = () => disk.unreadable.add('meta');
  });
  afterEach(() => disk.restore());

  test('leaves the desk nobody’s when nobody sat there', async () => {
    expect(await window.signIn()).toMatchObject({ ok: false });
    expect(window.shown().kind).toBe('keluar');
    expect(pc.asked).toEqual([]);
    expect(pc.failures).toHaveLength(1);
  });

  test('leaves a locked desk locked, and the next sign-in opens it', async () => {
    pc.onKept = () => {};
    await window.signIn();
    await window.session.store.getState().lock();
    pc.onKept = () => disk.unreadable.add('meta');
    expect(await window.signIn()).toMatchObject({ ok: false });
    expect(window.shown().kind).toBe('terkunci');
    disk.unreadable.clear();
    pc.onKept = () => {};
    expect(await window.signIn()).toEqual({ ok: true });
    expect(pc.asked).toEqual(['seat verifikator', 'lock', 'seat verifikator']);
  });
});
