import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { expect } from 'vitest';
import { openAccountDatabase, type AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { makeAxiosApi } from '#renderer/workers/sync/http/axios-api.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addAccount, addOrganisation, testPassword } from '#tests/support/builders.ts';
import { startUnrulyProxy, type UnrulyProxy } from '#tests/support/desk/unruly-proxy.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { until } from '#tests/support/until.ts';

/** A PC of an officer, over a network of its own to the real server. */
export interface RealPc {
  readonly pc: TestPc;
  readonly network: UnrulyProxy;
  readonly username: string;
  readonly accountId: string;
}

/** Sets up a PC with an account of its own: a verifikator's, unless it says otherwise. */
export async function setUpPc(
  server: TestServer,
  username: string,
  role: Role = 'verifikator',
  scope: Scope = { kind: 'opd', id: 'dinas-a' },
): Promise<RealPc> {
  const account = await addAccount(server.db, username, role, scope);
  const network = await startUnrulyProxy(server.url);
  const settings = { serverUrl: network.url, appVersion: '0.1.0', stallMs: 5_000 };
  const pc = makeTestPc((leaving, signer, trust) =>
    makeAxiosApi({ ...settings, leaving, signer, trust }),
  );
  return { pc, network, username, accountId: account.id };
}

/** The real server of an office (`dinas-a`) that has no usul yet. */
export async function startOffice(): Promise<TestServer> {
  const server = await startTestServer();
  await addOrganisation(server.db);
  return server;
}

/** Closes every window of the PCs, takes their networks down, then the server. */
export async function stopOffice(server: TestServer, pcs: readonly RealPc[]): Promise<void> {
  for (const { pc } of pcs) pc.close();
  await Promise.all(pcs.map(({ network }) => network.stop()));
  await server.stop();
}

/** Takes the network away, or gives it back, as the PC itself would notice. */
export function setNetwork({ pc, network }: RealPc, online: boolean): void {
  network.weather = online ? 'baik' : 'putus';
  pc.online = online;
  pc.networkChanged();
}

/** Looks into the database of the account on this PC, with its key. */
export async function withDatabaseOf<T>(
  { pc, accountId }: RealPc,
  work: (database: AccountDatabase) => Promise<T>,
): Promise<T> {
  const database = openAccountDatabase(accountId, pc.vault, pc.indexedDb);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Opens a window and signs in. */
export async function openDesk({ pc, username }: RealPc): Promise<RunningDesk> {
  const desk = pc.openDesk();
  const signedIn = await desk.session.getState().signIn(username, testPassword);
  expect(signedIn).toEqual({ ok: true });
  return desk;
}

/** Opens a window on the desk of the account that sits here already, with its password. */
export async function comeBack({ pc }: RealPc): Promise<RunningDesk> {
  const desk = pc.openDesk();
  await until(() => expect(desk.session.getState().session.kind).toBe('terkunci'));
  expect(await desk.session.getState().unlock(testPassword)).toEqual({ ok: true });
  return desk;
}

/** Resolves when so many usul are listed and the exchange is at rest. */
export async function hasUsul(desk: RunningDesk, count: number): Promise<void> {
  await until(() => {
    const { connection, inboxComplete } = desk.sync.getState();
    expect({ connection, inboxComplete }).toEqual({
      connection: { kind: 'tersambung' },
      inboxComplete: true,
    });
    expect(desk.inbox.getState().rows).toHaveLength(count);
  });
}

/** Decides `teruskan` as a person does, everything judged and seen; the decision's id. */
export async function decide(desk: RunningDesk, usul: Usul): Promise<string> {
  await desk.currentCase.getState().open(usul.id);
  const actions = desk.currentCase.getState();
  for (const { sha256 } of usul.documents) {
    actions.documentOpened(sha256, 1);
    actions.pageShown(sha256, 1);
  }
  actions.judgeRestAsMatching();
  // What something speaks against is judged one by one.
  for (const { name } of fieldsToJudge(usul)) actions.judgeField(name, 'sesuai');
  actions.chooseOutcome('teruskan');
  actions.acknowledge();
  expect(await actions.decide()).toMatchObject({ ok: true });
  return until(() => {
    const { entries } = desk.outbox.getState();
    const entry = entries.find(({ decision }) => decision.usulId === usul.id);
    if (!entry) throw new Error('The decision is not in the outbox yet.');
    return entry.decision.id;
  });
}

/** Resolves when a decision is in a state. */
export async function hasState(desk: RunningDesk, decisionId: string, kind: string): Promise<void> {
  await until(() => {
    const { entries } = desk.outbox.getState();
    expect(entries.find(({ decision }) => decision.id === decisionId)?.state.kind).toBe(kind);
  });
}

/** Ids of the decisions that the server holds. */
export async function deliveredIds(server: TestServer): Promise<string[]> {
  const rows = await server.db.selectFrom('decision').select('id').execute();
  return rows.map(({ id }) => id);
}
