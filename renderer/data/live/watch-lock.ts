import { liveQuery } from 'dexie';
import { isLocked } from '#renderer/data/keyring/host.ts';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Calls back when the account's desk is locked or unlocked on this PC, in whichever window; the first call tells how it
 * is. Returns how to stop.
 */
export function watchLock(
  host: HostDatabase,
  accountId: string,
  listener: (locked: boolean) => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(() => isLocked(host, accountId)).subscribe({
    next: listener,
    error: onError,
  });
  return () => subscription.unsubscribe();
}
