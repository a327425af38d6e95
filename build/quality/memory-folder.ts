import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** Where Linux keeps files in memory. */
const memoryDisk = '/dev/shm';
const prefix = 'meja-uji-';
const gigabyte = 1024 ** 3;
/** A run was seen to need less than a third of this. */
const roomBytes = 4 * gigabyte;
/** What must be left for browsers and databases themselves. */
const memoryBytes = 10 * gigabyte;

/** A folder in memory for what a test run writes and throws away. */
export interface MemoryFolder {
  readonly folder: string;
  remove(): void;
}

/**
 * Makes such a folder where the machine has memory to spare; undefined elsewhere: a disk does as well, slower. A run makes
 * and deletes hundreds of databases and browser profiles, of hundreds of files each, and a file system that remembers
 * deleted files for minutes (ext4) looks through them whenever one is made: a database took 400 ms instead of 30.
 */
export function openMemoryFolder(disk: string = memoryDisk): MemoryFolder | undefined {
  if (!hasRoom(disk)) return undefined;
  removeLeftOvers(disk);
  const folder = mkdtempSync(path.join(disk, `${prefix}${process.pid}-`));
  // PostgreSQL of a root runs as another user, who must pass through.
  chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Does a piece of work whose temporary files, and those of its programs, lie in memory where the machine has room. */
export async function withFilesInMemory<T>(work: () => Promise<T>): Promise<T> {
  const memory = openMemoryFolder();
  if (!memory) return work();
  process.env['TMPDIR'] = memory.folder;
  try {
    return await work();
  } finally {
    memory.remove();
  }
}

function hasRoom(disk: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize >= roomBytes && availableMemory() >= memoryBytes;
  } catch {
    // No such disk, or no such word of the system about its memory.
    return false;
  }
}

/** Memory that programs can still have, in bytes; `os.freemem` counts what the system can give back as used. */
function availableMemory(): number {
  const found = /^MemAvailable: +(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'));
  return Number(found?.[1]) * 1024;
}

/** What a run that was killed left: memory would be filled with it. */
function removeLeftOvers(disk: string): void {
  for (const name of readdirSync(disk)) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      rmSync(path.join(disk, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // Somebody else's: it runs.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
