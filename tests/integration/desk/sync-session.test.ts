import {
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul, testPassword } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let mine: RealPc;
let desk: RunningDesk;
let usul: Usul;

beforeEach(async () => {
  server = await startOffice();
  usul = await addUsul(server.db, server.documents, 'dinas-a');
  mine = await setUpPc(server, 'satu');
  desk = await openDesk(mine);
  await hasUsul(desk, 1);
});

afterEach(async () => {
  await stopOffice(server, [mine]);
});

const hours = (count: number): Date => new Date(Date.now() + count * 3_600_000);

/** The server ends every session, as after a password change. */
async function endSessions(): Promise<void> {
  await server.db.updateTable('session').set({ revoked_at: new Date() }).execute();
}

async function needsSignIn(expected: boolean): Promise<void> {
  await until(() => {
    desk.sync.getState().syncNow();
    expect(desk.session.getState().session).toMatchObject({ kind: 'masuk', needsSignIn: expected });
  });
}

describe('a session', () => {
  test('is renewed without anybody noticing when its access token ran out', async () => {
    server.clock.set(hours(2));
    const id = await decide(desk, usul);
    await hasState(desk, id, 'terkirim');
    expect(desk.session.getState().session).toMatchObject({ needsSignIn: false });
  });

  test('survives the loss of the answer that renewed it', async () => {
    server.clock.set(hours(2));
    mine.network.only = '/api/v1/session/refresh';
    mine.network.weather = 'jawaban_hilang';
    const renewals = () => mine.network.reached.filter((call) => call.includes('refresh')).length;
    await until(() => {
      desk.sync.getState().syncNow();
      expect(renewals()).toBeGreaterThan(0);
    });
    mine.network.weather = 'baik';
    const id = await decide(desk, usul);
    await hasState(desk, id, 'terkirim');
    expect(desk.session.getState().session).toMatchObject({ needsSignIn: false });
  });

  test('promise 1: that the server ended asks for a sign-in while work goes on, and then delivers what waited', async () => {
    await endSessions();
    server.clock.set(hours(2));
    await needsSignIn(true);
    expect(desk.sync.getState().connection).toEqual({ kind: 'perlu_masuk' });
    const id = await decide(desk, usul);
    await hasState(desk, id, 'menunggu');
    expect(await deliveredIds(server)).toEqual([]);
    const signedIn = await desk.session.getState().signIn(mine.username, testPassword);
    expect(signedIn).toEqual({ ok: true });
    await hasState(desk, id, 'terkirim');
    await needsSignIn(false);
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('that runs out while there is no network leaves the work alone and asks once the network is there', async () => {
    setNetwork(mine, false);
    await endSessions();
    server.clock.set(hours(24 * 60));
    await until(() => expect(desk.sync.getState().connection.kind).toBe('luring'));
    const id = await decide(desk, usul);
    expect(desk.session.getState().session).toMatchObject({ kind: 'masuk', needsSignIn: false });
    await hasState(desk, id, 'menunggu');
    setNetwork(mine, true);
    await needsSignIn(true);
    expect(desk.outbox.getState().waiting).toBe(1);
    expect(await deliveredIds(server)).toEqual([]);
    const signedIn = await desk.session.getState().signIn(mine.username, testPassword);
    expect(signedIn).toEqual({ ok: true });
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('says why a wrong password does not work', async () => {
    const other = mine.pc.openDesk();
    const refused = await other.session.getState().signIn(mine.username, 'salah');
    expect(refused).toMatchObject({ ok: false, error: { kind: 'sandi_salah' } });
  });

  test('promise 1: is not left while decisions wait, unless one insists; they are delivered after the next sign-in', async () => {
    mine.network.only = '/api/v1/commands';
    mine.network.weather = 'putus';
    const id = await decide(desk, usul);
    const held = await desk.session.getState().signOut({ force: false });
    expect(held).toMatchObject({ ok: false, error: { kind: 'masih_menunggu' } });
    expect(await desk.session.getState().signOut({ force: true })).toEqual({ ok: true });
    expect(desk.session.getState().session).toEqual({ kind: 'keluar', lastUsername: 'satu' });
    expect(desk.inbox.getState().rows).toEqual([]);
    mine.network.weather = 'baik';
    expect(await desk.session.getState().signIn('satu', testPassword)).toEqual({ ok: true });
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('left while the network keeps silent does not hold up the next one', async () => {
    mine.network.only = '/api/v1/commands';
    mine.network.weather = 'diam';
    const id = await decide(desk, usul);
    await hasState(desk, id, 'mengirim');
    expect(await desk.session.getState().signOut({ force: true })).toEqual({ ok: true });
    mine.network.weather = 'baik';
    expect(await desk.session.getState().signIn('satu', testPassword)).toEqual({ ok: true });
    // Far sooner than a silent call is given up.
    await until(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });
});
