import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { forgetMeta, readMeta } from '#renderer/data/repositories/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Forgets the tokens of the account and notes it, in one transaction. Resolves with the access token that was in use,
 * null when there was none.
 */
export async function leaveSession(
  database: AccountDatabase,
  accountId: string,
  at: Date,
): Promise<string | null> {
  return database.transaction('rw', [database.meta, database.audit], async () => {
    const tokens = await readMeta(database, 'tokens');
    await forgetMeta(database, 'tokens');
    await appendAudit(database, { event: 'keluar', at, subject: accountId });
    return tokens?.accessToken ?? null;
  });
}
