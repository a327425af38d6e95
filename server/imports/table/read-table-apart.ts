import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TableMessage } from '#server/imports/table/read-table-process.ts';
import type { Table, TableFault } from '#server/imports/table/table.ts';
import { fail, type Result } from '#shared/kernel/result.ts';

/** An honest file of the largest size takes a quarter of it on a slow machine. */
const patienceMs = 120_000;
const memoryMb = 700;
/** The program lies beside this file, as source or built like it. */
const ending = path.extname(import.meta.url);

/**
 * Reads a file of somebody else's making in a process of its own: whatever it does to its reader, the server goes on. What takes
 * too long or too much memory is a file that is broken.
 */
export function readTableApart(
  file: string,
  signal: AbortSignal,
): Promise<Result<Table, TableFault>> {
  const program = fileURLToPath(new URL(`./read-table-process${ending}`, import.meta.url));
  const child = fork(program, {
    execArgv: [...(ending === '.ts' ? readsTypeScript() : []), `--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const finish = (table: Result<Table, TableFault>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      child.kill('SIGKILL');
      resolve(table);
    };
    const end = (): void => finish(fail({ kind: 'rusak' }));
    const timer = setTimeout(end, patienceMs);
    signal.addEventListener('abort', end);
    child.on('error', end).on('exit', end);
    child.on('message', (message: TableMessage) => {
      if (message === 'siap') child.send(file);
      else finish(message);
    });
  });
}

/** It understands TypeScript by itself, whatever started this process (tsx or vitest). */
function readsTypeScript(): readonly string[] {
  const loader = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(loader).href];
}
