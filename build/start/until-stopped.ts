/** How long everything may take to stop, in milliseconds. */
const stopLimitMs = 20_000;

/** Aborts at the first request to stop: Ctrl+C, a service manager, a closed terminal,
 * the end of npm. Later ones change nothing. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      controller.abort();
    });
  }
  whenNpmEnds(() => {
    controller.abort();
  });
  return controller.signal;
}

/** A killed npm takes its shell along, but not us: nobody would be left to stop the server. */
function whenNpmEnds(ended: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) ended();
  }, 1_000).unref();
}

/** Settles once stopping was requested. */
export function untilStopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else {
      stop.addEventListener('abort', () => {
        resolve();
      });
    }
  });
}

/** Waits for an orderly end, but not for ever; answers whether it was reached in time. */
export async function endInTime(
  end: Promise<unknown>,
  limitMs: number = stopLimitMs,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, limitMs);
  });
  const inTime = await Promise.race([end.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
