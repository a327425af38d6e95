import { readMeta, writeMeta } from '#renderer/data/repositories/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** What the account set or left behind on this PC, by part; whoever reads a part parses it. */
export async function readStoredPreferences(
  database: AccountDatabase,
): Promise<Readonly<Record<string, unknown>>> {
  return (await readMeta(database, 'preferences')) ?? {};
}

/** Stores the parts given; the others stay as another window may have left them. */
export async function storePreferences(
  database: AccountDatabase,
  parts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await database.transaction('rw', database.meta, async () => {
    await writeMeta(database, 'preferences', {
      ...(await readStoredPreferences(database)),
      ...parts,
    });
  });
}
