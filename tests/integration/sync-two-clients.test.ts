import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunningDesk } from '#renderer/state/desk.ts';
import { makeAxiosApi } from '#renderer/workers/sync/http/axios-api.ts';
import { actOnUsul } from '#server/store/usul-actions.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import { addAccount, addOrganisation, addUsul, testPassword } from '#tests/support/builders.ts';
import { startUnrulyProxy, type UnrulyProxy } from '#tests/support/desk/unruly-proxy.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

interface Pc {
  readonly pc: TestPc;
  readonly network: UnrulyProxy;
  readonly username: string;
}

let server: TestServer;
const pcs: Pc[] = [];

beforeEach(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
});

afterEach(async () => {
  for (const { pc } of pcs) pc.close();
  await Promise.all(pcs.map(({ network }) => network.stop()));
  pcs.length = 0;
  await server.stop();
});

/** A PC of a verifikator of its own, over a network of its own. */
async function setUpPc(username: string): Promise<Pc> {
  await addAccount(server.db, username, 'verifikator', { kind: 'opd', id: 'dinas-a' });
  const network = await startUnrulyProxy(server.url);
  const pc = makeTestPc(() =>
    makeAxiosApi({ serverUrl: network.url, appVersion: '0.1.0', stallMs: 5_000 }),
  );
  pcs.push({ pc, network, username });
  return { pc, network, username };
}

async function openDesk({ pc, username }: Pc): Promise<RunningDesk> {
  const desk = pc.openDesk();
  const signedIn = await desk.session.getState().signIn(username, testPassword);
  expect(signedIn).toEqual({ ok: true });
  return desk;
}

async function hasUsul(desk: RunningDesk, count: number): Promise<void> {
  await vi.waitFor(() => expect(desk.inbox.getState().rows).toHaveLength(count), 5_000);
}

async function isIdle(desk: RunningDesk): Promise<void> {
  await vi.waitFor(() => {
    const { connection, inboxComplete } = desk.sync.getState();
    expect({ connection, inboxComplete }).toEqual({
      connection: { kind: 'tersambung' },
      inboxComplete: true,
    });
  }, 5_000);
}

/** Decides as a person does; `teruskan` with everything judged and seen. */
async function decide(desk: RunningDesk, usul: Usul): Promise<string> {
  await desk.currentCase.getState().open(usul.id);
  const actions = desk.currentCase.getState();
  for (const { sha256 } of usul.documents) {
    actions.documentOpened(sha256, 1);
    actions.pageShown(sha256, 1);
  }
  actions.judgeRestAsMatching();
  actions.chooseOutcome('teruskan');
  expect(await actions.decide()).toMatchObject({ ok: true });
  let id = '';
  await vi.waitFor(() => {
    const entry = desk.outbox
      .getState()
      .entries.find(({ decision }) => decision.usulId === usul.id);
    expect(entry).toBeDefined();
    id = entry!.decision.id;
  });
  return id;
}

async function stateOf(desk: RunningDesk, decisionId: string, kind: string): Promise<void> {
  await vi.waitFor(() => {
    const { entries } = desk.outbox.getState();
    expect(entries.find(({ decision }) => decision.id === decisionId)?.state.kind).toBe(kind);
  }, 10_000);
}

/** Ids of the decisions that the server holds. */
async function delivered(): Promise<string[]> {
  const rows = await server.db.selectFrom('decision').select('id').execute();
  return rows.map(({ id }) => id);
}

