import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ServerSettings } from '#server/app/server-settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { startEmbeddedPostgres } from '#server/postgres/embedded-postgres.ts';
import { isForbidden, openDatabase, type Db } from '#server/store/database.ts';
import { isDatabaseUp } from '#server/store/is-database-up.ts';
import { hasUnknownMigrations, migrateToLatest } from '#server/store/migrate.ts';

/** Database and documents, ready for use. */
export interface Stores {
  readonly db: Db;
  readonly documents: DocumentStore;
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[];
  /** Closes the connections and stops the embedded PostgreSQL. */
  close(): Promise<void>;
}

/** Opens the document store and the database (embedded when no URL is set), brought to the latest migration. */
export async function openStores(
  settings: Pick<ServerSettings, 'dataDir' | 'databaseUrl'>,
): Promise<Stores> {
  await assertWritable(settings.dataDir);
  const documents = await openDocumentStore(path.join(settings.dataDir, 'documents'));
  const embedded =
    settings.databaseUrl === undefined ? await startEmbeddedPostgres(settings.dataDir) : undefined;
  const db = openDatabase(embedded?.url ?? settings.databaseUrl!);
  const close = async () => {
    await db.destroy();
    await embedded?.stop();
  };
  try {
    if (!(await isDatabaseUp(db))) throw new StartProblem(startSentences.databaseUnreachable);
    if (await hasUnknownMigrations(db)) throw new StartProblem(startSentences.databaseNewer);
    return { db, documents, migrated: await migrate(db), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function migrate(db: Db): Promise<readonly string[]> {
  try {
    return await migrateToLatest(db);
  } catch (error) {
    if (isForbidden(error)) throw new StartProblem(startSentences.databaseForbidden);
    throw error;
  }
}

async function assertWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch {
    throw new StartProblem(startSentences.unwritable(folder));
  }
}
