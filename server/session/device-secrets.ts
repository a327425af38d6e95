import { randomBytes } from 'node:crypto';
import type { Db } from '#server/store/database.ts';
import { keysOf, openStored, placeOfDeviceSecret } from '#server/store/secrets.ts';

/**
 * The secret of an account on a device, in base64 (32 bytes): made when it is first asked for, the same ever after. Two
 * who ask first at the same moment get the same one.
 */
export async function keptDeviceSecret(
  db: Db,
  accountId: string,
  deviceId: string,
): Promise<string> {
  const [keys, place] = [keysOf(db), placeOfDeviceSecret(accountId, deviceId)];
  await db
    .insertInto('device_secret')
    .values({
      account_id: accountId,
      device_id: deviceId,
      secret: keys.seal(place, randomBytes(32)),
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'device_id']).doNothing())
    .execute();
  const { secret } = await db
    .selectFrom('device_secret')
    .select('secret')
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .executeTakeFirstOrThrow();
  return Buffer.from(openStored(keys, place, secret)).toString('base64');
}
