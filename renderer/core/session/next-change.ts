import type { StoreApi } from 'zustand';

/** Resolves when the store changes, or after so many milliseconds. */
export function nextChange(store: StoreApi<unknown>, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, patienceMs);
    const stop = store.subscribe(done);
  });
}
