import { once } from '#renderer/core/once.ts';
import type { SyncClient } from '#renderer/workers/sync/client.ts';

/** The way to the exchange, which is started when something is first said to it. */
export interface LazyClient<C = SyncClient> {
  readonly get: () => Promise<C>;
  /** Says something that nobody waits for. */
  readonly tell: (message: (client: C) => void) => void;
  /** Whether the server answers now; no answer within the patience is a no. */
  readonly isServerReached: () => Promise<boolean>;
}

/** What a lazy client is given. `patienceMs`: how long to wait for a word of the server. */
export interface LazyClientPorts<C> {
  readonly start: () => Promise<C>;
  readonly patienceMs: number;
  readonly onError: (cause: unknown) => void;
}

/** Builds the way to the exchange; a start that failed is tried again by whoever asks next. */
export function makeLazyClient<C extends Pick<SyncClient, 'isServerReached'>>({
  start,
  patienceMs,
  onError,
}: LazyClientPorts<C>): LazyClient<C> {
  const get = once(start);
  return {
    get,
    tell: (message) => {
      get().then(message).catch(onError);
    },
    isServerReached: async () => (await get()).isServerReached(patienceMs),
  };
}
