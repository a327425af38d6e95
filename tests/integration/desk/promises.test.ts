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
import { IDBFactory } from 'fake-indexeddb';
import { is, unlock } from '#tests/support/desk/at-the-lock.ts';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  addDocument,
  addUsul,
  currentUsul,
  day,
  testPassword,
} from '#tests/support/builders.ts';
import { makeOthers, type Others } from '#tests/support/others.ts';
import { signIn, type TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

/*
 * The promises of design.md section 5, each under its own name, with real parts: server, PostgreSQL, HTTP, sync, store.
 * What can go wrong between the steps is drawn at random in `tests/simulation` and `tests/faults`. The change feed and
 * conflicts have `promises-conflicts.test.ts`; other parts of promise 1 and 6 are proven, under that name, beside what
 * keeps them (`grep -rn "promise [1-6]" --include=*.test.ts`).
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

async function hasDocuments(desk: RunningDesk): Promise<void> {
  await until(() => {
    const { rows } = desk.inbox.getState();
    expect(rows.filter((row) => !row.documentsReady)).toEqual([]);
  });
}

/** The application is started again on the same PC; every start begins locked. */
async function restart({ pc }: RealPc): Promise<RunningDesk> {
  pc.close();
  const desk = pc.openDesk();
  await is(desk, 'terkunci');
  expect(await unlock(desk, testPassword)).toEqual({ ok: true });
  return desk;
}

/** Chromium has reset every local database to empty; what lies outside them is still there. */
function eraseDatabases({ pc }: RealPc): void {
  pc.close();
  pc.indexedDb.indexedDB = new IDBFactory();
}

describe('promise 1: a decision that the screen showed as saved survives', () => {
  test('the end of the process, without network', async () => {
    const usul = await newUsul();
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    setNetwork(mine, false);
    const id = await decide(desk, usul);
    const again = await restart(mine);
    await hasState(again, id, 'menunggu');
    setNetwork(mine, true);
    await hasState(again, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('a session that ended, and a sign-out', async () => {
    const usul = await newUsul();
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    mine.network.only = '/api/v1/commands';
    mine.network.weather = 'putus';
    const id = await decide(desk, usul);
    await server.db.updateTable('session').set({ revoked_at: new Date() }).execute();
    expect(await desk.session.getState().signOut({ force: true })).toEqual({ ok: true });
    mine.network.weather = 'baik';
    expect(await desk.session.getState().signIn('satu', testPassword)).toEqual({ ok: true });
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('a full disk: it is refused loudly, and never half kept', async () => {
    const usul = await newUsul();
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    vi.spyOn(console, 'error').mockReturnValue();
    await desk.currentCase.getState().open(usul.id);
    const actions = desk.currentCase.getState();
    actions.chooseOutcome('koordinasi');
    actions.writeNote('Bagaimana?');
    const disk = makeFailingDisk();
    try {
      disk.full.add('outbox');
      const message: unknown = expect.stringContaining('TIDAK tersimpan');
      expect(await actions.decide()).toMatchObject({ ok: false, error: { message } });
    } finally {
      disk.restore();
    }
    expect(desk.currentCase.getState().current).toMatchObject({ draft: { note: 'Bagaimana?' } });
    expect(desk.outbox.getState().entries).toEqual([]);
    expect(await deliveredIds(server)).toEqual([]);
  });
});

describe('promise 2: every decision reaches the server exactly once, or comes back with the reason', () => {
  test('once, however often its answer is lost', async () => {
    const usul = await newUsul();
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    mine.network.only = '/api/v1/commands';
    mine.network.weather = 'jawaban_hilang';
    const id = await decide(desk, usul);
    await until(() => {
      desk.sync.getState().syncNow();
      const calls = mine.network.reached.filter((call) => call.includes('/commands'));
      expect(calls.length).toBeGreaterThanOrEqual(3);
    });
    mine.network.weather = 'baik';
    desk.sync.getState().syncNow();
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });

  test('back with the reason and all that was typed, and without overriding the other one', async () => {
    const usul = await newUsul();
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    setNetwork(mine, false);
    const id = await decide(desk, usul);
    const [made] = desk.outbox.getState().entries;
    await others.returnToAsn(usul);
    setNetwork(mine, true);
    await hasState(desk, id, 'ditolak');
    const [entry] = desk.outbox.getState().entries;
    expect(entry?.decision).toEqual(made?.decision);
    expect(entry?.state).toMatchObject({ error: { message: expect.stringMatching(/./) } });
    expect((await currentUsul(server.db, usul.id)).position.kind).toBe('perbaikan');
    expect(await deliveredIds(server)).not.toContain(id);
  });
});

test('promise 3: after sync, client and server agree on every usul in the scope of the account', async () => {
  const list = [await newUsul(), await newUsul(), await newUsul(), await newUsul()];
  const mine = await pcOf('satu');
  const desk = await openDesk(mine);
  await hasUsul(desk, 4);
  setNetwork(mine, false);
  await others.withdraw(list[0]!);
  await others.reassign(list[1]!);
  await others.returnToAsn(list[2]!);
  const added = await newUsul();
  setNetwork(mine, true);
  const expected = await Promise.all(
    [list[2]!, list[3]!, added].map(({ id }) => currentUsul(server.db, id)),
  );
  await until(() => expect(facts(desk.inbox.getState().rows)).toEqual(facts(expected)));
});

test('promise 4: nothing blocks the person: with a network that never answers, reading and deciding work the same', async () => {
  const list = [await newUsul(), await newUsul()];
  const mine = await pcOf('satu');
  const desk = await openDesk(mine);
  await hasUsul(desk, 2);
  const { sha256 } = list[0]!.documents[0]!;
  await hasDocuments(desk);
  mine.network.weather = 'diam';
  desk.sync.getState().syncNow();
  expect(await desk.loadDocument(sha256)).toMatchObject({ ok: true });
  for (const usul of list) await decide(desk, usul);
  expect(desk.outbox.getState().waiting).toBe(2);
});

test('promise 5: it does not rest on IndexedDB alone: from an erased one a decision comes back and is delivered once', async () => {
  const usul = await newUsul();
  const mine = await pcOf('satu');
  const desk = await openDesk(mine);
  await hasUsul(desk, 1);
  setNetwork(mine, false);
  const id = await decide(desk, usul);
  expect(await deliveredIds(server)).toEqual([]);

  eraseDatabases(mine);
  setNetwork(mine, true);
  const again = await openDesk(mine);
  await until(() =>
    expect(again.outbox.getState().told).toContain('1 keputusan dipulihkan dari jurnal'),
  );
  await hasState(again, id, 'terkirim');
  expect(await deliveredIds(server)).toEqual([id]);
  expect((await currentUsul(server.db, usul.id)).position).toMatchObject({ stage: 'persetujuan' });

  // What was delivered does not come back from the journal a second time.
  eraseDatabases(mine);
  const third = await openDesk(mine);
  await until(() => expect(third.outbox.getState().ready).toBe(true));
  expect(third.outbox.getState().told).toBeNull();
  expect(await deliveredIds(server)).toEqual([id]);
});

describe('promise 6: it is thrifty', () => {
  test('deltas only, compressed', async () => {
    for (let made = 0; made < 5; made += 1) await newUsul();
    const scope = { kind: 'opd', id: 'dinas-a' } as const;
    await addAccount(server.db, 'satu', 'verifikator', scope);
    const client = await signIn(server, 'satu');
    const first = await client.fetch('/api/v1/changes', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const { changes, cursor } = changesPageSchema.parse(await first.json());
    expect(changes).toHaveLength(5);
    const late = await newUsul();
    const second = await client.fetch(`/api/v1/changes?cursor=${cursor}`);
    const page = changesPageSchema.parse(await second.json());
    expect(page.changes).toMatchObject([{ kind: 'usul', usul: { id: late.id } }]);
  });

  test('a document of many usul is fetched once, the most urgent first', async () => {
    const shared = await addDocument(server.db, server.documents);
    const urgent = await addDocument(server.db, server.documents);
    const usulWith = (sha: typeof shared, deadline: string): Promise<Usul> =>
      addUsul(server.db, server.documents, 'dinas-a', {
        documents: [sha],
        deadline: day(deadline),
      });
    await usulWith(shared, '2026-12-20');
    await usulWith(shared, '2026-12-21');
    await usulWith(urgent, '2026-12-01');
    const mine = await pcOf('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, 3);
    await hasDocuments(desk);
    const fetched = mine.network.reached.filter((call) => call.includes('/documents/'));
    expect(fetched.map((call) => call.split('/').at(-1))).toEqual([urgent.sha256, shared.sha256]);
  });
});

function facts(usul: readonly Pick<Usul, 'id' | 'revision' | 'version' | 'position'>[]) {
  return usul
    .map(({ id, revision, version, position }) => ({ id, revision, version, position }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
