import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSettings, type ServerSettings } from '#server/app/server-settings.ts';
import { startServer, type RunningServer } from '#server/app/start-server.ts';
import { openDocumentStore, type DocumentStore } from '#server/documents/document-store.ts';
import {
  copyDatabase,
  dropCopy,
  makeTestDatabase,
  restoreDatabase,
  type TestDatabase,
} from '#tests/support/database.ts';
import type { TestServer } from '#tests/support/server.ts';

/** What was saved of a server: its database, and the mark that lay beside it. */
export interface Backup {
  readonly databaseUrl: string;
  readonly markFile: string;
}

/** What a backup is put back over: the database alone, or everything on the server's disk. */
export type Restored = 'database' | 'disk';

/** The real server of a test, which can be set back to a backup; its address stays. */
export interface RestorableServer extends TestServer {
  readonly markFile: string;
  readonly settings: ServerSettings;
  /** What the last start told the person at the terminal. */
  told(): readonly string[];
  /** Stops the server for the moment in which it is saved. */
  backUp(): Promise<Backup>;
  /** Stops the server, puts the backup back and starts it again. */
  restore(backup: Backup, what?: Restored): Promise<void>;
  /** Puts the backup back under the running server. */
  replaceDatabase(backup: Backup): Promise<void>;
  restart(): Promise<void>;
}

/** Starts a server that can be set back. */
export async function startRestorableServer(): Promise<RestorableServer> {
  const database = await makeTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-restored-'));
  const documentFolder = path.join(folder, 'documents');
  const documents = await openDocumentStore(documentFolder);
  const server = new Restorable({ database, folder, documents });
  await server.start();
  return server.asServer(documentFolder);
}

interface Parts {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly documents: DocumentStore;
}

class Restorable {
  readonly #parts: Parts;
  readonly #backups: Backup[] = [];
  #running: RunningServer | null = null;
  #port = '0';

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { database, documents } = this.#parts;
    const { db } = database;
    const stores = { db, documents, migrated: [], close: () => Promise.resolve() };
    this.#running = await startServer(this.#settings(), {
      stores,
      checkAnswers: true,
      markEveryMs: null,
      // Its process would be begun anew with every restart.
      countEveryMs: null,
    });
    this.#port = new URL(this.#running.url).port;
  }

  asServer(documentFolder: string): RestorableServer {
    const { database, folder, documents } = this.#parts;
    const { markFile } = this.#settings();
    return {
      url: this.#running!.url,
      databaseUrl: database.url,
      db: database.db,
      documents,
      documentFolder,
      markFile,
      settings: this.#settings(),
      clock: { now: () => new Date(), set: () => {} },
      told: () => this.#running?.told ?? [],
      backUp: async () => {
        await this.#running?.stop();
        const databaseUrl = await copyDatabase(database.url);
        const copy = path.join(folder, `mark-${this.#backups.length}.json`);
        await cp(markFile, copy);
        const backup = { databaseUrl, markFile: copy };
        this.#backups.push(backup);
        await this.start();
        return backup;
      },
      restore: async (backup, what = 'database') => {
        await this.#running?.stop();
        await restoreDatabase(database.url, backup.databaseUrl);
        if (what === 'disk') await cp(backup.markFile, markFile);
        await this.start();
      },
      replaceDatabase: (backup) => restoreDatabase(database.url, backup.databaseUrl),
      restart: async () => {
        await this.#running?.stop();
        await this.start();
      },
      stop: async () => {
        await this.#running?.stop();
        await database.drop();
        for (const { databaseUrl } of this.#backups) await dropCopy(databaseUrl);
        await rm(folder, { recursive: true, force: true });
      },
    };
  }

  #settings(): ServerSettings {
    const settings = parseSettings({
      PORT: this.#port,
      MEJA_DATA_DIR: this.#parts.folder,
      MEJA_LOG_LEVEL: 'silent',
      MEJA_SIGN_IN_ATTEMPTS: '1000',
    });
    if (!settings.ok) throw new Error('The settings of the tests do not parse.');
    return settings.value;
  }
}
