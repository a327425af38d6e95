import { rm } from 'node:fs/promises';
import path from 'node:path';
import { truthPath } from '#build/demo/faults/truth-file.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { openDatabase } from '#server/store/database.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { busyVerifikator, seedForTests } from '#tests/e2e/support/seed-for-tests.ts';
import { shortenQueue } from '#tests/e2e/support/withdraw-usul.ts';
import { deskVariables, postgresDatabase, withAdmin } from '#tests/e2e/support/template-desk.ts';
import { makeClusterFolder } from '#tests/support/cluster-folder.ts';
import { testPartitions } from '#tests/support/partitions.ts';
import { copyStatement } from '#tests/support/copy-statement.ts';

/**
 * One PostgreSQL for the run, holding two templates: a migrated database filled with the small demonstration data, and the
 * same with a short queue. A test file copies one in a fraction of a second instead of seeding anew.
 */
// oxlint-disable-next-line import/no-default-export -- what Playwright calls
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await makeClusterFolder('meja-e2e-');
  const postgres = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 60 });
  const template = 'meja_e2e_template';
  await withAdmin(postgres.url, (admin) => admin.query(`CREATE DATABASE ${template}`));
  const documentFolder = path.join(folder, 'documents');
  const db = openDatabase(postgresDatabase(postgres.url, template));
  await migrateToLatest(db, { partitions: testPartitions });
  await seedForTests(db, await openDocumentStore(documentFolder), folder);
  // PostgreSQL copies a template only while nobody is connected to it.
  await db.destroy();
  const short = `${template}_short`;
  await withAdmin(postgres.url, (admin) => admin.query(copyStatement(short, template)));
  const shortDb = openDatabase(postgresDatabase(postgres.url, short));
  await shortenQueue(shortDb, busyVerifikator.username);
  await shortDb.destroy();

  process.env[deskVariables.postgres] = postgres.url;
  process.env[deskVariables.template] = template;
  process.env[deskVariables.shortTemplate] = short;
  process.env[deskVariables.documents] = documentFolder;
  process.env[deskVariables.truth] = path.join(folder, ...truthPath);
  process.env[deskVariables.readings] = path.join(folder, 'readings');
  return async () => {
    await postgres.stop();
    await removeEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  };
}
