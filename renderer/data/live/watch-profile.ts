import { liveQuery } from 'dexie';
import { openMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { SealedMetaValue } from '#renderer/data/schema/stored-rows.ts';

/**
 * Calls back with who sits here, under which appointment, whenever that is written anew, by whichever window or worker; the
 * first call tells how it is. Nothing is told of an account that was erased. Returns how to stop.
 */
export function watchProfile(
  database: AccountDatabase,
  listener: (profile: SealedMetaValue<'profile'>) => void,
  onError: (cause: unknown) => void,
): () => void {
  let stopped = false;
  let telling = Promise.resolve();
  const fail = (cause: unknown): void => {
    // Whoever stopped closes the database under what was still being read.
    if (!stopped) onError(cause);
  };
  const tell = async (row: unknown): Promise<void> => {
    const profile = await openMeta(database, 'profile', row);
    if (profile && !stopped) listener(profile);
  };
  const subscription = liveQuery(() => database.meta.get('profile')).subscribe({
    next: (row) => {
      telling = telling.then(() => tell(row)).catch(fail);
    },
    error: fail,
  });
  return () => {
    stopped = true;
    subscription.unsubscribe();
  };
}
