import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { addOrganisation, addUsul, addVerifikator, makeRefusal } from '#tests/support/builders.ts';
import { makeTestDatabase, testServerKey, type TestDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

// Two processes of the server on one database and one folder of documents, as behind a proxy that spreads the load.

const root = fileURLToPath(new URL('../../..', import.meta.url));
let database: TestDatabase;
let folder: string;
let documents: DocumentStore;
const running: ChildProcess[] = [];

beforeAll(async () => {
  database = await makeTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-dua-'));
  documents = await openDocumentStore(path.join(folder, 'documents'));
  await addOrganisation(database.db);
  await addVerifikator(database.db, 'dinas-a');
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

async function launch(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/app/main.ts', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      MEJA_DATA_DIR: folder,
      MEJA_SERVER_KEY: testServerKey,
      MEJA_LOG_LEVEL: 'error',
      PORT: '0',
    },
  });
  running.push(child);
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString('utf8');
  });
  const [url] = await until(() => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
    if (!found) throw new Error(`The server said: ${output}`);
    return found;
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

test('two servers share the load; one of them is killed, and nothing is lost or taken twice', async () => {
  const [first, second] = await Promise.all([launch(), launch()]);
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
    expect(count).toBeGreaterThan(8);
  });
  first.child.kill('SIGKILL');
  await Promise.all([atFirst, atSecond]);

  const left = await deliver({ url: second.url, accessToken, decisions });
  expect(left.toSorted()).toEqual(decisions.map(({ id }) => id).toSorted());
  const rows = await database.db.selectFrom('decision').select('id').execute();
  expect(rows.length).toBe(decisions.length);
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
