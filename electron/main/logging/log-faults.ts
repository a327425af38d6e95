import type { Log } from '#electron/main/logging/rotating-log.ts';

/** Kind of a fault for the log: class and stack frames without the message, which may quote data of a person. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  return [fault.name, ...frames.slice(0, 5).map((line) => line.trim())].join(' ');
}

/** Writes what nobody caught to the log: faults of the main process, and renderer processes that died. */
export function logFaults(process: Pick<NodeJS.Process, 'on'>, log: Log): void {
  process.on('uncaughtException', (fault: Error) => {
    log.write({ level: 'error', event: 'uncaught-exception', detail: describeFault(fault) });
  });
  process.on('unhandledRejection', (fault: unknown) => {
    log.write({ level: 'error', event: 'unhandled-rejection', detail: describeFault(fault) });
  });
}
