import { countOpenUsul } from '#build/start/count-open-usul.ts';
import type { ShownAccount } from '#build/start/demo-accounts.ts';
import { fillDemoData } from '#build/start/demo-data.ts';
import type { DemoSize } from '#build/start/start-options.ts';
import { openStores, type Stores } from '#server/app/open-stores.ts';
import { parseSettings, type ServerSettings } from '#server/app/server-settings.ts';
import type { StartProblem } from '#server/cli/start-problem.ts';
import { startServer } from '#server/app/start-server.ts';

/** Where the demonstration server keeps and finds its things. */
export interface DemoServerPlaces {
  /** Folder of database and documents. */
  readonly dataFolder: string;
  /** Folder of the built renderer. */
  readonly appFolder: string;
  readonly port: number;
  /** How much demonstration data is made. */
  readonly size: DemoSize;
}

/** A running demonstration server. */
export interface DemoServer {
  readonly url: string;
  /** The accounts with what waits for each of them now. */
  countOpen(accounts: readonly ShownAccount[]): Promise<readonly ShownAccount[]>;
  /** Resolves when the database is gone for good. */
  readonly gone: Promise<StartProblem>;
  /** Stops HTTP server and PostgreSQL; safe to call twice. */
  stop(): Promise<void>;
}

/** Told when the demonstration data is begun and when it is complete. */
export interface SeedProgress {
  readonly needed: boolean;
  readonly begun: () => void;
  readonly done: (accounts: ShownAccount[]) => void;
}

/**
 * Starts PostgreSQL, fills it with demonstration data when needed, and starts the central server on 127.0.0.1.
 *
 * @param stop ends the start early, in order; the data is then incomplete and the next start begins anew
 * @throws StartProblem of the server, whose message is a sentence for people
 */
export async function startDemoServer(
  places: DemoServerPlaces,
  seed: SeedProgress,
  stop: AbortSignal,
): Promise<DemoServer> {
  const settings = demoSettings(places);
  const stores = await openStores(settings);
  try {
    stop.throwIfAborted();
    if (seed.needed) {
      seed.begun();
      seed.done(await Promise.race([fillDemoData(stores, places), rejectOnAbort(stop)]));
    }
    return await serve(settings, stores);
  } catch (fault) {
    await stores.close();
    throw fault;
  }
}

async function serve(settings: ServerSettings, stores: Stores): Promise<DemoServer> {
  const server = await startServer(settings, { stores });
  let stopping: Promise<void> | undefined;
  return {
    url: server.url,
    gone: server.gone ?? new Promise(() => undefined),
    countOpen: (accounts) => countOpenUsul(stores.db, accounts),
    stop: () => (stopping ??= server.stop().then(() => stores.close())),
  };
}

function rejectOnAbort(stop: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    stop.addEventListener('abort', () => {
      reject(new Error('stopped'));
    });
  });
}

/** The environment is left out on purpose: a `DATABASE_URL` of other work must not be filled with invented people. */
function demoSettings({ dataFolder, appFolder, port }: DemoServerPlaces): ServerSettings {
  const settings = parseSettings({
    HOST: '127.0.0.1',
    PORT: String(port),
    MEJA_DATA_DIR: dataFolder,
    MEJA_APP_DIR: appFolder,
    MEJA_LOG_LEVEL: 'error',
  });
  if (!settings.ok) throw new Error(`settings: ${settings.error.variables.join(', ')}`);
  return settings.value;
}
