import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { v7 as makeUuidV7 } from 'uuid';
import { parseSettings } from '#server/app/server-settings.ts';
import { startServer } from '#server/app/start-server.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { openDatabase, refreshStatistics } from '#server/store/database.ts';
import { makeKeyRing } from '#server/store/key-ring.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { bulkAnswerSchema, type ToldBatch } from '#shared/contract/bulk.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import type { Usul } from '#shared/records/usul.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { median } from '#tests/bench/median.ts';
import { postgresDatabase, withAdmin } from '#tests/e2e/support/template-desk.ts';
import {
  addAccount,
  addOrganisation,
  makeDecision,
  testPassword,
} from '#tests/support/builders.ts';
import { makeClusterFolder } from '#tests/support/cluster-folder.ts';
import { confirmationOf, selectionOf } from '#tests/support/bulk-commands.ts';
import { addVerified } from '#tests/support/verified-usul.ts';

/** Verifikators among whom the usul are divided. */
const verifikators = 5;

/** How long a batch takes, and how often the server is asked, but for looking at its sample. */
interface Run {
  readonly ms: number;
  readonly trips: number;
  readonly sample: number;
}

/** What approving many usul at once costs. */
export const bulk: Bench = {
  title: 'approval in bulk: selected, drawn, confirmed, told',
  async run({ runs, small }) {
    const count = small ? 100 : 1000;
    const folder = await makeClusterFolder('meja-bulk-bench-');
    const postgres = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 40 });
    try {
      const measured: Run[] = [];
      // The first one warms up.
      for (let run = 0; run <= (small ? 1 : runs); run += 1) {
        console.log(`${count} usul are verified …`);
        const one = await measure(postgres.url, path.join(folder, `kantor-${run}`), count);
        if (run > 0) measured.push(one);
      }
      return report(measured, count);
    } finally {
      await postgres.stop();
      await removeEmbeddedPostgres(folder);
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(postgresUrl: string, folder: string, count: number): Promise<Run> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(postgresUrl, (admin) => admin.query(`CREATE DATABASE ${name}`));
  const url = postgresDatabase(postgresUrl, name);
  const db = openDatabase(url, { maxConnections: 10 });
  const serving = openDatabase(url, { maxConnections: 10, impatient: true });
  const keys = makeKeyRing([randomBytes(32)]);
  for (const each of [db, serving]) giveKeys(each, keys);
  await migrateToLatest(db);
  const documents = await openDocumentStore(path.join(folder, 'documents'));
  await addOrganisation(db);
  await addAccount(db, 'approver', 'approver', { kind: 'instansi', id: 'kab-a' });
  const usuls: Usul[] = [];
  for (let at = 0; at < verifikators; at += 1) {
    const scope = { kind: 'opd', id: 'dinas-a' } as const;
    const verifikator = await addAccount(db, `verifikator-${at}`, 'verifikator', scope);
    const part = { verifikator, count: count / verifikators };
    usuls.push(...(await addVerified({ db, documents }, part)));
  }
  await refreshStatistics(db);
  const settings = parseSettings({ PORT: '0', MEJA_DATA_DIR: folder, MEJA_LOG_LEVEL: 'silent' });
  if (!settings.ok) throw new Error(`settings: ${settings.error.variables.join(', ')}`);
  const stores = { db, serving, documents, migrated: [], close: () => Promise.resolve() };
  const server = await startServer(settings.value, { stores });
  try {
    return await approve(await signIn(server.url), usuls);
  } finally {
    await server.stop();
    await Promise.all([db.destroy(), serving.destroy()]);
  }
}

/** Calls a route of the server as the approver. */
type Call = (path: string, body?: object) => Promise<unknown>;

async function signIn(url: string): Promise<Call> {
  const post = async (route: string, body: object | undefined, headers: object) => {
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    const type = body && { 'content-type': 'application/json' };
    const answer = await fetch(url + route, { ...init, headers: { ...type, ...headers } });
    return answer.json();
  };
  const device = { id: randomUUID(), name: 'PC Uji' };
  const who = { username: 'approver', password: testPassword, device };
  const { accessToken } = sessionSchema.parse(await post('/api/v1/session', who, {}));
  return (route, body) => post(route, body, { authorization: `Bearer ${accessToken}` });
}

async function approve(call: Call, usuls: readonly Usul[]): Promise<Run> {
  let [ms, trips] = [0, 0];
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const answer = await work();
    ms += performance.now() - startedAt;
    trips += 1;
    return answer;
  };
  const selection = selectionOf(usuls);
  await counted(() => send(call, [selection]));
  const batch = await counted(() => ask(call));
  const byId = new Map(usuls.map((usul) => [usul.id, usul]));
  const drawn = batch.items.filter((item) => item.drawn);
  await send(
    call,
    drawn.map(({ usulId }) => {
      const looked = { id: makeUuidV7(), verdicts: [], appVersion: '0.2.0', bulkId: batch.id };
      return commandOfDecision(makeDecision(byId.get(usulId)!, looked));
    }),
  );
  await counted(() => send(call, [confirmationOf(batch.id)]));
  const done = await counted(() => ask(call));
  const approved = done.items.filter(({ fate }) => fate === 'disetujui').length;
  if (approved !== usuls.length) throw new Error(`${approved} of ${usuls.length} were approved.`);
  return { ms, trips, sample: drawn.length };
}

async function send(call: Call, commands: readonly object[]): Promise<void> {
  const answer = await call('/api/v1/commands', { commands });
  for (const result of commandResultsSchema.parse(answer).results) {
    if (result.kind === 'ditolak') throw new Error(result.error.message);
  }
}

async function ask(call: Call): Promise<ToldBatch> {
  const { batch } = bulkAnswerSchema.parse(await call('/api/v1/bulk'));
  if (!batch) throw new Error('There is no batch.');
  return batch;
}

function report(measured: readonly Run[], count: number): BenchReport {
  const seconds = Number((median(measured.map(({ ms }) => ms)) / 1000).toFixed(2));
  const [first] = measured;
  const { trips = 0, sample = 0 } = first ?? {};
  return {
    lines: [
      `${count} usul of ${verifikators} verifikators, ${sample} of them looked at:`,
      `${seconds} s in ${trips} round trips without the looking (median of ${measured.length})`,
    ],
    figures: { seconds, trips },
    budgets: { seconds: 10, trips: 6 },
  };
}
