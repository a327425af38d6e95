import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as makeUuidV7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { commandResultsSchema, type CommandResult } from '#shared/contract/commands.ts';
import { bulkAnswerSchema } from '#shared/contract/bulk.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import {
  addAccount,
  addOrganisation,
  currentUsul,
  makeDecision,
  makeRefusal,
} from '#tests/support/builders.ts';
import { confirmationOf, selectionOf } from '#tests/support/bulk-commands.ts';
import { excessiveReads, strayedReads } from '#tests/support/plans/judged-reads.ts';
import { fillWithUsul } from '#tests/support/plans/many-usul.ts';
import { readsIn, type Read } from '#tests/support/plans/seen-plans.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

// What handlers really send, as PostgreSQL really executed it; the long run asks the same of 200,000 usul.

const usulCount = Number(process.env['MEJA_TEST_USUL'] ?? 4_000);
/** Of a table that grows a step reads no more rows than this, however many there are. */
const mostRows = 600;

let server: TestServer;
/** The part in which everything of `kab-a` lies: parted tables have as many parts, and the same hash. */
let ownPart: string;
const reads: Read[] = [];
const accounts = new Map<string, AppointedAccount>();
const clients = new Map<string, TestClient>();
const by = (name: string): TestClient => clients.get(name)!;

const people = [
  ['vera', 'verifikator', { kind: 'opd', id: 'dinas-a' }],
  ['vian', 'verifikator', { kind: 'opd', id: 'dinas-a' }],
  ['ayu', 'approver', { kind: 'instansi', id: 'kab-a' }],
  ['vali', 'validator', { kind: 'kanreg', id: 'kr-1' }],
  ['hesti', 'helpdesk', { kind: 'instansi', id: 'kab-a' }],
  ['adi', 'admin', { kind: 'instansi', id: 'kab-a' }],
  // Of a small instansi: what concerns it lies far behind what concerns others.
  ['ana', 'admin', { kind: 'instansi', id: 'kab-8' }],
  ['pusat', 'admin', { kind: 'bkn_pusat' }],
] as const;

beforeAll(async () => {
  server = await startTestServer({}, (notice) => void reads.push(...readsIn(notice)));
  const { db } = server;
  await addOrganisation(db);
  for (const [name] of people.slice(0, 3)) await add(name);
  const [verifikator, approver] = [accounts.get('vera')!.id, accounts.get('ayu')!.id];
  await fillWithUsul(server.databaseUrl, usulCount, { verifikator, approver });
  for (const [name] of people.slice(3)) await add(name);
  const { rows } = await sql<{ part: string }>`
    SELECT substring(tableoid::regclass::text FROM '_p[0-9]+$') AS part FROM usul_event WHERE home_id = 'kab-a' LIMIT 1`.execute(
    db,
  );
  ownPart = rows[0]!.part;
  for (const [name] of people) clients.set(name, await signIn(server, name));
}, 600_000);
afterAll(() => server.stop());
beforeEach(() => reads.splice(0));

async function add(name: string): Promise<void> {
  const [, role, scope] = people.find(([one]) => one === name)!;
  accounts.set(name, await addAccount(server.db, name, role, scope));
}

const excessive = (): readonly string[] => excessiveReads(reads, mostRows);
const strayed = (): readonly string[] => strayedReads(reads, ownPart);

