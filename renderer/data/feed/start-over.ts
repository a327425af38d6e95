import { listProgress } from '#renderer/data/feed/list-progress.ts';
import { listMarked, unmarkUsul, usulMarks } from '#renderer/data/feed/marked-usul.ts';
import { forgetMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { MetaKey, SealedMetaKey } from '#renderer/data/schema/stored-rows.ts';

// What the key that was lost sealed, or what would keep the server's data from being asked for again.
const lost: readonly (MetaKey | SealedMetaKey)[] = [
  'profile',
  'tokens',
  'deviceSecret',
  'preferences',
  ...listProgress,
  'appointment',
  'sessionAppointment',
];

/**
 * Clears what the server gives again, and what was read in it, after the key that sealed it was lost. What a person made (decisions, drafts)
 * stays as it lies, though nothing here can open it now.
 */
export async function startOver(database: AccountDatabase): Promise<void> {
  const { usul, usulBodies, snapshots, parked, meta } = database;
  const { documents, documentBytes, documentParts, readings, fingerprints } = database;
  const ofDocuments = [documents, documentBytes, documentParts, readings, fingerprints];
  const given = [usul, usulBodies, snapshots, parked, ...ofDocuments];
  await database.transaction('rw', [...given, meta], async () => {
    for (const table of given) await table.clear();
    for (const key of lost) await forgetMeta(database, key);
    for (const mark of usulMarks) {
      await unmarkUsul(database, mark, await listMarked(database, mark));
    }
  });
}
