import { liveQuery } from 'dexie';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Calls back when an usul, or what was typed about it, may have changed, in whichever window; the first call comes when
 * watching begins. Returns how to stop.
 */
export function watchTyped(
  database: AccountDatabase,
  usulId: string,
  listener: () => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(async () => {
    await database.usul.get(usulId);
    await database.drafts.get(usulId);
  }).subscribe({ next: listener, error: onError });
  return () => subscription.unsubscribe();
}
