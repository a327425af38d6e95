import { randomUUID } from 'node:crypto';
import { v7 as makeUuidV7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAppointment } from '#server/accounts/appointments.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Account, AppointedAccount, Scope } from '#shared/workflow/authority/account.ts';
import { roles, type Role } from '#shared/workflow/authority/roles.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  appoint,
  currentUsul,
  makeRefusal,
} from '#tests/support/builders.ts';
import { adminBodyOf } from '#tests/support/admin-calls.ts';
import { importCallOf } from '#tests/support/imports/import-at-desk.ts';
import { helpdeskCallOf } from '#tests/support/helpdesk-calls.ts';
import { takeStep } from '#tests/support/take-step.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  signIn,
  signInUnder,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

let server: TestServer;
/** An usul of `dinas-a` that waits for its verifikator, and where others have a queue, one that waits there. */
let usul: Usul;
let waiting: Readonly<Partial<Record<Role, Usul>>>;
/** An usul that the decisions of these tests settle: its documents leave the queue with it. */
let refused: Usul;
/** Made the file that others carry. */
let maker: TestClient;
const routes: readonly (readonly [string, ApiRoute])[] = Object.entries(apiRoutes);
const guarded = routes.filter(([, route]) => route.access !== 'public');

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  usul = await addUsul(server.db, server.documents, 'dinas-a');
  refused = await addUsul(server.db, server.documents, 'dinas-a');
  const verifikator = await addVerifikator(server.db, 'dinas-a');
  waiting = {
    approver: await addForwarded('penghargaan', verifikator),
    validator: await addForwarded('cltn', verifikator),
  };
  maker = await signIn(server, 'verifikator-dinas-a');
});
afterAll(() => server.stop());

/** An usul of `dinas-a` that its verifikator has forwarded. */
async function addForwarded(recordType: Usul['recordType'], account: Account): Promise<Usul> {
  const added = await addUsul(server.db, server.documents, 'dinas-a', { recordType });
  await takeStep(server.db, added.id, account, 'teruskan');
  return currentUsul(server.db, added.id);
}

/** A valid request of a guarded route about an usul that waits for this role (else for the verifikator of `dinas-a`). */
async function requestOf(
  route: ApiRoute,
  role?: Role,
  appointmentId: string = randomUUID(),
): Promise<[string, RequestInit]> {
  const subject = (role && waiting[role]) ?? usul;
  const path = route.path.replace(':sha256', subject.documents[0]!.sha256);
  // What an admin may do once is prepared for the admin alone: everybody else is refused before it is looked at.
  const reporter = role === undefined ? 'verifikator-dinas-a' : 'semua-tugas';
  const asked = await helpdeskCallOf(server, route.path, reporter);
  if (asked) {
    const sent = route.body ? { body: JSON.stringify(asked.body) } : {};
    return [asked.path, { method: route.method, ...sent }];
  }
  const own = role === 'admin' ? await adminBodyOf(server, route.path, usul) : undefined;
  const body = route.body
    ? { body: JSON.stringify(own ?? (await contentOf(route.path, appointmentId))) }
    : {};
  return [path, { method: route.method, ...body }];
}

const scopesOf: Readonly<Record<Role, Scope>> = {
  asn: { kind: 'employee', id: 'asn-dinas-a' },
  verifikator: { kind: 'opd', id: 'dinas-a' },
  approver: { kind: 'instansi', id: 'kab-a' },
  validator: { kind: 'kanreg', id: 'kr-1' },
  monitor: { kind: 'instansi', id: 'kab-a' },
  admin: { kind: 'instansi', id: 'kab-a' },
  helpdesk: { kind: 'instansi', id: 'kab-a' },
};

describe('every route declares who may call it', () => {
  test.each(routes)('%s', (_name, route) => {
    const { access } = route;
    const isDeclared =
      typeof access === 'string' ? ['public', 'any'].includes(access) : access.length > 0;
    expect(isDeclared).toBe(true);
  });

  test.each(guarded)('%s without a token is refused', async (_name, route) => {
    const [path, init] = await requestOf(route);
    const headers = init.body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(server.url + path, { ...init, headers });
    expect(answer.status).toBe(401);
    expect(apiErrorBodySchema.parse(await answer.json()).error.kind).toBe('belum_masuk');
  });
});

