import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { StartProblem } from '#server/cli/start-problem.ts';
import { dataFolderOf, stopCluster, type Cluster } from '#server/postgres/cluster.ts';

/**
 * Deals with a `postmaster.pid` that was left behind, before a start:
 *
 *   no such process, or not a PostgreSQL   → the file is stale and goes
 *   our PostgreSQL, nobody connected       → its server was killed: it is stopped, to be started by us
 *   our PostgreSQL, somebody connected     → another server lives: StartProblem
 */
export async function settleRunningCluster(
  cluster: Cluster,
  urlOf: (port: number, password: string, database: string) => string,
): Promise<void> {
  const file = path.join(dataFolderOf(cluster), 'postmaster.pid');
  if (!existsSync(file)) return;
  const lines = (await readFile(file, 'utf8')).split('\n');
  const pid = Number(lines[0]);
  if (!(await isPostgres(pid))) {
    await rm(file, { force: true });
    return;
  }
  const url = urlOf(Number(lines[3]), cluster.password, 'postgres');
  if (await hasOtherClients(url)) {
    throw new StartProblem(
      'Folder data ini sedang dipakai oleh server lain yang masih berjalan. ' +
        'Hentikan server itu dahulu, atau pilih folder lain dengan MEJA_DATA_DIR.',
    );
  }
  await stopCluster(cluster);
}

/** Whether the process lives and, where the system tells, is a PostgreSQL: numbers of dead processes are used again. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.startsWith('postgres');
}

/** Connections of a killed process vanish within moments, so a few looks are needed before somebody counts as there. */
async function hasOtherClients(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    // It does not let us in: starting up, shutting down or broken. Stopping it is safe for the data.
    return false;
  }
  try {
    for (let look = 0; look < 10; look += 1) {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      );
      if (rows[0]?.count === 0) return false;
      await delay(200);
    }
    return true;
  } finally {
    await client.end();
  }
}