/** Asks, and expects an answer. */
async function get(name: string, path: string): Promise<unknown> {
  const answer = await by(name).fetch(`/api/v1/${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json();
}

async function post(name: string, path: string, body: object): Promise<unknown> {
  const answer = await by(name).fetch(`/api/v1/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect([path, answer.ok, answer.ok ? '' : await answer.text()]).toEqual([path, true, '']);
  return answer.status === 204 ? undefined : answer.json();
}

async function send(name: string, ...commands: readonly object[]): Promise<void> {
  const { results } = commandResultsSchema.parse(await post(name, 'commands', { commands }));
  expect(results.filter(({ kind }: CommandResult) => kind !== 'diterima')).toEqual([]);
}

async function pull(name: string, query = 'limit=20') {
  return changesPageSchema.parse(await get(name, `changes?${query}`));
}

/** Usul that wait for the decision of that person and were not used yet; nothing of this look counts. */
async function waitingFor(name: string, count: number): Promise<readonly Usul[]> {
  const { changes } = await pull(name, 'limit=100');
  const stage = name === 'ayu' ? 'persetujuan' : 'verifikasi';
  const usuls = changes.flatMap((change) => (change.kind === 'usul' ? [change.usul] : []));
  const found = usuls
    .filter(({ position }) => position.kind === 'menunggu' && position.stage === stage)
    .filter(({ id, assignment }) => assignment === undefined && !used.has(id))
    .slice(0, count);
  expect(found).toHaveLength(count);
  for (const { id } of found) used.add(id);
  reads.splice(0);
  return found;
}
const used = new Set<string>();

async function oneFor(name: string): Promise<Usul> {
  const [usul] = await waitingFor(name, 1);
  return usul!;
}

const decided = (usul: Usul) => ({ kind: 'putusan', ...makeDecision(usul) });
const refused = (usul: Usul) => ({ kind: 'putusan', ...makeRefusal(usul) });
const asked = (usul: Usul) => ({
  ...refused(usul),
  id: makeUuidV7(),
  outcome: 'koordinasi',
  reasons: [],
  note: 'Apakah benar?',
});

describe('of a table that grows nothing is read that grows with it', () => {
  test.each(['vera', 'ayu', 'vali'])(
    'by the pulls of a new PC and of one that knows all: %s',
    async (name) => {
      const first = await pull(name);
      await pull(name, `limit=20&cursor=${first.cursor}`);
      await pull(name, `limit=20&takenAfter=0&givenToo=1&cursor=${first.cursor}`);
      expect(excessive()).toEqual([]);
      // The validator's queue is of many instansi.
      expect(name === 'vali' ? [] : strayed()).toEqual([]);
    },
  );

  test('by decisions, and by asking for their receipts', async () => {
    const [one, other, third] = await waitingFor('vera', 3);
    const commands = [decided(one!), refused(other!), asked(third!)];
    await send('vera', ...commands);
    await send('vera', ...commands);
    await send('ayu', decided(await oneFor('ayu')), refused(await oneFor('ayu')));
    await post('vera', 'receipts', { ids: commands.map(({ id }) => id) });
    expect(excessive()).toEqual([]);
    expect(strayed()).toEqual([]);
  });

  test('by what is written about an usul', async () => {
    const usul = await oneFor('vera');
    await send('vera', asked(usul));
    const { id: threadId } = await server.db
      .selectFrom('thread')
      .select('id')
      .where('usul_id', '=', usul.id)
      .executeTakeFirstOrThrow();
    const about = () => ({
      id: makeUuidV7(),
      usulId: usul.id,
      threadId,
      deviceId: randomUUID(),
      appVersion: '0.3.0',
      madeAt: new Date().toISOString(),
    });
    await send('ayu', { kind: 'utas', ...about(), act: 'tangani', upTo: 1 });
    await send('ayu', { kind: 'pesan', ...about(), text: 'Sedang dilihat.' });
    await send('vera', { kind: 'utas', ...about(), act: 'baca', upTo: 2 });
    const answer = makeDecision(await currentUsul(server.db, usul.id), {
      verdicts: [],
      evidence: [],
    });
    await send('ayu', { kind: 'jawaban', ...answer, outcome: 'jawab', note: 'Ya.' });
    expect(excessive()).toEqual([]);
    expect(strayed()).toEqual([]);
  });

  test('by what comes to people by a rule, and is taken over', async () => {
    const rule = {
      scope_kind: 'instansi',
      scope_id: 'kab-a',
      version: 1,
      valid_from: '2026-01-01',
    } as const;
    const inTurn = JSON.stringify({ kind: 'bergilir' });
    for (const stage of ['verifikasi', 'persetujuan'] as const) {
      await server.db
        .insertInto('assignment_rule')
        .values({ ...rule, stage, rule: inTurn })
        .execute();
    }
    const usul = await oneFor('vera');
    await send('vera', decided(usul));
    const held = await server.db
      .selectFrom('usul_assignment')
      .select(['id', 'usul_id'])
      .where('appointment_id', '=', accounts.get('vera')!.appointmentId)
      .where('waiting', '=', true)
      .limit(1)
      .executeTakeFirstOrThrow();
    await send('vian', {
      kind: 'ambil_alih',
      id: makeUuidV7(),
      usulId: held.usul_id,
      stage: 'verifikasi',
      assignment: held.id,
      madeAt: new Date().toISOString(),
      reason: 'Cuti.',
    });
    await pull('vera', 'limit=1&takenAfter=0&givenToo=1');
    await server.db
      .deleteFrom('assignment_rule')
      .execute()
      .catch(() => undefined);
    expect(excessive()).toEqual([]);
  });

  test('by approving in bulk', async () => {
    await server.db
      .insertInto('bulk_policy')
      .values({ instansi_id: 'kab-a', percent: 1, least: 1, excluded_types: [] })
      .execute();
    const selection = selectionOf(await waitingFor('ayu', 12));
    await send('ayu', selection);
    const { batch } = bulkAnswerSchema.parse(await get('ayu', 'bulk'));
    for (const { usulId } of batch!.items.filter(({ drawn }) => drawn)) {
      const usul = await currentUsul(server.db, usulId);
      await send('ayu', { ...decided(usul), bulkId: selection.id });
    }
    await send('ayu', confirmationOf(selection.id));
    await get('ayu', 'bulk');
    expect(excessive()).toEqual([]);
    expect(strayed()).toEqual([]);
  });

  test('by documents, of the own queue and of another', async () => {
    const usul = await oneFor('vera');
    for (const name of ['vera', 'vali']) {
      await by(name).fetch(`/api/v1/documents/${usul.documents[0]!.sha256}`);
    }
    expect(excessive()).toEqual([]);
    expect(strayed()).toEqual([]);
  });

  test('by sessions', async () => {
    const { session, deviceId } = await signIn(server, 'vian');
    const { refreshToken } = session;
    const again = await postJson(server, '/api/v1/session/refresh', { refreshToken, deviceId });
    expect(again.status).toBe(200);
    await postJson(server, '/api/v1/session', {
      username: 'tidak.ada',
      password: 'x',
      device: { id: deviceId, name: 'PC' },
    });
    await get('vian', 'session');
    await post('vian', 'session/appointment', {
      appointmentId: accounts.get('vian')!.appointmentId,
    });
    expect(excessive()).toEqual([]);
    const ended = await by('vian').fetch('/api/v1/session', { method: 'DELETE' });
    expect(ended.status).toBe(204);
    clients.set('vian', await signIn(server, 'vian'));
    expect(excessive()).toEqual([]);
  });

  test('at the helpdesk', async () => {
    const id = makeUuidV7();
    const text = 'Tidak dapat masuk.';
    await post('vera', 'tickets', { id, ticketKind: 'akun', text });
    await get('vera', 'tickets');
    for (const view of ['saya', 'tanpa_petugas', 'terlambat', 'terbuka', 'selesai']) {
      await get('hesti', `tickets?view=${view}`);
      await get('hesti', `tickets?view=${view}&before=${Math.ceil(usulCount / 10)}`);
    }
    await get('hesti', `tickets/${id}`);
    await post('hesti', `tickets/${id}/messages`, { id: makeUuidV7(), text });
    await post('hesti', 'one-time-codes', { username: 'vian' });
    expect(excessive()).toEqual([]);
  });

  const lists = [
    'overview',
    'offices',
    'accounts',
    'accounts?search=Contoh%2012',
    'accounts?state=menunggu',
    'appointments',
    'appointments?role=approver',
    'devices',
    'devices?state=menunggu',
    'handovers',
    'schedule',
    'assignment',
    'absences',
    'substitutions',
  ];
  // An admin of a large instansi reads all that it holds, as the list says; of what others hold nobody reads anything.
  test.each(['ana', 'pusat'].flatMap((name) => lists.map((path) => [name, path] as const)))(
    'by lists of the administration: %s, %s',
    async (name, path) => {
      const answer = await by(name).fetch(`/api/v1/admin/${path}`);
      expect(answer.status).toBeLessThan(500);
      expect(excessive()).toEqual([]);
    },
  );

  const searches = [
    ['adi', ''],
    ['adi', '?action=masuk'],
    ...['ana', 'pusat'].flatMap((name) =>
      ['', '?who=petugas', '?action=masuk', '?from=2026-01-01', `?deviceId=${randomUUID()}`].map(
        (query) => [name, query] as const,
      ),
    ),
  ] as const;
  test.each(searches)('by the audit: %s %s', async (name, query) => {
    await get(name, `admin/audit${query}`);
    expect(excessive()).toEqual([]);
  });
});
