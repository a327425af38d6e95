import { liveQuery } from 'dexie';
import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Calls back with how many decisions are not delivered yet, at once and whenever that changes; needs no key. Returns how
 * to stop.
 */
export function watchUndelivered(
  database: AccountDatabase,
  listener: (count: number) => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(() => countUndelivered(database)).subscribe({
    next: listener,
    error: onError,
  });
  return () => subscription.unsubscribe();
}
