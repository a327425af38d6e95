import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { postgresDatabase, withAdmin } from '#tests/e2e/support/template-desk.ts';
import { addRegency } from '#tests/faults/world/office.ts';
import { ServerProcess } from '#tests/faults/world/server-process.ts';

/** One server with a database of its own, which serves one seed after another, each in an office of its own. */
export interface Lane {
  readonly db: Db;
  readonly documents: DocumentStore;
  readonly server: ServerProcess;
  /** Whether the hash chain of all decisions taken in this lane is whole. */
  chainIsWhole(): Promise<boolean>;
  stop(): Promise<void>;
}

const template = 'meja_faults_template';

/** Makes the database that every lane copies; once a run. */
export async function makeTemplate(postgresUrl: string): Promise<void> {
  await withAdmin(postgresUrl, (admin) => admin.query(`CREATE DATABASE ${template}`));
  const db = openDatabase(postgresDatabase(postgresUrl, template));
  await migrateToLatest(db);
  await addRegency(db);
  // PostgreSQL copies a template only while nobody is connected to it.
  await db.destroy();
}

/** Opens a lane; its server runs when this resolves. */
export async function openLane(postgresUrl: string, folder: string, name: string): Promise<Lane> {
  const database = `faults_${name}`;
  await withAdmin(postgresUrl, (admin) =>
    admin.query(`CREATE DATABASE ${database} TEMPLATE ${template}`),
  );
  const databaseUrl = postgresDatabase(postgresUrl, database);
  const dataDir = path.join(folder, name);
  await mkdir(dataDir);
  const db = openDatabase(databaseUrl, { maxConnections: 4 });
  const documents = await openDocumentStore(path.join(dataDir, 'documents'));
  const server = new ServerProcess({ databaseUrl, dataDir });
  await server.start();
  return {
    db,
    documents,
    server,
    chainIsWhole: async () => (await verifyChains(db)).every(({ fault }) => !fault),
    stop: async () => {
      await server.kill();
      await db.destroy();
    },
  };
}
