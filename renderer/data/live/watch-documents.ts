import { liveQuery } from 'dexie';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { documentRowSchema } from '#renderer/data/schema/stored-rows.ts';

/**
 * Calls back with those of these documents that are no longer on their way to this PC (here, or not to be had), at first
 * and whenever that may have changed. Returns how to stop.
 */
export function watchDocuments(
  database: AccountDatabase,
  shas: readonly string[],
  listener: (settled: readonly string[]) => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(async () => {
    const rows = await database.documents.bulkGet([...shas]);
    return shas.filter((_sha256, index) => {
      const row = documentRowSchema.safeParse(rows[index]).data;
      return row?.state !== 'perlu';
    });
  }).subscribe({ next: listener, error: onError });
  return () => subscription.unsubscribe();
}
