import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { PostgresBinaries } from '#server/postgres/binaries.ts';
import type { RunUser } from '#server/postgres/run-user.ts';

/** One cluster on disk: `folder` holds `cluster/` (PGDATA) and `postgres.log`, and belongs to `user`. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly user: RunUser;
}

/** `durable: false` is for tests alone: a power cut may lose everything. */
export interface ClusterOptions {
  readonly durable: boolean;
  readonly maxConnections: number;
}

/** Folder of the database files. */
export function dataFolderOf(cluster: Cluster): string {
  return path.join(cluster.folder, 'cluster');
}

/** Makes the database files when they are not there (or only half made). Throws StartProblem. */
export async function initialise(cluster: Cluster, options: ClusterOptions): Promise<void> {
  const data = dataFolderOf(cluster);
  // Written last, so that an interrupted creation is begun anew.
  const marker = path.join(cluster.folder, 'siap');
  if (existsSync(marker)) return;
  await rm(data, { recursive: true, force: true });
  const passwordFile = path.join(cluster.folder, `sandi-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  await giveTo(cluster.user, passwordFile);
  try {
    const flags = [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.durable ? [] : ['--no-sync']),
    ];
    const { code, output } = await run(cluster.binaries.initdb, flags, cluster.user);
    if (code !== 0) throw failed('dibuat', output);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await appendFile(path.join(data, 'postgresql.conf'), settingsText(options));
  await writeFile(marker, '', { flush: true });
}

/**
 * Starts the cluster on a free port of 127.0.0.1 (or again on the one that it had) and answers that port. Throws
 * StartProblem.
 */
export async function startCluster(cluster: Cluster, again?: number): Promise<number> {
  const log = path.join(cluster.folder, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    await rm(log, { force: true });
    const port = again ?? (await findFreePort());
    const flags = [
      'start',
      '-w',
      '-t',
      '90',
      '-D',
      dataFolderOf(cluster),
      '-l',
      log,
      '-o',
      `-p ${port}`,
    ];
    const { code } = await run(cluster.binaries.pgCtl, flags, cluster.user, 'ignore');
    if (code === 0) return port;
    const output = await readFile(log, 'utf8').catch(() => '');
    // Another program may have taken the port in between.
    const portTaken = output.includes('could not bind');
    if (!portTaken || again !== undefined || attempt === 5) throw failed('dijalankan', output);
  }
}

/** Stops the cluster: open transactions are rolled back, the files are left clean. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const stop = (mode: string) =>
    run(
      cluster.binaries.pgCtl,
      ['stop', '-w', '-t', '30', '-m', mode, '-D', dataFolderOf(cluster)],
      cluster.user,
      'ignore',
    );
  const { code } = await stop('fast');
  if (code !== 0 && existsSync(path.join(dataFolderOf(cluster), 'postmaster.pid'))) {
    await stop('immediate');
  }
}

/** Makes a folder that only that user may enter. */
export async function makeFolderFor(user: RunUser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await giveTo(user, folder);
}

async function giveTo(user: RunUser, file: string): Promise<void> {
  if (user.uid !== undefined && user.gid !== undefined) await chown(file, user.uid, user.gid);
}

/** Modest figures: the server shares a small machine with everything else. */
function settingsText(options: ClusterOptions): string {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    `max_connections = ${options.maxConnections}`,
    'shared_buffers = 64MB',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    ...(options.durable
      ? []
      : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ];
  return `\n# Meja Verifikator\n${lines.join('\n')}\n`;
}

function failed(what: string, output: string): StartProblem {
  const reason = output
    .split('\n')
    .filter((line) => /FATAL|error|could not/i.test(line))
    .join(' ')
    .slice(0, 300);
  return new StartProblem(
    `PostgreSQL bawaan tidak dapat ${what}. ${reason === '' ? 'Tidak ada keterangan lain.' : `Keterangannya: ${reason}`} ` +
      'Periksa ruang disk dan izin folder data, atau isi DATABASE_URL.',
  );
}

/** `output: 'ignore'` for pg_ctl: the server that it leaves running would keep a pipe open. */
async function run(
  program: string,
  flags: readonly string[],
  user: RunUser,
  output: 'pipe' | 'ignore' = 'pipe',
): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, flags, {
    ...user,
    cwd: path.parse(program).root,
    stdio: ['ignore', output, output],
    // Out of our process group: Ctrl+C in the terminal must not reach PostgreSQL before the server has closed.
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  child.stderr?.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output: Buffer.concat(parts).toString('utf8') };
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
