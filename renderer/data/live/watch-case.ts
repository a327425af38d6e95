import { liveQuery } from 'dexie';
import { readMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { outboxRowSchema, usulRowSchema } from '#renderer/data/schema/stored-rows.ts';

/**
 * Calls back when an usul changes or a command about it moves on: with a text that differs from the one before, or null
 * once the usul is no longer on this PC. The first call tells how it is. Returns how to stop.
 */
export function watchCase(
  database: AccountDatabase,
  usulId: string,
  listener: (mark: string | null) => void,
  onError: (cause: unknown) => void,
): () => void {
  const subscription = liveQuery(() =>
    database.transaction('r', [database.usul, database.outbox, database.meta], async () => {
      const usul = usulRowSchema.safeParse(await database.usul.get(usulId));
      if (!usul.success) return null;
      const stored = await database.outbox.where('usulId').equals(usulId).sortBy('id');
      const commands = stored.map((row) => {
        const parsed = outboxRowSchema.safeParse(row);
        return parsed.success ? `${parsed.data.id} ${parsed.data.state}` : '';
      });
      const { version, seq, assigned } = usul.data;
      const whose = assigned ? [`${assigned.number} ${assigned.to}`] : [];
      const forbidden = (await readMeta(database, 'correctionForbidden')) ?? [];
      return [version, seq, ...whose, ...commands, forbidden.join()].join('\n');
    }),
  ).subscribe({ next: listener, error: onError });
  return () => subscription.unsubscribe();
}
