import { endCodes } from '#server/accounts/one-time-code.ts';
import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';

/** By whom a password is changed over the network, in a session that goes on. */
export interface OwnChange {
  readonly acting: Acting;
  readonly sessionId: string;
  /** The hash of the password that was typed for it. */
  readonly from: string;
}

/**
 * Gives an account another password, which was found to be good, and ends its sessions but the one in which its own person did
 * it: whoever knew the old one is let in nowhere any more. One that somebody else typed (`own` null) is asked to be changed at the
 * next sign-in. False: meanwhile it has another one than the person typed.
 */
export async function changePassword(
  db: Db,
  accountId: string,
  passwordHash: string,
  now: Date,
  own: OwnChange | null = null,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ password_hash: passwordHash, password_good: true, password_due: own === null })
      .where('id', '=', accountId)
      .$if(own !== null, (query) => query.where('password_hash', '=', own!.from))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await tx
      .updateTable('session')
      .set({ revoked_at: now })
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .$if(own !== null, (query) => query.where('id', '<>', own!.sessionId))
      .execute();
    await endCodes(tx, accountId, now);
    const entry = own ? actOf(own.acting, 'sandi_diganti', {}) : { accountId, deviceId: null };
    await writeAudit(tx, { action: 'sandi_diganti', details: {}, ...entry });
    return true;
  });
}
