import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { findBinaries } from '#server/postgres/binaries.ts';
import {
  initialise,
  makeFolderFor,
  startCluster,
  stopCluster,
  type Cluster,
  type ClusterOptions,
} from '#server/postgres/cluster.ts';
import type { StartProblem } from '#server/cli/start-problem.ts';
import { keepRunning } from '#server/postgres/keep-running.ts';
import { canWrite, findRunUser, type RunUser } from '#server/postgres/run-user.ts';
import { settleRunningCluster } from '#server/postgres/running-cluster.ts';

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** URL of the database `meja` as its owner, password included; never log it. */
  readonly url: string;
  /** The same database as another role. */
  urlAs(role: string, password: string): string;
  /** Resolves, with a sentence, when it ended by itself and could not be started again. */
  readonly gone: Promise<StartProblem>;
  /** Stops it; the data stays. */
  stop(): Promise<void>;
}

const databaseName = 'meja';
/** Where a root's cluster goes when the user `postgres` cannot reach the data folder. */
const systemFolder = '/var/lib/meja-verifikator';
const keptSchema = z.object({ folder: z.string(), password: z.string().min(1) });

/**
 * Starts the PostgreSQL of a data folder, made on first use. Password and place are kept in `postgres.json` (mode 0600)
 * there. A cluster that a killed server left running is taken over; one that a living server uses is refused.
 * Throws StartProblem with a sentence for people.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: ClusterOptions = { durable: true, maxConnections: 40 },
): Promise<EmbeddedPostgres> {
  const user = findRunUser();
  const { folder, password } = await placeOf(dataDir, user);
  const binaries = await findBinaries(user, path.dirname(folder));
  const cluster: Cluster = { folder, password, binaries, user };
  await initialise(cluster, options);
  await settleRunningCluster(cluster, urlOf);
  const port = await startCluster(cluster);
  try {
    const kept = await keepRunning({
      connect: () => openKeeper(port, password),
      startAgain: async () => void (await startCluster(cluster, port)),
    });
    return {
      url: urlOf(port, password, databaseName),
      urlAs: (role, own) => urlOf(port, own, databaseName, role),
      gone: kept.gone,
      stop: async () => {
        await kept.end();
        await stopCluster(cluster);
      },
    };
  } catch (error) {
    await stopCluster(cluster);
    throw error;
  }
}

/** Removes the database of a data folder, wherever it lies; it must not be running. Documents are left alone. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const kept = await readKept(dataDir);
  // Beside a cluster of the system folder lie the programs that were copied for it.
  const isFar = kept?.folder.startsWith(systemFolder + path.sep);
  const folder = kept && (isFar ? path.dirname(kept.folder) : kept.folder);
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  await rm(path.join(dataDir, 'postgres.json'), { force: true });
}

/**
 * The cluster's folder and password. A folder without its `postgres.json` belongs to a data folder that was deleted:
 * nobody has its password any more, so it is removed.
 */
async function placeOf(dataDir: string, user: RunUser): Promise<z.infer<typeof keptSchema>> {
  const kept = await readKept(dataDir);
  if (kept) return kept;
  await mkdir(dataDir, { recursive: true });
  const near = path.join(path.resolve(dataDir), 'postgres');
  const far = path.join(systemFolder, folderNameOf(dataDir), 'postgres');
  await rm(near, { recursive: true, force: true });
  await makeFolderFor(user, near);
  const folder = canWrite(user, near) ? near : far;
  if (folder === far) {
    await rm(near, { recursive: true, force: true });
    await rm(far, { recursive: true, force: true });
    await mkdir(path.dirname(far), { recursive: true });
    // Whatever the umask: the user must be able to pass through.
    await chmod(systemFolder, 0o755);
    await chmod(path.dirname(far), 0o755);
    await makeFolderFor(user, far);
  }
  const password = randomBytes(24).toString('base64url');
  const text = JSON.stringify({ folder, password });
  await writeFile(path.join(dataDir, 'postgres.json'), text, { mode: 0o600, flush: true });
  return { folder, password };
}

async function readKept(dataDir: string): Promise<z.infer<typeof keptSchema> | undefined> {
  const file = path.join(dataDir, 'postgres.json');
  if (!existsSync(file)) return undefined;
  const kept = keptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  // A data folder that was copied or moved finds its database beside it, not where it was before.
  const near = path.join(path.resolve(dataDir), 'postgres');
  return existsSync(near) ? { ...kept, folder: near } : kept;
}

function folderNameOf(dataDir: string): string {
  return createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
}

function urlOf(port: number, password: string, database: string, role = 'postgres'): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the database when it is not there and keeps one connection open for as long as the server lives: by it another
 * start sees that the cluster has a living owner, and we see that the cluster lives.
 */
async function openKeeper(port: number, password: string): Promise<Client> {
  const keeper = new Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  // The pool reports a database that went away; this connection only has to exist.
  keeper.on('error', () => undefined);
  await keeper.connect();
  const { rowCount } = await keeper.query('SELECT 1 FROM pg_database WHERE datname = $1', [
    databaseName,
  ]);
  if (rowCount === 0) await keeper.query(`CREATE DATABASE ${databaseName}`);
  return keeper;
}
