import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import { askForFactor, codeNow, enrol } from '#tests/support/second-factor.ts';
import { activationSlipSchema } from '#shared/contract/admin/accounts.ts';
import { adminRoutes } from '#shared/contract/admin/admin-routes.ts';
import { helpdeskRoutes } from '#shared/contract/helpdesk-routes.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  makeRefusal,
  testPassword,
} from '#tests/support/builders.ts';
import { adminBodyOf } from '#tests/support/admin-calls.ts';
import { importCallOf } from '#tests/support/imports/import-at-desk.ts';
import { helpdeskCallOf } from '#tests/support/helpdesk-calls.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

let server: TestServer;
let client: TestClient;
let admin: TestClient;
let officer: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
  client = await signIn(server, 'verifikator-dinas-a');
  await addAccount(server.db, 'admin-a', 'admin', kabA);
  admin = await signIn(server, 'admin-a');
  await addAccount(server.db, 'helpdesk-a', 'helpdesk', kabA);
  officer = await signIn(server, 'helpdesk-a');
});
afterAll(() => server.stop());

const kabA = { kind: 'instansi', id: 'kab-a' } as const;

type AdminRoute = keyof typeof adminRoutes;

async function asAdmin(name: AdminRoute): Promise<Response> {
  const route: ApiRoute = adminRoutes[name];
  const imported = await importCallOf(admin, route);
  if (imported) {
    const { query = '', body } = imported;
    const init = { method: route.method, ...(body && { body: JSON.stringify(body) }) };
    return admin.fetch(`${route.path}?${query}`, init);
  }
  if (!route.body) return admin.fetch(route.path);
  const usul = await addUsul(server.db, server.documents, 'dinas-a');
  const body = JSON.stringify(await adminBodyOf(server, route.path, usul));
  return admin.fetch(route.path, { method: route.method, body });
}

function adminCalls() {
  const call = (name: AdminRoute) => [name, () => asAdmin(name)] as const;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one call for each of their names
  return Object.fromEntries(typedKeys(adminRoutes).map(call)) as Record<
    AdminRoute,
    () => Promise<Response>
  >;
}

type HelpdeskRoute = keyof typeof helpdeskRoutes;

async function asOfficer(name: HelpdeskRoute): Promise<Response> {
  const route: ApiRoute = helpdeskRoutes[name];
  const { path, body } = (await helpdeskCallOf(server, route.path, 'helpdesk-a'))!;
  const sent = route.body ? { body: JSON.stringify(body) } : {};
  return officer.fetch(path, { method: route.method, ...sent });
}

function helpdeskCalls() {
  const call = (name: HelpdeskRoute) => [name, () => asOfficer(name)] as const;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one call for each of their names
  return Object.fromEntries(typedKeys(helpdeskRoutes).map(call)) as Record<
    HelpdeskRoute,
    () => Promise<Response>
  >;
}

/** A real, good call of each route. */
const calls: Readonly<Record<keyof typeof apiRoutes, () => Promise<Response>>> = {
  health: () => fetch(`${server.url}/api/v1/health`),
  live: () => fetch(`${server.url}/api/v1/live`),
  identity: () => postJson(server, '/api/v1/identity', { nonce: 'x'.repeat(43) }),
  signIn: () =>
    postJson(server, '/api/v1/session', {
      username: 'verifikator-dinas-a',
      password: testPassword,
      device: { id: randomUUID(), name: 'PC' },
    }),
  refresh: async () => {
    const { session, deviceId } = await signIn(server, 'verifikator-dinas-a');
    const { refreshToken } = session;
    return postJson(server, '/api/v1/session/refresh', { refreshToken, deviceId });
  },
  signOut: async () => {
    const own = await signIn(server, 'verifikator-dinas-a');
    return own.fetch('/api/v1/session', { method: 'DELETE' });
  },
  chooseAppointment: () => {
    const { appointmentId } = client.account;
    const body = JSON.stringify({ appointmentId });
    return client.fetch('/api/v1/session/appointment', { method: 'POST', body });
  },
  presence: () => client.fetch('/api/v1/session'),
  activate: async () => {
    const slip = activationSlipSchema.parse(await (await asAdmin('adminAddAccount')).json());
    const { username, code } = slip;
    const newPassword = 'padang rumput luas 7';
    return postJson(server, '/api/v1/session/activate', { username, code, newPassword });
  },
  changePassword: async () => {
    const name = `ganti-${randomUUID()}`;
    const { username } = await addAccount(server.db, name, 'monitor', kabA);
    const own = await signIn(server, username);
    const body = { oldPassword: testPassword, newPassword: 'padang rumput luas 7' };
    return own.fetch('/api/v1/session/password', { method: 'POST', body: JSON.stringify(body) });
  },
  offerFactor: () => askForFactor(server, 'verifikator-dinas-a'),
  factorStanding: () => client.fetch('/api/v1/session/factor'),
  removeFactor: async () => {
    const { username } = await addAccount(server.db, `faktor-${randomUUID()}`, 'monitor', kabA);
    const { secret, session } = await enrol(server, username);
    const { accessToken } = sessionSchema.parse(await session.json());
    const body = { password: testPassword, code: codeNow(server, secret) };
    const authorization = `Bearer ${accessToken}`;
    return postJson(server, '/api/v1/session/factor/removal', body, { authorization });
  },
  ...adminCalls(),
  ...helpdeskCalls(),
  changes: async () => {
    await addUsul(server.db, server.documents, 'dinas-a');
    return client.fetch('/api/v1/changes');
  },
  document: async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    return client.fetch(`/api/v1/documents/${usul.documents[0]!.sha256}`);
  },
  commands: async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const [command, stale] = [makeRefusal(usul), makeRefusal(usul, { version: 9 })].map(
      commandOfDecision,
    );
    const unknown = { kind: 'lain', id: randomUUID() };
    const body = JSON.stringify({ commands: [command, stale, unknown] });
    return client.fetch('/api/v1/commands', { method: 'POST', body });
  },
  decisions: async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const stale = makeRefusal(usul, { version: 9 });
    const body = JSON.stringify({ decisions: [makeRefusal(usul), stale, { id: randomUUID() }] });
    return client.fetch('/api/v1/decisions', { method: 'POST', body });
  },
  bulk: async () => {
    const scope = { kind: 'instansi', id: 'kab-a' } as const;
    const { username } = await addAccount(server.db, randomUUID(), 'approver', scope);
    return (await signIn(server, username)).fetch('/api/v1/bulk');
  },
  receipts: async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const command = commandOfDecision(makeRefusal(usul));
    const delivered = JSON.stringify({ commands: [command] });
    await client.fetch('/api/v1/commands', { method: 'POST', body: delivered });
    const body = JSON.stringify({ ids: [command.id, randomUUID()] });
    return client.fetch('/api/v1/receipts', { method: 'POST', body });
  },
  handover: async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const stale = makeRefusal(usul, { version: 9 });
    const file = await handoverOf(client, [makeRefusal(usul), stale]);
    return client.fetch('/api/v1/handover', { method: 'POST', body: JSON.stringify(file) });
  },
  handoverOfRevoked: async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    // Of somebody else: after it a new PC of the account waits for an admin.
    const scope = { kind: 'opd', id: 'dinas-a' } as const;
    const name = `petugas-${randomUUID()}`;
    const { username } = await addAccount(server.db, name, 'verifikator', scope);
    const own = await signIn(server, username);
    await revokeDevice(server.db, own.deviceId, new Date());
    const file = await handoverOf(own, [makeRefusal(usul)]);
    return postJson(server, '/api/v1/handover/revoked', file);
  },
};

