import { spawnSync } from 'node:child_process';
import { StartProblem } from '#server/cli/start-problem.ts';

/** The user that PostgreSQL runs as: ids to give to `spawn`; empty when it is the one that we run as ourselves. */
export interface RunUser {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root; as root it therefore runs as the system user `postgres`, which is made when the
 * machine has none. Throws StartProblem when that is impossible.
 */
export function findRunUser(): RunUser {
  if (process.getuid?.() !== 0) return {};
  const found = lookUp();
  if (found) return found;
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres']);
  const made = lookUp();
  if (made) return made;
  throw new StartProblem(
    'PostgreSQL tidak dapat dijalankan sebagai root dan pengguna sistem "postgres" tidak dapat dibuat. ' +
      'Buat pengguna itu, jalankan server sebagai pengguna biasa, atau isi DATABASE_URL.',
  );
}

/** Whether that user may pass through the folder and write in it. */
export function canWrite(user: RunUser, folder: string): boolean {
  if (user.uid === undefined) return true;
  const check = spawnSync('test', ['-w', folder, '-a', '-x', folder], { ...user, cwd: '/' });
  return check.status === 0;
}

function lookUp(): RunUser | undefined {
  const uid = numberFrom('-u');
  const gid = numberFrom('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function numberFrom(flag: '-u' | '-g'): number | undefined {
  const result = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return result.status === 0 ? Number.parseInt(result.stdout, 10) : undefined;
}
