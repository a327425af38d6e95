import { writeAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';

/** Gives an account another password, which was found to be good, and ends its sessions: whoever knew the old one is let in nowhere any more. */
export async function changePassword(
  db: Db,
  accountId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('account')
      .set({ password_hash: passwordHash, password_good: true })
      .where('id', '=', accountId)
      .execute();
    await tx
      .updateTable('session')
      .set({ revoked_at: now })
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .execute();
    await writeAudit(tx, { accountId, deviceId: null, action: 'sandi_diganti', details: {} });
  });
}
