import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseSettings } from '#server/app/server-settings.ts';
import { startServer, type RunningServer } from '#server/app/start-server.ts';
import { removeEmbeddedPostgres } from '#server/postgres/embedded-postgres.ts';
import { openDatabase } from '#server/store/database.ts';
import { isDatabaseAway } from '#server/store/database-away.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { addOrganisation, addUsul, addVerifikator, makeRefusal } from '#tests/support/builders.ts';
import { makeTestDatabase } from '#tests/support/database.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';
import { sql } from 'kysely';
import { makeClusterFolder } from '#tests/support/cluster-folder.ts';

async function deliver(client: TestClient, decisions: readonly Decision[]): Promise<Response> {
  const body = JSON.stringify({ commands: decisions.map(commandOfDecision) });
  return client.fetch('/api/v1/commands', { method: 'POST', body });
}

async function resultsOf(answer: Response) {
  expect(answer.status).toBe(200);
  const { results } = commandResultsSchema.parse(await answer.json());
  return results.map((result) => (result.kind === 'ditolak' ? result.error.kind : result.kind));
}

/** What a client makes of an answer that it is to wait for: status, kind, and whether it says how long. */
async function busyAnswer(answer: Response) {
  const { error } = apiErrorBodySchema.parse(await answer.json());
  return [answer.status, error.kind, Number(answer.headers.get('retry-after')) > 0];
}

const busy = [503, 'gangguan_server', true];

describe('an usul that somebody holds', () => {
  let server: TestServer;
  let client: TestClient;
  let holder: Client;

  beforeAll(async () => {
    server = await startTestServer();
    await addOrganisation(server.db);
    await addVerifikator(server.db, 'dinas-a');
    await addVerifikator(server.db, 'dinas-b');
    client = await signIn(server, 'verifikator-dinas-a');
    holder = new Client({ connectionString: server.databaseUrl });
    await holder.connect();
  });
  afterAll(async () => {
    await holder.end();
    await server.stop();
  });

  async function hold(usulId: string): Promise<void> {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM usul WHERE id = $1 FOR UPDATE', [usulId]);
  }

  test('holds up its own decision alone, which the PC keeps; and nobody else', async () => {
    const held = await addUsul(server.db, server.documents, 'dinas-a');
    const free = await addUsul(server.db, server.documents, 'dinas-a');
    const decisions = [makeRefusal(held), makeRefusal(free)];
    await hold(held.id);
    const others = Array.from({ length: 30 }, () => deliver(client, [makeRefusal(held)]));
    const began = performance.now();
    await signIn(server, 'verifikator-dinas-b');
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await resultsOf(await deliver(client, decisions))).toEqual([
      'gangguan_server',
      'diterima',
    ]);
    for (const answer of await Promise.all(others)) {
      expect([200, 503]).toContain(answer.status);
    }
    await holder.query('ROLLBACK');
    expect(await resultsOf(await deliver(client, decisions))).toEqual(['diterima', 'diterima']);
  });
});

describe('a server whose callers all wait', () => {
  test('turns the next one away at once', async () => {
    const database = await makeTestDatabase({ empty: true });
    const db = openDatabase(database.url, { maxConnections: 1, impatient: true });
    const sleeping = Array.from({ length: 11 }, () => sql`SELECT pg_sleep(0.2)`.execute(db));
    const began = performance.now();
    const last = await sql`SELECT 1`.execute(db).catch((error: unknown) => error);
    expect([isDatabaseAway(last), performance.now() - began < 150]).toEqual([true, true]);
    await Promise.all(sleeping);
    await db.destroy();
    await database.drop();
  });

  test('gives up a statement that takes too long, and the connection works on', async () => {
    const database = await makeTestDatabase({ empty: true });
    const db = openDatabase(database.url, { maxConnections: 1, impatient: true });
    const failed = await sql`SELECT pg_sleep(60)`.execute(db).catch((error: unknown) => error);
    expect(isDatabaseAway(failed)).toBe(true);
    expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
    await database.drop();
  });
});

test('a connection that breaks between two statements of one piece of work fails that work alone', async () => {
  const database = await makeTestDatabase({ empty: true });
  const db = openDatabase(database.url, { maxConnections: 1, impatient: true });
  const broken = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
    const pid = rows[0]!.pid;
    await sql`SELECT pg_terminate_backend(${pid}, 5000)`.execute(database.db);
    // Its last words come while nothing is asked of it: nobody waits for them.
    await delay(100);
    await sql`SELECT 1`.execute(tx);
  });
  expect(isDatabaseAway(await broken.catch((error: unknown) => error))).toBe(true);
  expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
  await database.drop();
});

// Signals to a whole group of processes, by /proc.
describe.runIf(process.platform === 'linux')('the embedded PostgreSQL', () => {
  let folder: string;
  let server: RunningServer;
  let client: TestClient;

  beforeEach(async () => {
    folder = await makeClusterFolder('meja-henti-');
    const settings = parseSettings({
      PORT: '0',
      MEJA_DATA_DIR: folder,
      MEJA_LOG_LEVEL: 'silent',
    });
    if (!settings.ok) throw new Error('The settings of the test do not parse.');
    server = await startServer(settings.value, { graceMs: 100 });
    await addOrganisation(server.stores.db);
    await addVerifikator(server.stores.db, 'dinas-a');
    client = await signIn(server, 'verifikator-dinas-a');
  });
  afterEach(async () => {
    await server.stop();
    await removeEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  });

  async function mainProcess(): Promise<number> {
    const kept = z
      .object({ folder: z.string() })
      .parse(JSON.parse(await readFile(path.join(folder, 'postgres.json'), 'utf8')));
    const text = await readFile(path.join(kept.folder, 'cluster', 'postmaster.pid'), 'utf8');
    return Number(text.split('\n')[0]);
  }

  async function signal(name: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const main = await mainProcess();
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(main)]).toString('utf8');
    for (const pid of [main, ...children.trim().split(/\s+/).map(Number)]) process.kill(pid, name);
  }

  test('that stands still is said so in time, and served from again when it goes on', async () => {
    // Whoever serves owns nothing: it would be told otherwise.
    expect(server.told).toEqual([]);
    await signal('SIGSTOP');
    try {
      expect(await busyAnswer(await fetch(`${server.url}/api/v1/health`))).toEqual(busy);
      expect((await fetch(`${server.url}/api/v1/live`)).status).toBe(200);
      const began = performance.now();
      const answers = await Promise.all(
        Array.from({ length: 3 }, () => client.fetch('/api/v1/changes')),
      );
      expect(performance.now() - began).toBeLessThan(20_000);
      for (const answer of answers) expect(await busyAnswer(answer)).toEqual(busy);
    } finally {
      await signal('SIGCONT');
    }
    await until(async () => {
      expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200);
      expect((await client.fetch('/api/v1/changes')).status).toBe(200);
    });
  });

  test('that is killed is started again, and what was decided is there', async () => {
    const usul = await addUsul(server.stores.db, server.stores.documents, 'dinas-a');
    const decision = makeRefusal(usul);
    expect(await resultsOf(await deliver(client, [decision]))).toEqual(['diterima']);
    const before = await mainProcess();
    process.kill(before, 'SIGKILL');
    await until(async () => {
      expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200);
      expect(await mainProcess()).not.toBe(before);
      expect(await resultsOf(await deliver(client, [decision]))).toEqual(['diterima']);
    });
  });
});