describe('sync', () => {
  test('of two verifikator who decide the same usul one is delivered and the other sees why not', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const first = await setUpPc('satu');
    const second = await setUpPc('dua');
    const deskOne = await openDesk(first);
    const deskTwo = await openDesk(second);
    await hasUsul(deskOne, 1);
    await hasUsul(deskTwo, 1);
    second.pc.online = false;
    second.network.weather = 'putus';
    const idTwo = await decide(deskTwo, usul);
    const idOne = await decide(deskOne, usul);
    await stateOf(deskOne, idOne, 'terkirim');
    second.network.weather = 'baik';
    second.pc.online = true;
    second.pc.networkChanged();
    await stateOf(deskTwo, idTwo, 'ditolak');
    const refused = deskTwo.outbox.getState().entries[0]?.state;
    expect(refused).toMatchObject({ error: { kind: 'usul_berubah' }, redoneBy: null });
    expect(await delivered()).toEqual([idOne]);
    await vi.waitFor(() => expect(deskTwo.inbox.getState().counts.ditolak_server).toBe(1));
  });

  test('decisions made offline arrive later, each exactly once', async () => {
    const usul = [];
    for (let n = 0; n < 5; n += 1) usul.push(await addUsul(server.db, server.documents, 'dinas-a'));
    const mine = await setUpPc('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 5);
    await isIdle(desk);
    mine.pc.online = false;
    mine.network.weather = 'putus';
    const ids = [];
    for (const one of usul) ids.push(await decide(desk, one));
    expect(desk.outbox.getState().waiting).toBe(5);
    mine.network.weather = 'baik';
    mine.pc.online = true;
    mine.pc.networkChanged();
    for (const id of ids) await stateOf(desk, id, 'terkirim');
    expect((await delivered()).toSorted()).toEqual(ids.toSorted());
  });

  test('a decision whose answer is lost after the server took it is sent again and counted once', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await setUpPc('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    await isIdle(desk);
    mine.network.only = '/api/v1/decisions';
    mine.network.weather = 'jawaban_hilang';
    const id = await decide(desk, usul);
    await vi.waitFor(async () => expect(await delivered()).toEqual([id]), 5_000);
    await stateOf(desk, id, 'mengirim');
    mine.network.weather = 'jawaban_terpotong';
    desk.sync.getState().syncNow();
    const count = () => mine.network.reached.filter((call) => call.includes('decisions')).length;
    await vi.waitFor(() => expect(count()).toBeGreaterThanOrEqual(2), 5_000);
    expect(desk.outbox.getState().entries[0]?.state.kind).toBe('mengirim');
    mine.network.weather = 'baik';
    desk.sync.getState().syncNow();
    await stateOf(desk, id, 'terkirim');
    expect(await delivered()).toEqual([id]);
  });

  test('a captive portal changes no data and is named for what it is', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await setUpPc('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    await isIdle(desk);
    await vi.waitFor(() => expect(desk.inbox.getState().rows[0]?.documentsReady).toBe(true));
    mine.network.weather = 'portal';
    desk.sync.getState().syncNow();
    await vi.waitFor(() => {
      const { connection } = desk.sync.getState();
      expect(connection).toMatchObject({ kind: 'gangguan', error: { kind: 'bukan_jawaban' } });
    }, 5_000);
    const id = await decide(desk, usul);
    expect(desk.inbox.getState().rows).toHaveLength(1);
    expect(await delivered()).toEqual([]);
    mine.network.weather = 'baik';
    desk.sync.getState().syncNow();
    await stateOf(desk, id, 'terkirim');
    expect(await delivered()).toEqual([id]);
  });

  test('bytes that are not the document are never stored', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await setUpPc('satu');
    mine.network.weather = 'dokumen_rusak';
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    const { sha256 } = usul.documents[0]!;
    await vi.waitFor(
      () => expect(mine.network.reached.some((call) => call.includes(sha256))).toBe(true),
      5_000,
    );
    expect(await desk.loadDocument(sha256)).toMatchObject({ ok: false });
    expect(desk.inbox.getState().rows[0]?.documentsReady).toBe(false);
    mine.network.weather = 'baik';
    await vi.waitFor(async () => {
      desk.sync.getState().syncNow();
      expect((await desk.loadDocument(sha256)).ok).toBe(true);
    }, 10_000);
  });

  test('a rebuild of the list removes what is gone and keeps the outbox', async () => {
    const kept = await addUsul(server.db, server.documents, 'dinas-a');
    const gone = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await setUpPc('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 2);
    await isIdle(desk);
    mine.network.only = '/api/v1/decisions';
    mine.network.weather = 'putus';
    const id = await decide(desk, gone);
    await withdraw(gone);
    await beginFeedAnew();
    mine.network.only = '/api/v1/decisions';
    desk.sync.getState().syncNow();
    await vi.waitFor(
      () => expect(desk.inbox.getState().rows.map((row) => row.id)).toEqual([kept.id]),
      10_000,
    );
    expect(desk.outbox.getState().entries.map(({ decision }) => decision.id)).toEqual([id]);
    mine.network.weather = 'baik';
    desk.sync.getState().syncNow();
    await stateOf(desk, id, 'ditolak');
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
    .updateTable('scope_counter')
    .set({ epoch: randomUUID().replaceAll('-', '') })
    .execute();
}
