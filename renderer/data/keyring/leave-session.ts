import { appendAudit } from '#renderer/data/account/account-audit.ts';
import { forgetMeta } from '#renderer/data/rows/meta.ts';
import { openMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { lockedVault } from '#renderer/data/sealing/vault.ts';

/**
 * Forgets the tokens of the account, and notes it, in one transaction. Resolves with the access token that was in use;
 * null when there was none, or when it lies sealed and the key is not here.
 */
export async function leaveSession(
  database: AccountDatabase,
  accountId: string,
  at: Date,
): Promise<string | null> {
  const left = await database.transaction('rw', [database.meta, database.audit], async () => {
    const row: unknown = await database.meta.get('tokens');
    await forgetMeta(database, 'tokens');
    await appendAudit(database, { event: 'keluar', at, subject: accountId });
    return row;
  });
  if (database.vault === lockedVault) return null;
  return (await openMeta(database, 'tokens', left))?.accessToken ?? null;
}
