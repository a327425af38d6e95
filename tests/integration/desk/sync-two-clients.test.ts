import { randomUUID } from 'node:crypto';
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
import { actOnUsul } from '#server/commands/usul-actions.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let pcs: RealPc[];

beforeEach(async () => {
  pcs = [];
  server = await startOffice();
});

afterEach(async () => {
  await stopOffice(server, pcs);
});

async function pcOf(username: string): Promise<RealPc> {
  const pc = await setUpPc(server, username);
  pcs.push(pc);
  return pc;
}

describe('sync', () => {
  test('of two verifikator who decide the same usul one is delivered and the other sees why not', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const first = await pcOf('satu');
    const second = await pcOf('dua');
    const deskOne = await openDesk(first);
    const deskTwo = await openDesk(second);
    await hasUsul(deskOne, 1);
    await hasUsul(deskTwo, 1);
    setNetwork(second, false);
    const idTwo = await decide(deskTwo, usul);
    const idOne = await decide(deskOne, usul);
    await hasState(deskOne, idOne, 'terkirim');
    setNetwork(second, true);
    await hasState(deskTwo, idTwo, 'ditolak');
    const refused = deskTwo.outbox.getState().entries[0]?.state;
    expect(refused).toMatchObject({ error: { kind: 'usul_berubah' }, handled: { kind: 'belum' } });
    expect(await deliveredIds(server)).toEqual([idOne]);
    await until(() => expect(deskTwo.inbox.getState().counts.ditolak_server).toBe(1));
  });

  test('decisions made offline arrive later, each exactly once', async () => {
    const usul = [];
    for (let n = 0; n < 5; n += 1) usul.push(await addUsul(server.db, server.documents, 'dinas-a'));
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 5);
    setNetwork(mine, false);
    const ids = [];
    for (const one of usul) ids.push(await decide(desk, one));
    expect(desk.outbox.getState().waiting).toBe(5);
    setNetwork(mine, true);
    for (const id of ids) await hasState(desk, id, 'terkirim');
    expect((await deliveredIds(server)).toSorted()).toEqual(ids.toSorted());
  });

  test('a decision whose answer is lost after the server took it is sent again and counted once', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    mine.network.only = '/api/v1/commands';
    mine.network.weather = 'jawaban_hilang';
    const id = await decide(desk, usul);
    await until(async () => expect(await deliveredIds(server)).toEqual([id]));
    await hasState(desk, id, 'mengirim');
    mine.network.weather = 'jawaban_terpotong';
    desk.sync.getState().syncNow();
    const count = () => mine.network.reached.filter((call) => call.includes('commands')).length;
    await until(() => expect(count()).toBeGreaterThanOrEqual(2));
    expect(desk.outbox.getState().entries[0]?.state.kind).toBe('mengirim');
    mine.network.weather = 'baik';
    desk.sync.getState().syncNow();
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('a captive portal changes no data and is named for what it is', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    await until(() => expect(desk.inbox.getState().rows[0]?.documentsReady).toBe(true));
    mine.network.weather = 'portal';
    desk.sync.getState().syncNow();
    await until(() => {
      const { connection } = desk.sync.getState();
      expect(connection).toMatchObject({ kind: 'gangguan', error: { kind: 'bukan_jawaban' } });
    });
    const id = await decide(desk, usul);
    expect(desk.inbox.getState().rows).toHaveLength(1);
    expect(await deliveredIds(server)).toEqual([]);
    mine.network.weather = 'baik';
    desk.sync.getState().syncNow();
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('bytes that are not the document are never stored', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await pcOf('satu');
    mine.network.weather = 'dokumen_rusak';
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    const { sha256 } = usul.documents[0]!;
    await until(() =>
      expect(mine.network.reached.some((call) => call.includes(sha256))).toBe(true),
    );
    expect(await desk.loadDocument(sha256)).toMatchObject({ ok: false });
    expect(desk.inbox.getState().rows[0]?.documentsReady).toBe(false);
    mine.network.weather = 'baik';
    await until(async () => {
      desk.sync.getState().syncNow();
      expect((await desk.loadDocument(sha256)).ok).toBe(true);
    });
  });

  test('a rebuild of the list removes what is gone and keeps the outbox', async () => {
    const kept = await addUsul(server.db, server.documents, 'dinas-a');
    const gone = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 2);
    mine.network.only = '/api/v1/commands';
    mine.network.weather = 'putus';
    const id = await decide(desk, gone);
    await withdraw(gone);
    await beginFeedAnew();
    mine.network.only = '/api/v1/commands';
    desk.sync.getState().syncNow();
    await until(() => expect(desk.inbox.getState().rows.map((row) => row.id)).toEqual([kept.id]));
    expect(desk.outbox.getState().entries.map(({ decision }) => decision.id)).toEqual([id]);
    mine.network.weather = 'baik';
    desk.sync.getState().syncNow();
    await hasState(desk, id, 'ditolak');
  });
});

/** The ASN takes an usul back. */
async function withdraw(usul: Usul): Promise<void> {
  const acted = await actOnUsul(server.db, {
    usulId: usul.id,
    actor: { role: 'asn', scope: { kind: 'employee', id: usul.employee.id }, name: 'ASN' },
    action: 'tarik',
    judged: { revision: usul.revision, version: usul.version },
    reasons: [],
    note: '',
    now: new Date(),
  });
  expect(acted.ok).toBe(true);
}

/** The numbers of the feed begin anew, as after a restored backup: no cursor is known any more. */
async function beginFeedAnew(): Promise<void> {
  await server.db
    .updateTable('feed_counter')
    .set({ epoch: randomUUID().replaceAll('-', '') })
    .execute();
}
