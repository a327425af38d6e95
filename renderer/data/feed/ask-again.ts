import { requestRebuild } from '#renderer/data/feed/feed.ts';
import { listMarked, unmarkUsul } from '#renderer/data/feed/marked-usul.ts';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Asks the server again for what could not be read, when another version of the application starts: perhaps it can. The
 * list is built again then; what is still unreadable is noted anew.
 */
export async function askAgainAfterUpdate(
  database: AccountDatabase,
  appVersion: string,
  at: Date,
): Promise<void> {
  await database.transaction('rw', [database.audit, database.meta], async () => {
    if ((await readMeta(database, 'readerVersion')) === appVersion) return;
    await writeMeta(database, 'readerVersion', appVersion);
    const marked = await listMarked(database, 'karantina');
    if (marked.length === 0) return;
    await unmarkUsul(database, 'karantina', marked);
    await requestRebuild(database, at);
  });
}
