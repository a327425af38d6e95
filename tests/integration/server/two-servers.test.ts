import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freeAttempts } from '#server/session/sign-in-attempts.ts';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import {
  importReceivedSchema,
  importRejectedSchema,
  importRowsSchema,
} from '#shared/contract/admin/imports.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { kabA, postAs, readAs, told } from '#tests/support/admin-desk.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  makeDecision,
  makeRefusal,
} from '#tests/support/builders.ts';
import { makeTestDatabase, testServerKey, type TestDatabase } from '#tests/support/database.ts';
import { rested, twoOffices } from '#tests/support/imports/import-at-desk.ts';
import { postJson, signIn, type TestClient } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

// Two processes of the server on one database and one folder of documents, as behind a proxy that spreads the load.

const root = fileURLToPath(new URL('../../..', import.meta.url));
let database: TestDatabase;
let folder: string;
let documents: DocumentStore;
const running: ChildProcess[] = [];
let first: Launched;
let second: Launched;

beforeAll(async () => {
  database = await makeTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-dua-'));
  documents = await openDocumentStore(path.join(folder, 'documents'));
  await addOrganisation(database.db);
  await addVerifikator(database.db, 'dinas-a');
  await addAccount(database.db, 'approver', 'approver', kabA);
  await addAccount(database.db, 'admin', 'admin', kabA);
  [first, second] = await Promise.all([launch(), launch()]);
});
afterAll(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A server in a process of its own. */
interface Launched {
  readonly url: string;
  readonly child: ChildProcess;
}

async function launch(): Promise<Launched> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/app/main.ts', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      MEJA_DATA_DIR: folder,
      MEJA_SERVER_KEY: testServerKey,
      MEJA_LOG_LEVEL: 'error',
      MEJA_SIGN_IN_ATTEMPTS: '100',
      PORT: '0',
    },
  });
  running.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString('utf8');
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server said: ${output}`)));
  });
  return { url, child };
}

interface Delivery {
  readonly url: string;
  readonly accessToken: string;
  readonly decisions: readonly Decision[];
}

/** Delivers in small batches; answers the ids that were accepted, and goes on when nobody answers. */
async function deliver({ url, accessToken, decisions }: Delivery): Promise<readonly string[]> {
  const accepted: string[] = [];
  for (let at = 0; at < decisions.length; at += 2) {
    const commands = decisions.slice(at, at + 2).map(commandOfDecision);
    try {
      const answer = await fetch(`${url}/api/v1/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
        body: JSON.stringify({ commands }),
      });
      const { results } = commandResultsSchema.parse(await answer.json());
      accepted.push(...results.flatMap(({ kind, id }) => (kind === 'diterima' ? [id] : [])));
    } catch (cause) {
      // It was killed: what it did not answer goes to the other one.
      if (!(cause instanceof TypeError)) throw cause;
    }
  }
  return accepted;
}

