import { sql } from 'kysely';
import {
  enrolmentAnswer,
  type EnrolmentAnswer,
  type EnrolmentPolicy,
} from '#server/session/enrolment-rules.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Tx } from '#server/store/database.ts';
import type { DeviceKeyTable } from '#server/store/session-tables.ts';

/** A PC on which an account signs in. */
export interface ArrivingDevice {
  readonly id: string;
  readonly name: string;
  /** The key that it proved to hold (see `deviceKeySchema`); null: none. */
  readonly key: string | null;
}

/** How an account stands with a PC; `perangkat_dicabut`: nobody may use it any more. */
export type DeviceStanding = EnrolmentAnswer | 'perangkat_dicabut';

/** So many PCs of one account wait at most: more is no person. */
const mostWaiting = 10;

/**
 * Enrols a PC for an account, or leaves it waiting for an admin, as the policy says. The PC's row is locked: two sign-ins
 * on it follow one another. Its name is that of its first sign-in, until one shows that it is the same PC.
 */
export async function enrolDevice(
  tx: Tx,
  accountId: string,
  device: ArrivingDevice,
  { policy, now }: { readonly policy: EnrolmentPolicy; readonly now: Date },
): Promise<DeviceStanding> {
  const { revoked_at: revokedAt } = await tx
    .insertInto('device')
    .values({ id: device.id, name: device.name, last_seen_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: device.id }))
    .returning('revoked_at')
    .executeTakeFirstOrThrow();
  if (revokedAt) return 'perangkat_dicabut';
  const keys = await keysOf(tx, device.id);
  const standing = await standingOf(tx, accountId, device.id);
  const hasKeys = keys.length > 0;
  const proof = device.key === null ? 'none' : keys.includes(device.key) ? 'fits' : 'other';
  const hadOneRevoked = await hadDeviceRevoked(tx, accountId);
  const answer = enrolmentAnswer({ policy, standing, hadOneRevoked, hasKeys, proof });
  if (answer === 'masuk') {
    const isThisPc = standing === 'berlaku' && (proof === 'fits' || !hasKeys);
    await noteArrival(tx, device, isThisPc, now);
    await enrol(tx, accountId, device.id, now);
    const vouches = hasKeys || (await wasHereFirst(tx, accountId, device.id));
    await putKey(tx, accountId, device, { state: vouches ? 'berlaku' : 'sementara', now });
  } else if (answer === 'menunggu') await keepAsking(tx, accountId, device, now);
  return answer;
}

/**
 * Whether a session of before goes on under this key: one that the PC has, or the first that the account shows on it. It binds
 * that session, and becomes the PC's with the next sign-in: a token may have been found.
 */
export async function enrolKey(
  tx: Tx,
  accountId: string,
  device: Omit<ArrivingDevice, 'name'>,
  now: Date,
): Promise<boolean> {
  if (device.key === null) return false;
  const keys = [...(await keysOf(tx, device.id)), ...(await keysShown(tx, accountId, device.id))];
  if (keys.length > 0) return keys.includes(device.key);
  await putKey(tx, accountId, device, { state: 'sementara', now });
  return true;
}

async function enrol(tx: Tx, accountId: string, deviceId: string, now: Date): Promise<void> {
  await tx
    .insertInto('enrolment')
    .values({ account_id: accountId, device_id: deviceId, state: 'berlaku', asked_at: now })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'device_id']).doUpdateSet({ state: 'berlaku' }),
    )
    .execute();
}

/**
 * Whether of those who use a PC this one was there first. The first key of a PC of before comes with a sign-in of that
 * person: anybody else may only know its id.
 */
async function wasHereFirst(tx: Tx, accountId: string, deviceId: string): Promise<boolean> {
  const first = await tx
    .selectFrom('enrolment')
    .innerJoin('account', 'account.id', 'enrolment.account_id')
    .select('account.id')
    .where('enrolment.device_id', '=', deviceId)
    .where('enrolment.state', '=', 'berlaku')
    .where('account.active', '=', true)
    .orderBy('enrolment.asked_at')
    .orderBy('account.id')
    .limit(1)
    .executeTakeFirst();
  return first?.id === accountId;
}

async function keepAsking(
  tx: Tx,
  accountId: string,
  device: ArrivingDevice,
  now: Date,
): Promise<void> {
  const { count } = await tx
    .selectFrom('enrolment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('state', '=', 'menunggu')
    .executeTakeFirstOrThrow();
  if (count >= mostWaiting) return;
  const { numInsertedOrUpdatedRows: isNew = 0n } = await tx
    .insertInto('enrolment')
    .values({ account_id: accountId, device_id: device.id, state: 'menunggu', asked_at: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'device_id']).doNothing())
    .executeTakeFirst();
  await putKey(tx, accountId, device, { state: 'menunggu', now });
  if (isNew === 0n) return;
  await writeAudit(tx, {
    accountId,
    deviceId: device.id,
    action: 'perangkat_menunggu',
    details: {},
  });
}

type KeyState = DeviceKeyTable['state'];
/** What a key of that state may have been before. */
const weaker: Readonly<Record<KeyState, readonly KeyState[]>> = {
  sementara: [],
  menunggu: ['sementara'],
  berlaku: ['sementara', 'menunggu'],
};

async function putKey(
  tx: Tx,
  accountId: string,
  { id, key }: Omit<ArrivingDevice, 'name'>,
  { state, now }: { readonly state: KeyState; readonly now: Date },
): Promise<void> {
  if (key === null) return;
  const { numInsertedOrUpdatedRows: changed = 0n } = await tx
    .insertInto('device_key')
    .values({ device_id: id, key, account_id: accountId, state, enrolled_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['device_id', 'key'])
        .doUpdateSet({ state })
        .where('device_key.state', '=', sql<KeyState>`ANY(${[...weaker[state]]}::text[])`),
    )
    .executeTakeFirst();
  if (changed === 0n || state !== 'berlaku') return;
  await writeAudit(tx, { accountId, deviceId: id, action: 'kunci_perangkat', details: {} });
}

async function noteArrival(
  tx: Tx,
  { id, name }: ArrivingDevice,
  isThisPc: boolean,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('device')
    .set({ last_seen_at: now, ...(isThisPc && { name }) })
    .where('id', '=', id)
    .execute();
}

async function keysOf(tx: Tx, deviceId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('device_key')
    .select('key')
    .where('device_id', '=', deviceId)
    .where('state', '=', 'berlaku')
    .execute();
  return rows.map(({ key }) => key);
}

/** Keys that sessions of the account have shown on a PC, and that nobody has vouched for. */
async function keysShown(tx: Tx, accountId: string, deviceId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('device_key')
    .select('key')
    .where('device_id', '=', deviceId)
    .where('account_id', '=', accountId)
    .where('state', '=', 'sementara')
    .execute();
  return rows.map(({ key }) => key);
}

async function standingOf(tx: Tx, accountId: string, deviceId: string) {
  const row = await tx
    .selectFrom('enrolment')
    .select('state')
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  return row?.state ?? null;
}

async function hadDeviceRevoked(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM enrolment JOIN device ON device.id = enrolment.device_id
    WHERE enrolment.account_id = ${accountId} AND enrolment.state = 'berlaku'
      AND device.revoked_at IS NOT NULL LIMIT 1`.execute(tx);
  return rows.length > 0;
}
