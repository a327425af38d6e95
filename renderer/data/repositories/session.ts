import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { forgetMeta, writeMeta } from '#renderer/data/repositories/meta.ts';
import { openMeta } from '#renderer/data/repositories/sealed-meta.ts';
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
  const left = await database.transaction('rw', [database.meta, database.audit], async () => {
    const row: unknown = await database.meta.get('tokens');
    await forgetMeta(database, 'tokens');
    await forgetMeta(database, 'passwordCheck');
    await appendAudit(database, { event: 'keluar', at, subject: accountId });
    return row;
  });
  return (await openMeta(database, 'tokens', left))?.accessToken ?? null;
}

/** Keeps what the password is compared with offline, unless the session was left meanwhile (in whichever window). */
export async function keepPasswordCheck(
  database: AccountDatabase,
  check: PasswordCheck,
): Promise<void> {
  await database.transaction('rw', database.meta, async () => {
    if (await database.meta.get('tokens')) await writeMeta(database, 'passwordCheck', check);
  });
}
