import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import { roles, type Account, type Role, type Scope } from '#shared/workflow/authority/account.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  currentUsul,
  makeRefusal,
} from '#tests/support/builders.ts';
import { takeStep } from '#tests/support/take-step.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  signIn,
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
async function requestOf(route: ApiRoute, role?: Role): Promise<[string, RequestInit]> {
  const subject = (role && waiting[role]) ?? usul;
  const path = route.path.replace(':sha256', subject.documents[0]!.sha256);
  const content =
    route.path === apiRoutes.handover.path
      ? await handoverOf(maker, [makeRefusal(refused)])
      : {
          decisions: [makeRefusal(refused)],
          commands: [commandOfDecision(makeRefusal(refused))],
          ids: [refused.id],
        };
  const body = route.body ? { body: JSON.stringify(content) } : {};
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

describe.each(roles)('role %s', (role) => {
  let client: TestClient;

  beforeAll(async () => {
    await addAccount(server.db, `peran-${role}`, role, scopesOf[role]);
  });

  test.each(guarded)('%s answers only the roles that it names', async (_name, route) => {
    // Signed in anew for each: sign-out is one of the routes.
    client = await signIn(server, `peran-${role}`);
    const [path, init] = await requestOf(route, role);
    const answer = await client.fetch(path, init);
    const mayCall = typeof route.access === 'string' || route.access.includes(role);
    const outcome = answer.ok
      ? 'answered'
      : apiErrorBodySchema.parse(await answer.json()).error.kind;
    expect(outcome).toBe(mayCall ? 'answered' : 'tidak_berwenang');
  });
});

describe.each<[string, Scope]>([
  ['a verifikator of another OPD', { kind: 'opd', id: 'dinas-b' }],
  ['a verifikator of an OPD below', { kind: 'opd', id: 'bidang-a' }],
  ['a verifikator of another instansi', { kind: 'opd', id: 'setjen-z' }],
  ['a verifikator of an OPD that does not exist', { kind: 'opd', id: 'tidak-ada' }],
])('%s', (name, scope) => {
  let client: TestClient;
  let foreign: Usul;

  beforeAll(async () => {
    foreign = await addUsul(server.db, server.documents, 'dinas-a');
    const username = name.replaceAll(' ', '-');
    await addAccount(server.db, username, 'verifikator', scope);
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
  });
});

describe('documents follow the queue', () => {
  test.each<[Role, Role]>([
    ['approver', 'validator'],
    ['validator', 'approver'],
  ])('%s gets none of what waits for the %s', async (role, other) => {
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
