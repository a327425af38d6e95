import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { postgresDatabase, withAdmin } from '#tests/e2e/support/template-desk.ts';
import type { Restored } from '#tests/faults/plan/fault-kinds.ts';
import { addRegency } from '#tests/faults/world/office.ts';
import { ServerProcess } from '#tests/faults/world/server-process.ts';
import { testPartitions } from '#tests/support/partitions.ts';
import { copyStatement } from '#tests/support/copy-statement.ts';

/** One server with a database of its own, which serves one seed after another, each in an office of its own. */
export interface Lane {
  readonly db: Db;
  readonly documents: DocumentStore;
  readonly server: ServerProcess;
  /** Saves database and mark as they are; the server is away for a moment. */
  backUp(): Promise<void>;
  /** Puts what was saved last back and starts the server on it. */
  restore(what: Restored): Promise<void>;
  /** Whether the hash chain of all decisions taken in this lane is whole. */
  chainIsWhole(): Promise<boolean>;
  /** Whether the server counts pages here: without it whatever a PC states of them is believed. */
  countsPages(): Promise<boolean>;
  stop(): Promise<void>;
}

const template = 'meja_faults_template';

/** Makes the database that every lane copies; once a run. */
export async function makeTemplate(postgresUrl: string): Promise<void> {
  await withAdmin(postgresUrl, (admin) => admin.query(`CREATE DATABASE ${template}`));
  const db = openDatabase(postgresDatabase(postgresUrl, template));
  await migrateToLatest(db, { partitions: testPartitions });
  await addRegency(db);
  // PostgreSQL copies a template only while nobody is connected to it.
  await db.destroy();
}

/** Opens a lane; its server runs when this resolves. */
export async function openLane(postgresUrl: string, folder: string, name: string): Promise<Lane> {
  const database = `faults_${name}`;
  await withAdmin(postgresUrl, (admin) => admin.query(copyStatement(database, template)));
  const databaseUrl = postgresDatabase(postgresUrl, database);
  const dataDir = path.join(folder, name);
  await mkdir(dataDir);
  const db = openDatabase(databaseUrl, { maxConnections: 4 });
  const documents = await openDocumentStore(path.join(dataDir, 'documents'));
  const server = new ServerProcess({ databaseUrl, dataDir });
  await server.start();
  const backup = `${database}_backup`;
  const mark = path.join(dataDir, 'high-water.json');
  return {
    db,
    documents,
    server,
    backUp: async () => {
      await server.kill();
      await withAdmin(postgresUrl, async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${backup}`);
        await copyAlone(admin, database, backup);
      });
      await cp(mark, `${mark}.backup`);
      await server.start();
    },
    restore: async (what) => {
      await server.kill();
      await withAdmin(postgresUrl, async (admin) => {
        await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
        await admin.query(copyStatement(database, backup));
      });
      if (what === 'disk') await cp(`${mark}.backup`, mark);
      await server.start();
    },
    countsPages: async () => {
      const counted = db.selectFrom('document').select('sha256').where('page_count', '=', 1);
      return (await counted.limit(1).executeTakeFirst()) !== undefined;
    },
    chainIsWhole: async () => (await verifyChains(db)).every(({ fault }) => !fault),
    stop: async () => {
      await server.kill();
      await db.destroy();
    },
  };
}

/** PostgreSQL copies a database only while nobody is connected to it: the harness's own idle connections end. */
async function copyAlone(admin: Client, from: string, to: string): Promise<void> {
  const others = 'SELECT pid FROM pg_stat_activity WHERE datname = $1';
  await admin.query(`SELECT pg_terminate_backend(pid) FROM (${others}) AS other`, [from]);
  while ((await admin.query(others, [from])).rowCount !== 0) {
    // They are told, and go.
  }
  await admin.query(copyStatement(to, from));
}
