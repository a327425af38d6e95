import { spawn } from 'node:child_process';
import path from 'node:path';
import { electronProgram } from '#build/browser/electron-runtime.ts';

/**
 * Has the `electron` package fetch its runtime, for at most `limitMs`; answers the program or null. Runs beside the other
 * steps of a start; its own output is kept away, because failing here is ordinary (no internet, an old Node).
 */
export function fetchElectron(root: string, limitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [path.join(root, 'node_modules', 'electron', 'install.js')],
      { cwd: root, stdio: 'ignore', timeout: limitMs, killSignal: 'SIGKILL' },
    );
    // The start may be stopped while this runs.
    child.unref();
    child.once('error', () => {
      resolve(null);
    });
    child.once('exit', (code) => {
      resolve(code === 0 ? electronProgram(root) : null);
    });
  });
}
