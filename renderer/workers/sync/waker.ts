/** A sleep that can be cut short. */
export interface Waker {
  /** Ends the present sleep, or the next one if nobody sleeps: a wake is never lost. */
  readonly wake: () => void;
  /** Resolves after `ms` (null: never by itself), at a wake, or at the signal. */
  sleep(ms: number | null, signal: AbortSignal): Promise<void>;
}

// Browsers run a longer timer at once.
const longestTimer = 2_000_000_000;

/** Builds a waker. */
export function makeWaker(): Waker {
  let woken = false;
  let end: (() => void) | null = null;
  return {
    wake: () => {
      if (end) end();
      else woken = true;
    },
    sleep: (ms, signal) => {
      if (woken || signal.aborted) {
        woken = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const timer = ms === null ? undefined : setTimeout(finish, Math.min(ms, longestTimer));
        signal.addEventListener('abort', finish);
        end = finish;
        function finish(): void {
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          end = null;
          resolve();
        }
      });
    },
  };
}
