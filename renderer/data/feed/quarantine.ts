import { markUsul } from '#renderer/data/feed/marked-usul.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { UnreadableChange } from '#shared/contract/changes.ts';

/**
 * Notes changes that this application cannot read: which usul, its number in the feed and where it does not parse. What
 * they say is not kept: the server has it. Call it inside a read-write transaction with `meta`.
 */
export async function quarantine(
  database: AccountDatabase,
  unreadable: readonly UnreadableChange[],
): Promise<void> {
  const notes = new Map<string, unknown>();
  for (const [index, { usulId, seq, places }] of unreadable.entries()) {
    // One without a name counts as well; the next one at the same place takes its mark.
    notes.set(usulId ?? `tanpa-id-${seq ?? index}`, { seq, places });
  }
  await markUsul(database, 'karantina', notes);
}