/** The same PC with the same session at another server. */
function goingTo({ url }: Launched, { session, ...client }: TestClient): TestClient {
  const fetchThere: TestClient['fetch'] = (address, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${session.accessToken}`);
    if (init.body) headers.set('content-type', 'application/json');
    return fetch(url + address, { ...init, headers });
  };
  return { ...client, session, fetch: fetchThere };
}

async function pull(by: TestClient) {
  const answer = await by.fetch('/api/v1/changes?limit=500');
  return changesPageSchema.parse(await answer.json());
}

test('what is decided at one server is told at the other, to whoever signed in at either', async () => {
  const verifikator = await signIn(first, 'verifikator-dinas-a');
  const approver = await signIn(second, 'approver');
  const usul = await addUsul(database.db, documents, 'dinas-a');
  expect((await pull(approver)).changes).toEqual([]);
  const commands = [commandOfDecision(makeDecision(usul))];
  const body = JSON.stringify({ commands });
  const answer = await goingTo(second, verifikator).fetch('/api/v1/commands', {
    method: 'POST',
    body,
  });
  const { results } = commandResultsSchema.parse(await answer.json());
  expect(results).toMatchObject([{ kind: 'diterima' }]);
  // The one that took it answers the same to whoever asks again at the other.
  const again = await verifikator.fetch('/api/v1/commands', { method: 'POST', body });
  expect(commandResultsSchema.parse(await again.json()).results).toEqual(results);
  expect((await pull(goingTo(first, approver))).changes).toMatchObject([{ usul: { id: usul.id } }]);
  expect((await pull(verifikator)).changes).toMatchObject([
    { usul: { id: usul.id, position: { stage: 'persetujuan' } } },
  ]);
  await goingTo(second, approver).fetch('/api/v1/session', { method: 'DELETE' });
  expect((await goingTo(first, approver).fetch('/api/v1/changes')).status).toBe(401);
});

test('wrong passwords count together, at whichever server they are tried', async () => {
  await addAccount(database.db, 'ditebak', 'approver', kabA);
  const statuses: number[] = [];
  for (let attempt = 0; attempt <= freeAttempts; attempt += 1) {
    const server = attempt % 2 === 0 ? first : second;
    const device = { id: randomUUID(), name: 'PC' };
    const body = { username: 'ditebak', password: `salah ${attempt}`, device };
    statuses.push((await postJson(server, '/api/v1/session', body)).status);
  }
  expect(statuses.slice(0, freeAttempts)).toEqual(Array(freeAttempts).fill(401));
  const limited = await Promise.all(
    [first, second].map((server) =>
      signIn(server, 'ditebak').catch((cause: unknown) => String(cause)),
    ),
  );
  expect(limited).toEqual([expect.stringMatching('429'), expect.stringMatching('429')]);
});

test('an import goes on at whichever server is asked, and is taken by the one that has not read it', async () => {
  const here = await signIn(first, 'admin');
  const there = goingTo(second, here);
  const file = Buffer.from(twoOffices);
  const begun = await postAs(here, 'imports', { kind: 'opd', bytes: file.length });
  const { id } = importReceivedSchema.parse(await begun.json());
  for (const [offset, by] of [
    [0, here],
    [20, there],
  ] as const) {
    const bytes = file.subarray(offset, offset === 0 ? 20 : undefined).toString('base64');
    expect(await told(await postAs(by, 'imports/piece', { id, offset, bytes }))).toBe('done');
  }
  // Ordered at one, looked at from the other: the helper waits there until it rests.
  expect(await told(await postAs(there, 'imports/order', { id, order: 'lihat' }))).toBe('done');
  expect(await told(await postAs(here, 'imports/order', { id, order: 'lihat' }))).not.toBe('done');
  expect(await rested(here, id)).toMatchObject({
    phase: 'dinilai',
    counts: { baru: 1, ditolak: 1 },
  });
  const rows = await readAs(here, `imports/rows?id=${id}`, importRowsSchema);
  expect(rows.rows.map(({ fate }) => fate)).toEqual(['baru', 'ditolak']);
  // Taken by the one that has not read it.
  expect(await told(await postAs(here, 'imports/order', { id, order: 'ambil' }))).toBe('done');
  expect(await rested(there, id)).toMatchObject({ phase: 'selesai', done: 2 });
  const rejected = await readAs(there, `imports/rejected?id=${id}`, importRejectedSchema);
  expect(Buffer.from(rejected.bytes, 'base64').toString('utf8')).toMatch(/Tanpa Kode/);
  const audit = await database.db
    .selectFrom('audit')
    .select('id')
    .where('action', '=', 'impor')
    .execute();
  expect(audit).toHaveLength(2);
});

test('two servers share the load; one of them is killed, and nothing is lost or taken twice', async () => {
  const { session } = await signIn(first, 'verifikator-dinas-a');
  const { accessToken } = session;
  const decisions: Decision[] = [];
  for (let made = 0; made < 60; made += 1) {
    decisions.push(makeRefusal(await addUsul(database.db, documents, 'dinas-a')));
  }

  // The same decisions to both at once, from both ends; the session was begun at the first one.
  const reversed = decisions.toReversed();
  const atFirst = deliver({ url: first.url, accessToken, decisions });
  const atSecond = deliver({ url: second.url, accessToken, decisions: reversed.slice(0, 40) });
  await until(async () => {
    const { count } = await database.db
      .selectFrom('decision')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBeGreaterThan(9);
  });
  first.child.kill('SIGKILL');
  await Promise.all([atFirst, atSecond]);

  const left = await deliver({ url: second.url, accessToken, decisions });
  expect(left.toSorted()).toEqual(decisions.map(({ id }) => id).toSorted());
  const rows = await database.db.selectFrom('decision').select('id').execute();
  expect(rows.length).toBe(decisions.length + 1);
  const chains = await verifyChains(database.db);
  expect(chains.filter(({ fault }) => fault)).toEqual([]);
});

test('two servers that start at the same moment on an empty database migrate it once', async () => {
  const empty = await makeTestDatabase({ empty: true });
  const own = { DATABASE_URL: empty.url };
  const codes = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'server/app/main.ts', 'migrate'], {
        cwd: root,
        env: { ...process.env, ...own, MEJA_DATA_DIR: folder },
        stdio: 'ignore',
      });
      const [code] = await once(child, 'exit');
      return code as unknown;
    }),
  );
  expect(codes).toEqual([0, 0, 0]);
  await empty.drop();
});
