import { changeSealedMeta, readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** What the account set or left behind on this PC, by part; whoever reads a part parses it. */
export async function readStoredPreferences(
  database: AccountDatabase,
): Promise<Readonly<Record<string, unknown>>> {
  return (await readSealedMeta(database, 'preferences')) ?? {};
}

/** Stores parts, made of those that another window may have stored meanwhile; parts that are not made stay as they are. */
export async function storePreferences(
  database: AccountDatabase,
  make: (stored: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Promise<void> {
  await changeSealedMeta(database, 'preferences', (stored = {}) => ({
    ...stored,
    ...make(stored),
  }));
}
