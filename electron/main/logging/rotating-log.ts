import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '#shared/bridge/bridge-contract.ts';
import { scrub } from '#electron/main/logging/scrub.ts';

/** Where a log lives and how large it may grow. */
export interface RotatingLogOptions {
  /** Folder of the log files; made when missing. */
  readonly folder: string;
  /** Size in bytes at which a file is set aside. */
  readonly maxBytes: number;
  /** How many files set aside are kept. */
  readonly keep: number;
  /** Clock of the entries. */
  readonly now: () => Date;
}

/** A technical log of the shell. */
export interface Log {
  /** Writes one entry; when the disk refuses, the application goes on without the entry. */
  write(entry: LogEntry): void;
}

/**
 * A log in files of bounded size: `meja.log` is the newest, `meja.1.log` the one before. Written synchronously, so that
 * the last line before a crash is there.
 */
export function makeRotatingLog(options: RotatingLogOptions): Log {
  const file = (age: number): string =>
    path.join(options.folder, age === 0 ? 'meja.log' : `meja.${age}.log`);

  const rotateWhenFull = (incoming: number): void => {
    const size = statSync(file(0), { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0 || size + incoming <= options.maxBytes) return;
    rmSync(file(options.keep), { force: true });
    for (let age = options.keep - 1; age >= 0; age -= 1) {
      if (statSync(file(age), { throwIfNoEntry: false }) !== undefined) {
        renameSync(file(age), file(age + 1));
      }
    }
  };

  return {
    write(entry) {
      const line = `${options.now().toISOString()} ${entry.level} ${scrub(entry.event)} ${scrub(entry.detail)}\n`;
      try {
        mkdirSync(options.folder, { recursive: true });
        rotateWhenFull(Buffer.byteLength(line));
        appendFileSync(file(0), line);
      } catch (cause) {
        // A full or read-only disk must not stop the work; the console is all that is left.
        console.error('log not written:', cause instanceof Error ? cause.name : typeof cause);
      }
    },
  };
}
