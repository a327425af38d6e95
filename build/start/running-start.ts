import { existsSync, readFileSync } from 'node:fs';

/** Whether a process number that an earlier start left behind still is an `npm start`; numbers are used again. */
export function isOtherStartRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (fault) {
    // EPERM: it lives, under another user.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EPERM')) return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine)) return true;
  return readFileSync(commandLine, 'utf8').includes('scripts/start.ts');
}