/** A good request about a file that the admin has just sent; undefined for a route that is about none. */
async function importRequestOf(
  by: TestClient,
  route: ApiRoute,
): Promise<[string, RequestInit] | undefined> {
  const asked = await importCallOf(by, route);
  if (!asked) return undefined;
  const { query = '', body } = asked;
  const init = { method: route.method, ...(body && { body: JSON.stringify(body) }) };
  return [`${route.path}?${query}`, init];
}

async function contentOf(path: string, appointmentId: string): Promise<object> {
  // With the wrong one: the others of these tests sign in with the one that there is.
  if (path === apiRoutes.changePassword.path) {
    return { oldPassword: 'bukan ini', newPassword: 'padang rumput luas 7' };
  }
  if (path === apiRoutes.removeFactor.path) return { password: 'bukan ini', code: '000000' };
  if (path === apiRoutes.chooseAppointment.path) return { appointmentId };
  const decision = makeRefusal(refused);
  if (path === apiRoutes.handover.path) return handoverOf(maker, [decision]);
  return { decisions: [decision], commands: [commandOfDecision(decision)], ids: [refused.id] };
}

/** What a route answered: that it did, or why it did not. */
async function outcomeOf(client: TestClient, [path, init]: [string, RequestInit]): Promise<string> {
  const answer = await client.fetch(path, init);
  return answer.ok ? 'answered' : apiErrorBodySchema.parse(await answer.json()).error.kind;
}

/** One person who holds an appointment of every role, and once held another of each. */
describe('a person with every appointment', () => {
  const held = new Map<Role, AppointedAccount>();
  const ended = new Map<Role, AppointedAccount>();

  beforeAll(async () => {
    const { db } = server;
    const person = await addAccount(db, 'semua-tugas', 'asn', scopesOf.asn);
    held.set('asn', person);
    for (const role of roles) {
      if (role !== 'asn') held.set(role, await appoint(db, person, role, scopesOf[role]));
      ended.set(role, await appoint(db, person, role, scopesOf[role]));
    }
  });

  describe.each(roles)('under that of %s', (role) => {
    let here: TestClient;
    beforeAll(async () => {
      here = await signInUnder(server, held.get(role)!);
    });

    test.each(guarded)('%s answers only the roles that it names', async (name, route) => {
      const { access } = route;
      const mayCall = typeof access === 'string' || access.includes(role);
      const appointed = held.get(role)!;
      // A session is ended by one of the routes.
      const client = name === 'signOut' ? await signInUnder(server, appointed) : here;
      const request =
        (role === 'admin' && (await importRequestOf(client, route))) ||
        (await requestOf(route, role, appointed.appointmentId));
      const isRefused = ['changePassword', 'removeFactor'].includes(name);
      const expected = isRefused ? 'tidak_sah' : 'answered';
      expect(await outcomeOf(client, request)).toBe(mayCall ? expected : 'tidak_berwenang');
    });

    test('nothing is answered once it has ended, nor by naming another one that stands', async () => {
      const past = ended.get(role)!;
      const { username, appointmentId } = held.get(role)!;
      const client = await signInUnder(server, past);
      await endAppointment(server.db, past.appointmentId, null, new Date());
      for (const [name, route] of guarded) {
        for (const named of [past.appointmentId, appointmentId]) {
          const outcome = await outcomeOf(client, await requestOf(route, role, named));
          expect([name, outcome]).toEqual([name, 'penunjukan_berakhir']);
        }
      }
      expect((await signInUnder(server, { username, appointmentId })).session.account.role).toBe(
        role,
      );
    });

    test('nobody else acts under it, and learns no more than of one that does not exist', async () => {
      const { appointmentId } = held.get(role)!;
      const answers: unknown[] = [];
      for (const named of [appointmentId, randomUUID()]) {
        const choice = await requestOf(apiRoutes.chooseAppointment, role, named);
        const command = { ...commandOfDecision(makeRefusal(usul)), appointmentId: named };
        const body = JSON.stringify({ commands: [command] });
        const answer = await maker.fetch('/api/v1/commands', { method: 'POST', body });
        const { results } = commandResultsSchema.parse(await answer.json());
        const told = results.map((result) => ({ ...result, id: '' }));
        answers.push([await outcomeOf(maker, choice), told]);
      }
      expect(answers[0]).toMatchObject([
        'penunjukan_berakhir',
        [{ kind: 'ditolak', error: { kind: 'tidak_berwenang' }, current: null }],
      ]);
      expect(answers[0]).toEqual(answers[1]);
    });
  });
});

