import type { RunExclusively } from '#renderer/workers/sync/sync-ports.ts';

/** Turns within one life of an application: what Web Locks does, which a power cut frees. */
export function makeTurns(): RunExclusively {
  let last: Promise<unknown> = Promise.resolve();
  return async (_name, work) => {
    const mine = last.catch(() => {}).then(work);
    last = mine;
    return mine;
  };
}
