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
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appVersionHeader } from '#shared/contract/api.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addAccount, addOrganisation, addUsul, makeRefusal } from '#tests/support/builders.ts';
import { makeOthers, type Others } from '#tests/support/others.ts';
import { signIn, startTestServer, type TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

/*
 * What design.md section 5 says below its six promises (`promises.test.ts`): the change feed, conflicts, bad networks, old
 * clients. That no reader of the feed ever skips a change is in `change-feed.test.ts`.
 */

let server: TestServer;
let pcs: RealPc[];
let others: Others;

beforeEach(async () => {
  pcs = [];
  server = await startOffice();
  others = makeOthers(server);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await stopOffice(server, pcs);
});

async function pcOf(username: string): Promise<RealPc> {
  const pc = await setUpPc(server, username);
  pcs.push(pc);
  return pc;
}

const newUsul = (): Promise<Usul> => addUsul(server.db, server.documents, 'dinas-a');

describe('the change feed', () => {
  test('a cursor that the server no longer knows: the list is built again, the outbox is not touched', async () => {
    const kept = await newUsul();
    const gone = await newUsul();
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 2);
    mine.network.only = '/api/v1/commands';
    mine.network.weather = 'putus';
    const id = await decide(desk, kept);
    await others.withdraw(gone);
    await server.db
      .updateTable('feed_counter')
      .set({ epoch: '0'.repeat(32) })
      .execute();
    desk.sync.getState().syncNow();
    await until(() => expect(desk.inbox.getState().rows.map((row) => row.id)).toEqual([kept.id]));
    expect(desk.outbox.getState().entries.map(({ decision }) => decision.id)).toEqual([id]);
  });
});

describe('conflicts: a decision whose usul moved on while the PC was offline waits for a person, with what is now', () => {
  test.each([
    { what: 'withdrawn', happens: 'withdraw' },
    { what: 'resubmitted', happens: 'resubmit' },
    { what: 'reassigned', happens: 'reassign' },
    { what: 'decided by another', happens: 'returnToAsn' },
  ] as const)('$what', async ({ happens }) => {
    const usul = await newUsul();
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    setNetwork(mine, false);
    const id = await decide(desk, usul);
    await others[happens](usul);
    setNetwork(mine, true);
    await hasState(desk, id, 'ditolak');
    expect(desk.outbox.getState()).toMatchObject({ waiting: 0, refused: 1 });
    expect(desk.outbox.getState().entries[0]?.state).toMatchObject({ handled: { kind: 'belum' } });
  });

  test.each(['portal', 'jawaban_terpotong'] as const)(
    'what does not parse as the contract is a fault of the network, not data (%s)',
    async (weather) => {
      const usul = await newUsul();
      const mine = await pcOf('satu');
      const desk = await openDesk(mine);
      await hasUsul(desk, 1);
      mine.network.weather = weather;
      desk.sync.getState().syncNow();
      const id = await decide(desk, usul);
      await until(() => {
        const { kind } = desk.sync.getState().connection;
        expect(['gangguan', 'luring']).toContain(kind);
      });
      expect(desk.inbox.getState().rows).toHaveLength(1);
      mine.network.weather = 'baik';
      desk.sync.getState().syncNow();
      await hasState(desk, id, 'terkirim');
      expect(await deliveredIds(server)).toEqual([id]);
    },
  );
});

test('a client older than the server accepts may still empty its outbox', async () => {
  const strict = await startTestServer({
    policy: {
      minimumAppVersion: '9.0.0',
      offlineUnlockDays: 7,
      lockAfterMinutes: 15,
      markFoundAllowed: true,
    },
  });
  try {
    await addOrganisation(strict.db);
    await addAccount(strict.db, 'satu', 'verifikator', { kind: 'opd', id: 'dinas-a' });
    const client = await signIn(strict, 'satu');
    const headers = { [appVersionHeader]: '0.1.0' };
    expect((await client.fetch('/api/v1/changes', { headers })).status).toBe(426);
    const made = makeRefusal(await addUsul(strict.db, strict.documents, 'dinas-a'));
    const body = JSON.stringify({ decisions: [made] });
    const answer = await client.fetch('/api/v1/decisions', { method: 'POST', body, headers });
    expect(answer.status).toBe(200);
    expect(await deliveredIds(strict)).toEqual([made.id]);
  } finally {
    await strict.stop();
  }
});
