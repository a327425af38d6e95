import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { forgetMeta, readMeta, writeMeta } from '#renderer/data/repositories/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { PasswordCheck } from '#renderer/data/schema/stored-rows.ts';

/**
 * Forgets the tokens of the account and what unlocked it, and notes it, in one transaction. Resolves with the access
 * token that was in use, null when there was none.
 */
export async function leaveSession(
  database: AccountDatabase,
  accountId: string,
  at: Date,
): Promise<string | null> {
  return database.transaction('rw', [database.meta, database.audit], async () => {
    const tokens = await readMeta(database, 'tokens');
    await forgetMeta(database, 'tokens');
    await forgetMeta(database, 'passwordCheck');
    await appendAudit(database, { event: 'keluar', at, subject: accountId });
    return tokens?.accessToken ?? null;
  });
}

/** Keeps what the password is compared with offline, unless the session was left meanwhile (in whichever window). */
export async function keepPasswordCheck(
  database: AccountDatabase,
  check: PasswordCheck,
): Promise<void> {
  await database.transaction('rw', database.meta, async () => {
    if (await readMeta(database, 'tokens')) await writeMeta(database, 'passwordCheck', check);
  });
}
