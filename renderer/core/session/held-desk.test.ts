import { beforeEach, describe, expect, test } from 'vitest';
import { makeGate, type Gate } from '#tests/support/gate.ts';
import {
  deaf,
  makeRememberingView,
  makeSessionPc,
  people,
  type RememberingView,
  type SessionPc,
} from '#tests/support/desk/session-window.ts';
import { makeAccountKey } from '#renderer/data/sealing/vault.ts';
import { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { OwnedDesk } from '#renderer/core/session/owned-desk.ts';

const key = await makeAccountKey();
const profile = people.verifikator;

let pc: SessionPc;
let view: RememberingView;
/** What was typed is on the disk when this opens. */
let typed: Gate;
let held: HeldDesk;
let desk: OwnedDesk;

beforeEach(() => {
  pc = makeSessionPc();
  view = makeRememberingView();
  typed = makeGate();
  pc.onClearing = () => typed.opened;
  held = new HeldDesk(pc.ports, view);
  desk = new OwnedDesk(profile.account, pc.ports, deaf);
  held.hold(desk);
});

async function inSight(): Promise<void> {
  await desk.open(key);
  held.show(desk, key, profile);
  pc.asked.length = 0;
}

describe('a desk in sight', () => {
  test('is hidden once, however many reasons there are, and its key is dropped when all is on the disk', async () => {
    await inSight();
    const hiding = [held.hide(), held.hide()];
    expect(view.shown.kind).toBe('masuk');
    expect(desk.key).toBe(key);
    typed.open();
    await Promise.all(hiding);
    expect(view.shown).toEqual({ kind: 'terkunci', account: desk.owner, waiting: 0 });
    expect(desk.key).toBeNull();
    expect(pc.asked).toEqual(['lock']);
  });

  test('goes out of sight also when what was typed could not be written', async () => {
    await inSight();
    pc.onClearing = () => Promise.reject(new Error('full'));
    await expect(held.hide()).rejects.toThrow('full');
    expect(view.shown.kind).toBe('terkunci');
    expect(desk.key).toBeNull();
  });

  test('is left once, however many reasons there are', async () => {
    await inSight();
    const leaving = [held.leave(), held.leave()];
    typed.open();
    await Promise.all(leaving);
    expect(view.shown).toEqual({ kind: 'keluar', lastUsername: 'verifikator' });
    expect(held.owned).toBeNull();
    expect(pc.asked).toEqual(['leave']);
  });

  test('is hidden to its end before it is left', async () => {
    await inSight();
    const both = [held.hide(), held.leave()];
    expect(pc.asked).toEqual(['lock']);
    typed.open();
    await Promise.all(both);
    expect(pc.asked).toEqual(['lock', 'leave']);
    expect(view.shown.kind).toBe('keluar');
  });

  test('gives no other window the key from the moment it is being hidden or left', async () => {
    await inSight();
    desk.share();
    const heard: CryptoKey[] = [];
    const other = new OwnedDesk(profile.account, pc.ports, {
      ...deaf,
      onKey: (theirs) => void heard.push(theirs),
    });
    const hiding = held.hide();
    other.askForKey();
    typed.open();
    await hiding;
    expect(heard).toEqual([]);
  });
});

test('a desk that is being left comes into sight no more', async () => {
  await inSight();
  const leaving = held.leave();
  held.show(desk, key, profile);
  expect(pc.asked).toEqual([]);
  typed.open();
  await leaving;
  expect(view.shown.kind).toBe('keluar');
});

test('a locked desk is not hidden again', async () => {
  typed.open();
  held.showLocked(desk);
  await held.hide();
  expect(pc.asked).toEqual([]);
  expect(view.shown.kind).toBe('terkunci');
});

test('one may wait until the desk is neither being hidden nor left', async () => {
  await inSight();
  const reasons = [held.hide(), held.leave()];
  let rests = false;
  const atRest = held.atRest().then(() => (rests = true));
  await Promise.resolve();
  expect(rests).toBe(false);
  typed.open();
  await Promise.all([...reasons, atRest]);
  expect(view.shown.kind).toBe('keluar');
});

describe('that the server wants a new sign-in', () => {
  test('is shown at once on a desk in sight, and by the next one on a locked desk', async () => {
    await inSight();
    held.setNeedsSignIn(true);
    expect(view.shown).toMatchObject({ kind: 'masuk', needsSignIn: true });
    typed.open();
    await held.hide();
    await inSight();
    expect(view.shown).toMatchObject({ kind: 'masuk', needsSignIn: true });
    held.setNeedsSignIn(false);
    expect(view.shown).toMatchObject({ kind: 'masuk', needsSignIn: false });
  });

  test('is forgotten when somebody signs in', async () => {
    held.setNeedsSignIn(true);
    held.forgetNeedsSignIn();
    await inSight();
    expect(view.shown).toMatchObject({ kind: 'masuk', needsSignIn: false });
  });
});
