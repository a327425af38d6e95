import { randomBytes } from 'node:crypto';
import type { Db, Tx } from '#server/store/database.ts';

/**
 * The secret of an account on a device, in base64 (32 bytes): made when it is first asked for, the same ever after. Two
 * who ask first at the same moment get the same one.
 */
export async function keptDeviceSecret(
  db: Db | Tx,
  accountId: string,
  deviceId: string,
): Promise<string> {
  await db
    .insertInto('device_secret')
    .values({
      account_id: accountId,
      device_id: deviceId,
      secret: randomBytes(32).toString('base64'),
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'device_id']).doNothing())
    .execute();
  const row = await db
    .selectFrom('device_secret')
    .select('secret')
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .executeTakeFirstOrThrow();
  return row.secret;
}
