import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSettings, type ServerSettings } from '#server/app/server-settings.ts';
import { startServer } from '#server/app/start-server.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import { appVersionHeader } from '#shared/contract/api.ts';
import { sessionSchema, type Session } from '#shared/contract/session.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { testPassword } from '#tests/support/builders.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { makeTestDatabase, serverRole, testKeys } from '#tests/support/database.ts';
import { explainTo } from '#tests/support/plans/seen-plans.ts';

/** The real server of a test: HTTP on a free port, a database and a document folder of its own. */
export interface TestServer {
  readonly url: string;
  readonly databaseUrl: string;
  readonly db: Db;
  readonly documents: DocumentStore;
  readonly documentFolder: string;
  /** The server's clock: `set` moves it, for tokens that run out. */
  readonly clock: { set(now: Date): void; now(): Date };
  /** Stops HTTP, drops the database, removes the folder. */
  stop(): Promise<void>;
}

/** A signed-in PC. `fetch` adds its token; paths begin with `/`. */
export interface TestClient {
  readonly session: Session;
  /** Under the appointment of the session. */
  readonly account: AppointedAccount;
  readonly deviceId: string;
  fetch(pathAndQuery: string, init?: RequestInit): Promise<Response>;
}

/**
 * Starts the server; every answer is checked against its schema. `settings` replaces single settings. `onNotice` hears how
 * PostgreSQL executed each of its statements (`explainTo`).
 */
export async function startTestServer(
  settings: Partial<ServerSettings> = {},
  onNotice?: (notice: string) => void,
): Promise<TestServer> {
  const database = await makeTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-server-'));
  const documentFolder = path.join(folder, 'documents');
  const documents = await openDocumentStore(documentFolder);
  const base = parseSettings({ PORT: '0', MEJA_DATA_DIR: folder, MEJA_LOG_LEVEL: 'silent' });
  if (!base.ok) throw new Error('The settings of the tests do not parse.');
  let fixed: Date | undefined;
  const clock = {
    now: () => fixed ?? new Date(),
    set: (now: Date) => {
      fixed = now;
    },
  };
  if (onNotice) await explainTo(serverRole, database.url);
  const serving = openDatabase(database.servingUrl, {
    maxConnections: 10,
    impatient: true,
    ...(onNotice && { onNotice }),
  });
  giveKeys(serving, testKeys);
  const { db } = database;
  const stores = { db, serving, documents, migrated: [], close: () => Promise.resolve() };
  const server = await startServer(
    { ...base.value, signInAttempts: 1_000, ...settings },
    { stores, now: clock.now, checkAnswers: true, markEveryMs: null, countEveryMs: null },
  );
  return {
    url: server.url,
    databaseUrl: database.url,
    db: database.db,
    documents,
    documentFolder,
    clock,
    stop: async () => {
      await server.stop();
      await serving.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sends JSON and answers what came back, unparsed. */
export async function postJson(
  server: Pick<TestServer, 'url'>,
  pathname: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(server.url + pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/**
 * Signs in with `testPassword` on a device (a new one when none is named), by an application that names its version, under an
 * appointment where one is named.
 */
export async function signIn(
  server: Pick<TestServer, 'url'>,
  username: string,
  deviceId: string = randomUUID(),
  appVersion?: string,
  appointmentId?: string,
): Promise<TestClient> {
  const device = { id: deviceId, name: 'PC Uji' };
  const body = { username, password: testPassword, device, appointmentId };
  const headers = appVersion === undefined ? {} : { [appVersionHeader]: appVersion };
  const answer = await postJson(server, '/api/v1/session', body, headers);
  if (answer.status !== 200) throw new Error(`Sign-in of ${username} answered ${answer.status}`);
  const session = sessionSchema.parse(await answer.json());
  const { appointmentId: used } = session.account;
  if (used === undefined) throw new Error('The server did not say under which appointment.');
  return {
    session,
    account: { ...session.account, appointmentId: used },
    deviceId,
    fetch: (pathAndQuery, init = {}) =>
      fetch(server.url + pathAndQuery, {
        ...init,
        headers: withToken(init, session.accessToken),
      }),
  };
}

/** Signs in under one of several appointments of an account, on a new device. */
export function signInUnder(
  server: Pick<TestServer, 'url'>,
  { username, appointmentId }: { readonly username: string; readonly appointmentId: string },
): Promise<TestClient> {
  return signIn(server, username, randomUUID(), undefined, appointmentId);
}

function withToken(init: RequestInit, accessToken: string): Headers {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${accessToken}`);
  if (typeof init.body === 'string') headers.set('content-type', 'application/json');
  return headers;
}
