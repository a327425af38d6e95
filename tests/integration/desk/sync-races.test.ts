import { makeTurns, makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { readHostSetting, seatAccount, unseatAccount } from '#renderer/data/keyring/host.ts';
import { forgetMeta } from '#renderer/data/rows/meta.ts';
import { readSealedMeta, writeSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { leaveSession } from '#renderer/data/keyring/leave-session.ts';
import { openHostDatabase } from '#renderer/data/schema/open-database.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { answerRoutes, type RouteAnswers } from '#tests/support/desk/fake-api.ts';
import { makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { decide, hasState } from '#tests/support/desk/real-pc.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { makeGate } from '#tests/support/gate.ts';
import { until } from '#tests/support/until.ts';

type Refresh = NonNullable<RouteAnswers['refresh']>;

const spent = { accessToken: 'lama', refreshToken: 'lama', accessExpiresAt: 0 };
const fresh = { accessToken: 'baru', refreshToken: 'baru', accessExpiresAt: 1e15 };

function portsOver(database: AccountDatabase, api: ServerApi): SyncPorts {
  return {
    accountId: 'a',
    deviceId: 'd',
    api,
    database,
    now: () => 1000,
    random: () => 0,
    isOnline: () => true,
    exclusively: makeTurns(),
  };
}

/** A call that needs a new token, with the answer of the renewal held back until `meanwhile` happened. */
async function renewWhile(
  database: AccountDatabase,
  answer: Refresh,
  meanwhile: () => Promise<unknown>,
) {
  const { api } = makeFakeServer([], new Map());
  const asked = makeGate();
  const release = makeGate();
  const refresh: Refresh = async (input, options) => {
    asked.open();
    await release.opened;
    return answer(input, options);
  };
  await writeSealedMeta(database, 'tokens', spent);
  const call = withAccess(
    portsOver(database, { ...api, call: answerRoutes({ refresh }, api) }),
    async (token) => succeed(token),
  );
  await asked.opened;
  await meanwhile();
  release.open();
  return call;
}

const renewed: Refresh = (input) => makeFakeServer([], new Map()).api.call('refresh', input);
const revoked: Refresh = () =>
  Promise.resolve(
    fail({
      kind: 'server',
      status: 401,
      error: { kind: 'belum_masuk', message: 'Sesi berakhir.', action: 'Masuk lagi.' },
    }),
  );

describe('a token renewal that was under way', () => {
  test('does not bring the session back after a sign-out', async () => {
    const database = makeTestDatabase();
    const done = await renewWhile(database, renewed, () => leaveSession(database, 'a', new Date()));
    expect(done).toEqual({ ok: false, error: { kind: 'perlu_masuk' } });
    expect(await readSealedMeta(database, 'tokens')).toBeUndefined();
  });

  test('does not replace or end the session of a sign-in that came meanwhile', async () => {
    for (const answer of [renewed, revoked]) {
      const database = makeTestDatabase();
      const done = await renewWhile(database, answer, () =>
        writeSealedMeta(database, 'tokens', fresh),
      );
      expect(done).toEqual({ ok: true, value: 'baru' });
      expect(await readSealedMeta(database, 'tokens')).toEqual(fresh);
    }
  });

  test('ends a session that the server ended', async () => {
    const database = makeTestDatabase();
    const done = await renewWhile(database, revoked, () => forgetMeta(database, 'lastContact'));
    expect(done).toEqual({ ok: false, error: { kind: 'perlu_masuk' } });
    expect(await readSealedMeta(database, 'tokens')).toBeUndefined();
  });
});

describe('a desk', () => {
  let pc: TestPc;
  let server: FakeServer;

  function serve(): void {
    server = makeFakeServer([sampleUsul(1), sampleUsul(2)], new Map());
    pc = makeTestPc(() => server.api);
  }

  async function seated(options?: { readonly now: () => Date }) {
    const desk = pc.openDesk(options);
    await until(() => expect(desk.session.getState().session.kind).not.toBe('memuat'));
    if (desk.session.getState().session.kind === 'keluar') {
      await desk.session.getState().signIn('verifikator', 'benar');
    }
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(2));
    return desk;
  }

  afterEach(() => pc.close());

  test('is left at once, however long the server takes to hear of it', async () => {
    serve();
    const desk = await seated();
    const others = { ...server.api };
    server.api.call = answerRoutes({ signOut: () => new Promise(() => {}) }, others);
    expect(await desk.session.getState().signOut({ force: false })).toEqual({ ok: true });
    expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
  });

  test('keeps what was typed just before it was left', async () => {
    serve();
    const desk = await seated();
    await desk.currentCase.getState().open(sampleUsul(1).id);
    desk.currentCase.getState().writeNote('sampai di sini');
    const left = desk.session.getState().signOut({ force: false });
    desk.currentCase.getState().writeNote('sampai di sini saja');
    await left;
    await desk.session.getState().signIn('verifikator', 'benar');
    await desk.currentCase.getState().open(sampleUsul(1).id);
    expect(desk.currentCase.getState().current).toMatchObject({
      draft: { note: 'sampai di sini saja' },
    });
  });

  test('delivers what was decided under a clock that is decades ahead', async () => {
    serve();
    const desk = await seated({ now: () => new Date('2090-01-01T00:00:00.000Z') });
    const id = await decide(desk, sampleUsul(1));
    await hasState(desk, id, 'terkirim');
    expect(server.received.map((decision) => decision.id)).toEqual([id]);
  });

  test('of two windows on one usul neither loses what is typed in the other', async () => {
    serve();
    const one = await seated();
    const two = await seated();
    for (const desk of [one, two]) await desk.currentCase.getState().open(sampleUsul(1).id);
    one.currentCase.getState().writeNote('dari jendela satu');
    one.currentCase.getState().judgeField('namaOrganisasi', 'sesuai');
    await one.flush();
    two.currentCase.getState().judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
    await two.flush();
    one.currentCase.getState().chooseOutcome('perbaikan');
    await one.flush();
    const three = await seated();
    await three.currentCase.getState().open(sampleUsul(1).id);
    expect(three.currentCase.getState().current).toMatchObject({
      draft: {
        note: 'dari jendela satu',
        outcome: 'perbaikan',
        verdicts: {
          namaOrganisasi: { verdict: 'sesuai' },
          jabatanOrganisasi: { verdict: 'tidak_sesuai', seen: 'Ketua' },
        },
      },
    });
  });

  test('of one account is not taken away when another account leaves in another window', async () => {
    serve();
    const host = openHostDatabase(pc.indexedDb);
    const session = await server.api.call('refresh', {
      body: { refreshToken: '', deviceId: '' },
    });
    if (!session.ok) throw new Error(session.error.kind);
    const account = { ...session.value.account, id: 'kedua', username: 'dua' };
    await seatAccount(host, { ...session.value, account }, Date.now());
    await unseatAccount(host, 'pertama');
    expect(await readHostSetting(host, 'currentAccountId')).toBe('kedua');
    host.close();
  });
});
