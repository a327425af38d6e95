import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PageCount } from '#server/documents/page-count-process.ts';

/** Counts pages, one document after another, in a process of its own: whatever a file does, it does it there. */
export interface PageCounter {
  /** Null also for what takes too long or too much memory. Throws when no process can be started. */
  count(bytes: Uint8Array): Promise<PageCount>;
  close(): void;
}

/** An honest file of the largest size takes a tenth of it on a slow machine. */
const patienceMs = 10_000;
/** Everybody starts at once where a machine starts. */
const startMs = 60_000;
const memoryMb = 256;

/** A page counter; its process is started with the first document, and anew after one that ended it. */
export function openPageCounter(): PageCounter {
  let child: ChildProcess | undefined;
  const close = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    async count(bytes) {
      if (!child) {
        child = startProcess();
        const isReady = await nextMessage(child, startMs);
        if (isReady === undefined) {
          close();
          throw new Error('The process that counts pages does not start.');
        }
      }
      const answer = nextMessage(child, patienceMs);
      child.send(bytes, () => undefined);
      const count = await answer;
      if (count === undefined) close();
      return count ?? null;
    },
    close,
  };
}

/** Undefined: the process said nothing, and is of no more use. */
function nextMessage(child: ChildProcess, withinMs: number): Promise<PageCount | undefined> {
  return new Promise((resolve) => {
    const finish = (count?: PageCount) => {
      clearTimeout(timer);
      child.off('message', finish).off('error', fail).off('exit', fail);
      resolve(count);
    };
    const fail = () => finish();
    const timer = setTimeout(fail, withinMs);
    child.once('message', finish).once('error', fail).once('exit', fail);
  });
}

/** The program lies beside this file, as source or built like it. */
const ending = path.extname(import.meta.url);

function startProcess(): ChildProcess {
  const program = fileURLToPath(new URL(`./page-count-process${ending}`, import.meta.url));
  const child = fork(program, {
    execArgv: [...(ending === '.ts' ? readsTypeScript() : []), `--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // One that dies between two documents is told of by its silence.
  child.on('error', () => undefined);
  return child;
}

/** It understands TypeScript by itself, whatever started this process (tsx or vitest). */
function readsTypeScript(): readonly string[] {
  const loader = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(loader).href];
}
