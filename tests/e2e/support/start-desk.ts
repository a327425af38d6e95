import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';
import { parseSettings } from '#server/app/server-settings.ts';
import { startServer } from '#server/app/start-server.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import { openDatabase, type Db } from '#server/store/database.ts';
import { makeKeyRing } from '#server/store/key-ring.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { postgresDatabase, templateDesk, withAdmin } from '#tests/e2e/support/template-desk.ts';
import { copyStatement } from '#tests/support/copy-statement.ts';

/** The central server of one test file, with a database and documents of its own, serving the built application. */
export interface Desk {
  /** Address to open, without a slash at its end. */
  readonly url: string;
  readonly db: Db;
  readonly documents: DocumentStore;
  stop(): Promise<void>;
}

/** Name of the variable that names another built application than the one in `dist`. */
export const appVariable = 'MEJA_TEST_APP_DIR';

/** What a test needs of its desk. */
export interface DeskOptions {
  /** What its server is told beside the usual. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * What waits for the busy verifikator: `short`, a dozen usul, where a test is about few of them. Each sign-in fetches
   * every document of the queue, which is half of a short test.
   */
  readonly queue?: 'whole' | 'short';
}

/** Starts a desk from a template of the global set-up. */
export async function startDesk({ env = {}, queue = 'whole' }: DeskOptions = {}): Promise<Desk> {
  const { postgres, documents: templateDocuments, ...templates } = templateDesk();
  const template = queue === 'short' ? templates.shortTemplate : templates.template;
  const database = `e2e_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(postgres, (admin) => admin.query(copyStatement(database, template)));
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-desk-'));
  await cp(templateDocuments, path.join(folder, 'documents'), { recursive: true });
  const settings = parseSettings({
    PORT: '0',
    MEJA_DATA_DIR: folder,
    MEJA_APP_DIR: process.env[appVariable] ?? path.join(projectRoot, 'dist', 'renderer'),
    MEJA_LOG_LEVEL: 'silent',
    // Many tests sign in from one address.
    MEJA_SIGN_IN_ATTEMPTS: '10000',
    ...env,
  });
  if (!settings.ok) throw new Error(`settings: ${settings.error.variables.join(', ')}`);
  const db = openDatabase(postgresDatabase(postgres, database), { maxConnections: 10 });
  giveKeys(db, makeKeyRing([randomBytes(32)]));
  const documents = await openDocumentStore(path.join(folder, 'documents'));
  const stores = { db, documents, migrated: [], close: () => Promise.resolve() };
  const server = await startServer(settings.value, {
    stores,
    checkAnswers: true,
    countEveryMs: null,
  });
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await server.stop();
    await db.destroy();
    await withAdmin(postgres, (admin) => admin.query(`DROP DATABASE ${database} WITH (FORCE)`));
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, db, documents, stop: () => (stopping ??= stop()) };
}
