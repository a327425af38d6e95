import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseSettings } from '#server/app/server-settings.ts';
import { startServer } from '#server/app/start-server.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { openDatabase } from '#server/store/database.ts';
import { makeKeyRing } from '#server/store/key-ring.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import { postgresDatabase, withAdmin } from '#tests/e2e/support/template-desk.ts';
import { addAccount, addDocument, addOrganisation, testPassword } from '#tests/support/builders.ts';
import { fillInstansi } from '#tests/support/busy-instansi.ts';
import { makeClusterFolder } from '#tests/support/cluster-folder.ts';

/** A server whose approver is signed in. */
export interface Office {
  readonly url: string;
  readonly token: string;
}

/** The offices of a run on one PostgreSQL, each a server with a database of its own. */
export interface Offices {
  readonly list: readonly Office[];
  stop(): Promise<void>;
}

/** Starts one office for each number of other usul, all with as many that wait for the approver. */
export async function startOffices(waiting: number, others: readonly number[]): Promise<Offices> {
  const folder = await makeClusterFolder('meja-feed-bench-');
  const postgres = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 60 });
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops) await one();
    await postgres.stop();
    await removeEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const list: Office[] = [];
    for (const count of others) {
      console.log(`Filling an office with ${waiting} and ${count} usul …`);
      const own = path.join(folder, `kantor-${count}`);
      const { office, stop: stopOffice } = await startOffice(postgres.url, own, waiting, count);
      list.push(office);
      stops.push(stopOffice);
    }
    // Signed in last: filling takes longer than a token lives.
    return { list: await Promise.all(list.map(signIn)), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function startOffice(
  postgresUrl: string,
  folder: string,
  waiting: number,
  others: number,
): Promise<{ readonly office: Office; readonly stop: () => Promise<void> }> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(postgresUrl, (admin) => admin.query(`CREATE DATABASE ${name}`));
  const db = openDatabase(postgresDatabase(postgresUrl, name), { maxConnections: 10 });
  giveKeys(db, makeKeyRing([randomBytes(32)]));
  await migrateToLatest(db);
  const documents = await openDocumentStore(path.join(folder, 'documents'));
  await addOrganisation(db);
  await addAccount(db, 'approver', 'approver', { kind: 'instansi', id: 'kab-a' });
  const document = await addDocument(db, documents, 'Piagam contoh');
  await fillInstansi(db, { waiting, others, document });
  const settings = parseSettings({ PORT: '0', MEJA_DATA_DIR: folder, MEJA_LOG_LEVEL: 'silent' });
  if (!settings.ok) throw new Error(`settings: ${settings.error.variables.join(', ')}`);
  const stores = { db, documents, migrated: [], close: () => Promise.resolve() };
  const server = await startServer(settings.value, { stores });
  const stop = async (): Promise<void> => {
    await server.stop();
    await db.destroy();
  };
  return { office: { url: server.url, token: '' }, stop };
}

async function signIn({ url }: Office): Promise<Office> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      username: 'approver',
      password: testPassword,
      device: { id: randomUUID(), name: 'PC Uji' },
    }),
  });
  const { accessToken } = sessionSchema.parse(await answer.json());
  return { url, token: accessToken };
}
