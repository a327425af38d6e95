import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { shownAccountSchema } from '#build/start/demo-accounts.ts';

/** Why a data folder cannot be used. */
export type FolderFault =
  | { readonly kind: 'unwritable' | 'foreign' | 'full' }
  | { readonly kind: 'inUse'; readonly pid: number };

const stateSchema = z.object({
  application: z.literal('meja-verifikator'),
  /** How far the demonstration data got: `started` without `done` was cut short. */
  seed: z.enum(['none', 'started', 'done']),
  /** Accounts to show; known once the data is made. */
  accounts: z.array(shownAccountSchema),
  /** Port of the first start; the browser keeps its local database by address, so it should stay. */
  port: z.int().nullable(),
  /** The `npm start` that uses the folder. */
  pid: z.int().nullable(),
});
/** What is remembered from start to start. */
export type StartState = z.infer<typeof stateSchema>;

const newState: StartState = {
  application: 'meja-verifikator',
  seed: 'none',
  accounts: [],
  port: null,
  pid: null,
};

/** Paths inside the data folder; nothing outside them is ever deleted. */
export interface DataPlaces {
  /** Database and documents of the central server. */
  readonly server: string;
  /** Profile of the browser host, with the application's local database. */
  readonly browser: string;
  /** `userData` of Electron. */
  readonly electron: string;
  /** What only a developer wants to read. */
  readonly logFile: string;
}

/** A data folder that this start may use. */
export interface DataFolder {
  readonly places: DataPlaces;
  readonly state: StartState;
  /** Whether the start before this one did not end in order, so that its PostgreSQL may still run. */
  readonly leftBehind: boolean;
  /** Remembers something for the next start. */
  readonly remember: (change: Partial<StartState>) => void;
}

/** What emptying needs of the server: its database may lie elsewhere, and may have been left running. */
export interface PostgresRemover {
  /** Stops a PostgreSQL that a killed start left running in a server's data folder. */
  readonly stopLeftover: (folder: string) => Promise<void>;
  /** Deletes the database of a server's data folder. */
  readonly remove: (folder: string) => Promise<void>;
}

/** Takes a data folder in use; makes it when it is missing, refuses one that holds something else. */
export function claimDataFolder(folder: string): Result<DataFolder, FolderFault> {
  const stateFile = path.join(folder, 'start.json');
  try {
    mkdirSync(folder, { recursive: true });
    const state = readState(stateFile);
    if (state === null && readdirSync(folder).length > 0) return fail({ kind: 'foreign' });
    if (state?.pid != null && isOtherStartRunning(state.pid)) {
      return fail({ kind: 'inUse', pid: state.pid });
    }
    const claimed = openDataFolder(folder, stateFile, state ?? newState);
    claimed.remember({ pid: process.pid });
    return succeed(claimed);
  } catch (fault) {
    return fail({ kind: diskFault(fault) });
  }
}

/** Deletes what earlier starts made, so that the next steps begin anew. */
export async function emptyDataFolder(
  { places, remember, leftBehind }: DataFolder,
  postgres: PostgresRemover,
): Promise<Result<null, FolderFault>> {
  try {
    if (leftBehind && existsSync(places.server)) await postgres.stopLeftover(places.server);
    await postgres.remove(places.server);
    for (const place of Object.values(places)) {
      rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    }
    remember({ seed: 'none', accounts: [] });
    return succeed(null);
  } catch (fault) {
    return fail({ kind: diskFault(fault) });
  }
}

function openDataFolder(folder: string, stateFile: string, initial: StartState): DataFolder {
  let state = initial;
  return {
    places: {
      server: path.join(folder, 'server'),
      browser: path.join(folder, 'browser'),
      electron: path.join(folder, 'electron'),
      logFile: path.join(folder, 'start.log'),
    },
    leftBehind: initial.pid !== null,
    get state() {
      return state;
    },
    remember(change) {
      state = { ...state, ...change };
      // Replaced as a whole: a cut in the middle leaves the old state, not half of one.
      writeFileSync(`${stateFile}.new`, `${JSON.stringify(state)}\n`, { flush: true });
      renameSync(`${stateFile}.new`, stateFile);
    },
  };
}

function readState(stateFile: string): StartState | null {
  if (!existsSync(stateFile)) return null;
  const parsed = stateSchema.safeParse(parseJson(readFileSync(stateFile, 'utf8')));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A damaged file is answered by the schema, like any other that is not ours.
    return undefined;
  }
}

function diskFault(fault: unknown): 'unwritable' | 'full' {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === undefined) throw fault;
  return 'unwritable';
}

/** Whether a process number that an earlier start left behind still is an `npm start`; numbers are used again. */
function isOtherStartRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (fault) {
    // EPERM: it lives, under another user.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EPERM')) return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine)) return true;
  return readFileSync(commandLine, 'utf8').includes('scripts/start.ts');
}
