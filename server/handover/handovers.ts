import {
  endOf,
  findAppointment,
  lastAppointment,
  standingOf,
  type HeldAppointment,
} from '#server/accounts/appointments.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Sender } from '#server/commands/command-handler.ts';
import { newestVersion } from '#server/store/seen-versions.ts';
import type { Db } from '#server/store/database.ts';
import { keysOf, openStored, placeOfDeviceSecret } from '#server/store/secrets.ts';

/** Days that the secret of a revoked device or of a switched-off account stays, so that its decisions can still come. */
export const handoverDays = 60;

/** Who made a hand-over: the secret that opens it, and since when account or device may not decide any more. */
export interface HandoverSender extends Sender {
  readonly sessionId: null;
  readonly deviceSecret: string;
  /** Null while both of them stand. */
  readonly endedAt: Date | null;
  /** Since when not even the appointment that was used on the device stands; null while it does. */
  readonly appointmentEndedAt: Date | null;
}

/** A decision that was handed over and not taken in. */
export interface HandoverRefusal {
  readonly decisionId: string;
  readonly accountId: string;
  readonly deviceId: string;
  /** What was handed over: its JSON, as it came. */
  readonly payload: string;
  readonly reason: string;
  readonly message: string;
  readonly receivedAt: Date;
}

/** Who is behind an account on a device; undefined when the two never signed in here, or ended too long ago. */
export async function findHandoverSender(
  db: Db,
  accountId: string,
  deviceId: string,
  now: Date,
): Promise<HandoverSender | undefined> {
  const row = await db
    .selectFrom('device_secret')
    .innerJoin('device', 'device.id', 'device_secret.device_id')
    .innerJoin('account', 'account.id', 'device_secret.account_id')
    .select(['device_secret.secret', 'device.revoked_at', 'account.deactivated_at'])
    .where('device_secret.account_id', '=', accountId)
    .where('device_secret.device_id', '=', deviceId)
    .executeTakeFirst();
  const held = row && (await appointmentOnDevice(db, accountId, deviceId));
  if (!held) return undefined;
  const ends = [row.revoked_at, row.deactivated_at].filter((end) => end !== null);
  const endedAt = ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const appVersion = await newestVersion(db, accountId, deviceId);
  const place = placeOfDeviceSecret(accountId, deviceId);
  const secret = openStored(keysOf(db), place, row.secret);
  const deviceSecret = Buffer.from(secret).toString('base64');
  const { account } = held;
  const appointmentEndedAt = endedBy(held, now);
  const known = { deviceId, sessionId: null, appVersion, deviceSecret };
  return { account, ...known, endedAt, appointmentEndedAt };
}

/** The appointment that an account used last on a device, else its first one; whether it stands or not. */
export async function appointmentOnDevice(
  db: Db,
  accountId: string,
  deviceId: string,
): Promise<HeldAppointment | undefined> {
  return findAppointment(db, (await lastAppointment(db, accountId, deviceId)) ?? accountId);
}

/** When an appointment ended, if it has by now. */
export function endedBy(held: HeldAppointment, now: Date): Date | null {
  return standingOf(held, now) === 'berakhir' ? endOf(held) : null;
}

/** Forgets the secrets of those that ended `handoverDays` ago; what they seal opens for nobody any more. */
export async function forgetEndedSecrets(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - handoverDays * 86_400_000);
  await db
    .deleteFrom('device_secret')
    .using(['device', 'account'])
    .whereRef('device.id', '=', 'device_secret.device_id')
    .whereRef('account.id', '=', 'device_secret.account_id')
    .where((where) =>
      where.or([
        where('device.revoked_at', '<', before),
        where('account.deactivated_at', '<', before),
      ]),
    )
    .execute();
}

/** Keeps refused decisions of a hand-over for BKPSDM; one that was kept before stays with its first reason. */
export async function keepHandoverRefusals(
  db: Db,
  refusals: readonly HandoverRefusal[],
): Promise<void> {
  const rows = refusals.map((refusal) => ({
    decision_id: refusal.decisionId,
    account_id: refusal.accountId,
    device_id: refusal.deviceId,
    // As text: JSON escapes what PostgreSQL could not keep, and however deep it goes nobody has to follow.
    payload: refusal.payload,
    reason: refusal.reason,
    message: refusal.message,
    received_at: refusal.receivedAt,
  }));
  for (const chunk of inChunks(rows)) {
    await db
      .insertInto('handover_refusal')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['account_id', 'decision_id']).doNothing())
      .execute();
  }
}
