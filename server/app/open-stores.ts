import { randomBytes } from 'node:crypto';
import { access as accessFile, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ServerSettings } from '#server/app/server-settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { openServerKeys, type KeySource } from '#server/app/server-keys.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { isForbidden, openDatabase, type Db } from '#server/store/database.ts';
import { isDatabaseUp } from '#server/store/is-database-up.ts';
import type { KeyRing } from '#server/store/key-ring.ts';
import { mayChangeTables, prepareServerRole, type ServerRole } from '#server/store/server-role.ts';
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
  /** Sentences that the person at the terminal must read. */
  readonly told?: readonly string[];
  /** Resolves when the embedded PostgreSQL ended and cannot be started again; absent where it is somebody else's. */
  readonly gone?: Promise<StartProblem>;
  /** Closes the connections and stops the embedded PostgreSQL. */
  close(): Promise<void>;
}

/** What opening asks of the settings. */
export type StoreSettings = KeySource &
  Pick<ServerSettings, 'dataDir' | 'databaseUrl' | 'databaseOwnerUrl' | 'databaseConnections'>;

/** Opens the document store and the database (embedded when no URL is set), brought to the latest migration. */
export async function openStores(
  settings: StoreSettings,
  openKeys: (source: KeySource, db: Db) => Promise<KeyRing> = openServerKeys,
): Promise<Stores> {
  await assertWritable(settings.dataDir);
  const documents = await openDocumentStore(path.join(settings.dataDir, 'documents'));
  const embedded =
    settings.databaseUrl === undefined ? await startEmbeddedPostgres(settings.dataDir) : undefined;
  try {
    const access = accessTo(settings, embedded);
    const brought = await bringUp(access, (fresh) => openKeys(settings, fresh));
    const db = openDatabase(access.url);
    const { databaseConnections: maxConnections } = settings;
    const serving = openDatabase(access.url, { maxConnections, impatient: true });
    for (const each of [db, serving]) giveKeys(each, brought.keys);
    const { migrated } = brought;
    const told = (await mayChangeTables(db)) ? [startSentences.ownerServes] : [];
    const close = async () => {
      await Promise.all([db.destroy(), serving.destroy()]);
      await embedded?.stop();
    };
    const gone = embedded && { gone: embedded.gone };
    return { db, serving, documents, migrated, told, ...gone, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** As whom the database is brought up, as whom it is served, and the role of the latter where the former cares for it. */
interface DatabaseAccess {
  readonly ownerUrl: string;
  readonly url: string;
  readonly role?: ServerRole;
}

function accessTo(
  { databaseUrl, databaseOwnerUrl }: StoreSettings,
  embedded: EmbeddedPostgres | undefined,
): DatabaseAccess {
  if (embedded) {
    // Another password at every start: nobody keeps it.
    const role = { name: 'meja_server', password: randomBytes(24).toString('base64url') };
    return { ownerUrl: embedded.url, url: embedded.urlAs(role.name, role.password), role };
  }
  const url = databaseUrl!;
  if (databaseOwnerUrl === undefined) return { ownerUrl: url, url };
  return {
    ownerUrl: databaseOwnerUrl,
    url,
    role: { name: decodeURIComponent(new URL(url).username) },
  };
}

/** Migrates on connections of its own, which wait as long as a migration takes, and finds the keys of what lies there. */
async function bringUp(
  { ownerUrl, role }: DatabaseAccess,
  openKeys: (db: Db) => Promise<KeyRing>,
): Promise<{ readonly migrated: readonly string[]; readonly keys: KeyRing }> {
  const db = openDatabase(ownerUrl);
  try {
    if (!(await isDatabaseUp(db))) throw new StartProblem(startSentences.databaseUnreachable);
    if (await hasUnknownMigrations(db)) throw new StartProblem(startSentences.databaseNewer);
    const migrated = await migrate(db);
    if (role) await prepareServerRole(db, role);
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
    await accessFile(folder, constants.W_OK);
  } catch {
    throw new StartProblem(startSentences.unwritable(folder));
  }
}
