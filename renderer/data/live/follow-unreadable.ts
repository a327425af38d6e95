import { liveQuery } from 'dexie';
import type { ReadableTable } from '#renderer/data/rows/set-aside.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { setAsideSchema } from '#renderer/data/schema/stored-rows.ts';

/** Follows how many rows of a table could not be read and were set aside. Returns how to stop. */
export function followUnreadable(
  database: AccountDatabase,
  table: ReadableTable,
  listener: (count: number) => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(async () => {
    const rows = await database.setAside.toArray();
    return rows.filter((row) => setAsideSchema.safeParse(row).data?.table === table).length;
  }).subscribe({ next: listener, error: onError });
  return () => subscription.unsubscribe();
}
