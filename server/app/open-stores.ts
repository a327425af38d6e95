import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ServerSettings } from '#server/app/server-settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { openServerKeys, type KeySource } from '#server/app/server-keys.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { startEmbeddedPostgres } from '#server/postgres/embedded-postgres.ts';
import { isForbidden, openDatabase, type Db } from '#server/store/database.ts';
import { isDatabaseUp } from '#server/store/is-database-up.ts';
import type { KeyRing } from '#server/store/key-ring.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { hasUnknownMigrations, migrateToLatest } from '#server/store/migrate.ts';

/** Database and documents, ready for use. */
export interface Stores {
  readonly db: Db;
  /** The same database for whom people wait; absent: `db` serves as well. */
  readonly serving?: Db;
  readonly documents: DocumentStore;
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[];
  /** Resolves when the embedded PostgreSQL ended and cannot be started again; absent where it is somebody else's. */
  readonly gone?: Promise<StartProblem>;
  /** Closes the connections and stops the embedded PostgreSQL. */
  close(): Promise<void>;
}

/** What opening asks of the settings. */
export type StoreSettings = KeySource &
  Pick<ServerSettings, 'dataDir' | 'databaseUrl' | 'databaseConnections'>;

/** Opens the document store and the database (embedded when no URL is set), brought to the latest migration. */
export async function openStores(
  settings: StoreSettings,
  openKeys: (source: KeySource, db: Db) => Promise<KeyRing> = openServerKeys,
): Promise<Stores> {
  await assertWritable(settings.dataDir);
  const documents = await openDocumentStore(path.join(settings.dataDir, 'documents'));
  const embedded =
    settings.databaseUrl === undefined ? await startEmbeddedPostgres(settings.dataDir) : undefined;
  const url = embedded?.url ?? settings.databaseUrl!;
  try {
    const { migrated, keys } = await bringUp(url, (fresh) => openKeys(settings, fresh));
    const db = openDatabase(url);
    const { databaseConnections: maxConnections } = settings;
    const serving = openDatabase(url, { maxConnections, impatient: true });
    for (const each of [db, serving]) giveKeys(each, keys);
    const close = async () => {
      await Promise.all([db.destroy(), serving.destroy()]);
      await embedded?.stop();
    };
    return { db, serving, documents, migrated, ...(embedded && { gone: embedded.gone }), close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Migrates on connections of its own, which wait as long as a migration takes, and finds the keys of what lies there. */
async function bringUp(
  url: string,
  openKeys: (db: Db) => Promise<KeyRing>,
): Promise<{ readonly migrated: readonly string[]; readonly keys: KeyRing }> {
  const db = openDatabase(url);
  try {
    if (!(await isDatabaseUp(db))) throw new StartProblem(startSentences.databaseUnreachable);
    if (await hasUnknownMigrations(db)) throw new StartProblem(startSentences.databaseNewer);
    const migrated = await migrate(db);
    return { migrated, keys: await openKeys(db) };
  } finally {
    await db.destroy();
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