describe.each<[string, Role, Scope]>([
  ['a verifikator of another OPD', 'verifikator', { kind: 'opd', id: 'dinas-b' }],
  ['a verifikator of an OPD below', 'verifikator', { kind: 'opd', id: 'bidang-a' }],
  ['a verifikator of another instansi', 'verifikator', { kind: 'instansi', id: 'kem-z' }],
  ['a verifikator of an OPD that does not exist', 'verifikator', { kind: 'opd', id: 'tidak-ada' }],
  ['an approver of another instansi', 'approver', { kind: 'instansi', id: 'kem-z' }],
  ['a validator of another region', 'validator', { kind: 'kanreg', id: 'kr-2' }],
  ['a validator of BKN central', 'validator', { kind: 'bkn_pusat' }],
])('%s', (name, role, scope) => {
  let client: TestClient;
  let foreign: Usul;

  beforeAll(async () => {
    foreign = waiting[role] ?? (await addUsul(server.db, server.documents, 'dinas-a'));
    const username = name.toLowerCase().replaceAll(' ', '-');
    await addAccount(server.db, username, role, scope);
    client = await signIn(server, username);
  });

  test('sees no usul', async () => {
    const answer = await client.fetch('/api/v1/changes');
    expect(await answer.json()).toMatchObject({ changes: [], remaining: 0 });
  });

  test('gets no document', async () => {
    const answer = await client.fetch(`/api/v1/documents/${foreign.documents[0]!.sha256}`);
    expect(answer.status).toBe(404);
  });

  test('decides nothing, and does not learn where the usul stands', async () => {
    const body = JSON.stringify({ decisions: [makeRefusal(foreign)] });
    const answer = await client.fetch('/api/v1/decisions', { method: 'POST', body });
    expect(await answer.json()).toMatchObject({
      results: [{ kind: 'ditolak', error: { kind: 'tidak_berwenang' }, current: null }],
    });
    const rows = await server.db
      .selectFrom('decision')
      .select('id')
      .where('usul_id', '=', foreign.id)
      .execute();
    expect(rows).toEqual([]);
    expect(await currentUsul(server.db, foreign.id)).toEqual(foreign);
  });

  test('does nothing in the place of its ASN', async () => {
    const { id: usulId, revision, version, values, documents } = foreign;
    const about = { usulId, revision, version, note: '', madeAt: '2026-11-22T01:00:00.000Z' };
    const commands = [
      { kind: 'tarik', id: makeUuidV7(), ...about },
      { kind: 'ajukan_ulang', id: makeUuidV7(), ...about, values, documents },
    ];
    const body = JSON.stringify({ commands });
    const answer = await client.fetch('/api/v1/commands', { method: 'POST', body });
    const no = { kind: 'ditolak', error: { kind: 'tidak_berwenang' }, current: null };
    expect(await answer.json()).toMatchObject({ results: [no, no] });
    expect(await currentUsul(server.db, foreign.id)).toEqual(foreign);
  });
});

describe('documents follow the queue', () => {
  test.each<[Role, Role]>([
    ['approver', 'validator'],
    ['validator', 'approver'],
  ])('%s gets none of what waits for the %s', async (role, other) => {
    await addAccount(server.db, `peran-${role}`, role, scopesOf[role]);
    const client = await signIn(server, `peran-${role}`);
    const statusOf = async (one: Usul) =>
      (await client.fetch(`/api/v1/documents/${one.documents[0]!.sha256}`)).status;
    expect(await statusOf(waiting[role]!)).toBe(200);
    expect(await statusOf(waiting[other]!)).toBe(404);
    expect(await statusOf(usul)).toBe(404);
  });

  test('the verifikator keeps the documents of what he or she forwarded', async () => {
    for (const one of [usul, ...Object.values(waiting)]) {
      const answer = await maker.fetch(`/api/v1/documents/${one.documents[0]!.sha256}`);
      expect(answer.status).toBe(200);
    }
  });
});
