import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { truthPath } from '#build/demo/faults/truth-file.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { openDatabase } from '#server/store/database.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { seedForTests } from '#tests/e2e/support/seed-for-tests.ts';
import { deskVariables, postgresDatabase, withAdmin } from '#tests/e2e/support/template-desk.ts';

/**
 * One PostgreSQL for the run, holding a template: a migrated database filled with the small demonstration data. A test
 * file copies it in a fraction of a second instead of seeding anew.
 */
// oxlint-disable-next-line import/no-default-export -- what Playwright calls
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-e2e-'));
  const postgres = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 60 });
  const template = 'meja_e2e_template';
  await withAdmin(postgres.url, (admin) => admin.query(`CREATE DATABASE ${template}`));
  const documentFolder = path.join(folder, 'documents');
  const db = openDatabase(postgresDatabase(postgres.url, template));
  await migrateToLatest(db);
  await seedForTests(db, await openDocumentStore(documentFolder), folder);
  // PostgreSQL copies a template only while nobody is connected to it.
  await db.destroy();

  process.env[deskVariables.postgres] = postgres.url;
  process.env[deskVariables.template] = template;
  process.env[deskVariables.documents] = documentFolder;
  process.env[deskVariables.truth] = path.join(folder, ...truthPath);
  return async () => {
    await postgres.stop();
    await removeEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  };
}
