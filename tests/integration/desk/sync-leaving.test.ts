import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

let server: FakeServer;
let pc: TestPc;
let first: RunningDesk;
let second: RunningDesk;

beforeEach(async () => {
  server = makeFakeServer([sampleUsul(1), sampleUsul(2)], new Map());
  pc = makeTestPc(() => server.api);
  first = pc.openDesk();
  await signIn(first);
  await showsUsul(first);
  second = pc.openDesk();
  await showsUsul(second);
});

afterEach(() => pc.close());

async function signIn(desk: RunningDesk): Promise<void> {
  expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
}

async function signOut(desk: RunningDesk): Promise<void> {
  expect(await desk.session.getState().signOut({ force: true })).toEqual({ ok: true });
}

async function showsUsul(desk: RunningDesk): Promise<void> {
  await until(() => expect(desk.inbox.getState().rows).toHaveLength(2));
}

const cleared = {
  session: { kind: 'keluar', lastUsername: 'verifikator' },
  rows: [],
  entries: [],
  current: { kind: 'tertutup' },
};

/** What a window shows once somebody left. */
async function shownAfterLeaving(desk: RunningDesk) {
  const { session } = desk;
  await until(() => expect(session.getState().session.kind).toBe('keluar'));
  return {
    session: session.getState().session,
    rows: desk.inbox.getState().rows,
    entries: desk.outbox.getState().entries,
    current: desk.currentCase.getState().current,
  };
}

describe('a sign-out in one of two windows', () => {
  test('clears the other one too', async () => {
    await second.currentCase.getState().open(sampleUsul(1).id);
    await signOut(first);
    expect(await shownAfterLeaving(first)).toEqual(cleared);
    expect(await shownAfterLeaving(second)).toEqual(cleared);
  });

  test('is heard whichever window exchanges with the server', async () => {
    await signOut(second);
    expect(await shownAfterLeaving(second)).toEqual(cleared);
    expect(await shownAfterLeaving(first)).toEqual(cleared);
  });

  test('loses nothing of what was typed in the other one', async () => {
    await second.currentCase.getState().open(sampleUsul(2).id);
    second.currentCase.getState().writeNote('belum selesai');
    await signOut(first);
    expect(await shownAfterLeaving(second)).toEqual(cleared);
    await signIn(second);
    await showsUsul(second);
    await second.currentCase.getState().open(sampleUsul(2).id);
    expect(second.currentCase.getState().current).toMatchObject({
      draft: { note: 'belum selesai' },
    });
  });

  test('loses no decision that is just being made in the other one', async () => {
    const actions = second.currentCase.getState();
    await actions.open(sampleUsul(1).id);
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
    actions.chooseOutcome('perbaikan');
    actions.writeNote('Jabatan berbeda.');
    const leaving = signOut(first);
    const decided = actions.decide();
    await leaving;
    expect(await decided).toMatchObject({ ok: true });
    expect(await shownAfterLeaving(second)).toEqual(cleared);
    await signIn(second);
    await until(() => expect(server.received).toHaveLength(1));
  });

  test('in both at the same time leaves both cleared', async () => {
    await Promise.all([signOut(first), signOut(second)]);
    expect(await shownAfterLeaving(first)).toEqual(cleared);
    expect(await shownAfterLeaving(second)).toEqual(cleared);
  });

  test('does not hold for whoever signs in afterwards', async () => {
    await signOut(first);
    expect(await shownAfterLeaving(second)).toEqual(cleared);
    await signIn(first);
    await signIn(second);
    await showsUsul(first);
    await showsUsul(second);
    const third = pc.openDesk();
    await showsUsul(third);
  });
});

test('a session that merely expired leaves the work of both windows open', async () => {
  const error = { kind: 'belum_masuk', message: 'Sesi berakhir.', action: 'Masuk lagi.' } as const;
  server.fault = { kind: 'server', status: 401, error };
  for (const desk of [first, second]) {
    await until(() => {
      desk.sync.getState().syncNow();
      expect(desk.session.getState().session).toMatchObject({ kind: 'masuk', needsSignIn: true });
    });
    expect(desk.inbox.getState().rows).toHaveLength(2);
  }
});
