import type { RunExclusively } from '#renderer/workers/sync/sync-ports.ts';

/** Takes turns among all windows and workers of this origin, through the Web Locks API. */
export const runExclusively: RunExclusively = async (name, work, signal) => {
  try {
    return await navigator.locks.request(name, signal ? { signal } : {}, work);
  } catch (cause) {
    // Given up while waiting for the turn; a failure of `work` itself passes through.
    if (signal?.aborted && cause === signal.reason) return null;
    throw cause;
  }
};
