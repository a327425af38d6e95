import { liveQuery } from 'dexie';
import { hasSignedOut } from '#renderer/data/keyring/host.ts';
import type { HostDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Calls back when the account signed out on this PC, in whichever window (also when it did so before). A session that
 * merely expired is none of this. Returns how to stop.
 */
export function watchSignOut(
  host: HostDatabase,
  accountId: string,
  onSignedOut: () => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(() => hasSignedOut(host, accountId)).subscribe({
    next: (signedOut) => {
      if (signedOut) onSignedOut();
    },
    error: onError,
  });
  return () => subscription.unsubscribe();
}