const routeNames = typedKeys(calls);

describe('no answer of any route is kept by the browser, which seals nothing', () => {
  test.each(routeNames)('%s', async (name) => {
    const answer = await calls[name]();
    expect([answer.ok, answer.headers.get('cache-control')]).toEqual([true, 'no-store']);
  });

  test('a part of a document', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const headers = { range: 'bytes=0-3' };
    const path = `/api/v1/documents/${usul.documents[0]!.sha256}`;
    const answer = await client.fetch(path, { headers });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([206, 'no-store']);
  });

  // These two refuse nobody.
  const refusing = Object.entries<ApiRoute>(apiRoutes).filter(
    ([name]) => name !== 'health' && name !== 'live',
  );

  test.each(refusing)('%s when it is refused', async (_name, route) => {
    const path = route.path.replace(':sha256', 'x');
    const answer = await fetch(server.url + path, {
      method: route.method,
      ...(route.body && { body: '{}', headers: { 'content-type': 'application/json' } }),
    });
    expect([answer.ok, answer.headers.get('cache-control')]).toEqual([false, 'no-store']);
  });
});

describe('the real answer of every route fits the contract', () => {
  test.each(routeNames)('%s', async (name) => {
    const route: ApiRoute = apiRoutes[name];
    const answer = await calls[name]();
    const body = await answer.text();
    const checks = {
      empty: () => answer.status === 204 && body === '',
      binary: () => answer.headers.get('content-type') === 'application/pdf' && body !== '',
    };
    const fits =
      typeof route.answer === 'string'
        ? checks[route.answer]()
        : route.answer.safeParse(JSON.parse(body)).success;
    expect([answer.ok, fits]).toEqual([true, true]);
  });
});

function typedKeys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the record has no other keys: it is a literal
  return Object.keys(record) as Key[];
}

describe('changes carry everything of an usul', () => {
  test('documents in their order, existing records, history, old values', async () => {
    await server.db
      .insertInto('existing_record')
      .values({
        employee_id: 'asn-bidang-a',
        record_type: 'penghargaan',
        id: 'rw-1',
        values: JSON.stringify({ tahun: '2014' }),
      })
      .execute();
    const usul = await addUsul(server.db, server.documents, 'bidang-a', {
      kind: 'ubah',
      oldValues: { tahun: '2014' },
      asnNote: 'Tahun keliru.',
    });
    const page = changesPageSchema.parse(await (await client.fetch('/api/v1/changes')).json());
    const change = page.changes.find((one) => one.kind === 'usul' && one.usul.id === usul.id);
    expect(change).toMatchObject({
      usul: {
        oldValues: { tahun: '2014' },
        existingRecords: [{ id: 'rw-1', values: { tahun: '2014' } }],
        documents: [{ documentId: '872', fileName: 'sk.pdf', size: expect.any(Number) }],
        history: [{ action: 'ajukan', at: '2026-11-01T02:00:00.000Z', note: 'Tahun keliru.' }],
        deadline: '2026-11-30',
        unorNama: 'Unor bidang-a',
      },
    });
  });
});
