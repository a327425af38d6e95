import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { findAppointment, standingOf } from '#server/accounts/appointments.ts';
import { lacksFactor } from '#server/accounts/factor/factor-policy.ts';
import { hasFactor } from '#server/accounts/factor/second-factor.ts';
import { enrolDevice, enrolKey, type DeviceStanding } from '#server/session/enrol-device.ts';
import type { EnrolmentPolicy } from '#server/session/enrolment-rules.ts';
import { nextAppointment } from '#server/session/choose-appointment.ts';
import { writeAudit } from '#server/store/audit.ts';
import { noteVersion } from '#server/store/seen-versions.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';

/** How long a refresh token works; every exchange begins the period anew. */
export const refreshDays = 60;
/** How long a session lives at most, however often it is continued: then its person signs in again. */
export const sessionDays = 180;

/** A session that lives: who, under which appointment, on which device. */
export interface LiveSession {
  readonly sessionId: string;
  readonly deviceId: string;
  readonly account: AppointedAccount;
  /** Version of the application at its sign-in or last refresh; null when it named none. */
  readonly appVersion: string | null;
  /** The key of the PC that it is signed with; null: it has none. */
  readonly deviceKey: string | null;
  /** When it last asked for changes, to a minute; null: never. */
  readonly pulledAt: Date | null;
}

/** A session with the refresh token that continues it; the token itself is stored nowhere on the server. */
export interface OpenedSession extends LiveSession {
  readonly refreshToken: string;
}

/**
 * Why a session is not opened or continued; `dipakai_ulang` has also ended it; `penunjukan_berakhir`: it is one under an
 * appointment that has ended.
 */
export type SessionRefusal =
  | { readonly kind: 'tidak_dikenal' }
  | { readonly kind: 'penunjukan_berakhir' }
  | { readonly kind: 'dipakai_ulang'; readonly accountId: string; readonly deviceId: string }
  | { readonly kind: Exclude<DeviceStanding, 'masuk'> };

/** The PC of a sign-in; `key`: the one that it proved to hold. */
export interface SignInDevice {
  readonly id: string;
  readonly name: string;
  readonly appVersion?: string | null;
  readonly key?: string | null;
}

/** By what an account was let in: its password as it lay, and whether it showed a second factor. */
export interface LetInBy {
  readonly passwordHash: string;
  readonly factor: boolean;
}

/** The PC that continues a session; `appointmentId`: what it works under, where it says so. */
export interface ContinuingDevice extends Omit<SignInDevice, 'name'> {
  readonly appointmentId?: string | undefined;
}

/** Every PC may be used at once, with or without a key. */
const openToAll: EnrolmentPolicy = { approval: 'automatic', keyRequired: false };

/**
 * Opens a session of an account, under an appointment that is valid, on a PC that it may use; an earlier one of the two of
 * them ends. `letInBy`: it is not opened where another password, or a second factor, came in between.
 */
export async function openSession(
  db: Db,
  account: AppointedAccount,
  { id, name, appVersion = null, key = null }: SignInDevice,
  now: Date,
  policy: EnrolmentPolicy = openToAll,
  letInBy?: LetInBy,
): Promise<Result<OpenedSession, SessionRefusal>> {
  return db.transaction().execute(async (tx): Promise<Result<OpenedSession, SessionRefusal>> => {
    if (letInBy && !(await stillLetsIn(tx, account.id, letInBy))) {
      return fail({ kind: 'tidak_dikenal' });
    }
    const device = { id, name, key };
    const standing = await enrolDevice(tx, account.id, device, { policy, now });
    if (standing !== 'masuk') return fail({ kind: standing });
    await tx
      .updateTable('session')
      .set({ revoked_at: now })
      .where('account_id', '=', account.id)
      .where('device_id', '=', device.id)
      .where('revoked_at', 'is', null)
      .execute();
    const sessionId = randomUUID();
    await tx
      .insertInto('session')
      .values({
        id: sessionId,
        account_id: account.id,
        appointment_id: account.appointmentId,
        device_id: device.id,
        app_version: appVersion,
        device_key: key,
        created_at: now,
      })
      .execute();
    await noteVersion(tx, { accountId: account.id, deviceId: device.id }, appVersion, now);
    const refreshToken = await issueToken(tx, sessionId, null, now);
    const live = {
      sessionId,
      deviceId: device.id,
      account,
      appVersion,
      deviceKey: key,
      pulledAt: null,
    };
    return succeed({ ...live, refreshToken });
  });
}

/** Whether an account would be let in by the same still; nobody changes that before the transaction ends. */
async function stillLetsIn(
  tx: Tx,
  accountId: string,
  { passwordHash, factor }: LetInBy,
): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('active', '=', true)
    .where('password_hash', '=', passwordHash)
    .forShare()
    .executeTakeFirst();
  return row !== undefined && (await hasFactor(tx, accountId)) === factor;
}

/** The session of an access token, when it, its device, its account and its appointment still stand. */
export async function findLiveSession(
  db: Db,
  sessionId: string,
  now: Date,
): Promise<Result<LiveSession, SessionRefusal>> {
  const session = await selectSession(db, now)
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return session ? liveOf(db, session, now) : fail({ kind: 'tidak_dikenal' });
}

/**
 * Exchanges a refresh token for the next one. The tokens of a session form a tree in which only one child of each may
 * ever be used:
 *
 *   unused, no sibling used → used now; a child is issued
 *   used, no child used     → the answer was lost on the way: another child is issued
 *   anything else           → two parties hold the session: it ends for both (`dipakai_ulang`)
 *
 * Where the PC says what it works under, the session goes on under that, or under another valid appointment of its account.
 */
export async function continueSession(
  db: Db,
  refreshToken: string,
  { id: deviceId, appVersion = null, key = null, appointmentId }: ContinuingDevice,
  now: Date,
  policy: EnrolmentPolicy = openToAll,
): Promise<Result<OpenedSession, SessionRefusal>> {
  const hash = hashOfToken(refreshToken);
  return db.transaction().execute(async (tx): Promise<Result<OpenedSession, SessionRefusal>> => {
    // The device before the session, as `openSession` locks them: in another order the two could wait for each other.
    await tx.selectFrom('device').select('id').where('id', '=', deviceId).forUpdate().execute();
    const session = await selectSession(tx, now)
      .innerJoin('refresh_token', 'refresh_token.session_id', 'session.id')
      .select(['refresh_token.parent_hash', 'refresh_token.expires_at'])
      .where('refresh_token.hash', '=', hash)
      .forUpdate('session')
      .executeTakeFirst();
    if (!session || session.expires_at <= now) return fail({ kind: 'tidak_dikenal' });
    const endsAt = session.created_at.getTime() + sessionDays * 86_400_000;
    if (endsAt <= now.getTime()) return fail({ kind: 'tidak_dikenal' });
    const under = await appointmentFor(tx, session, appointmentId, now);
    const live = await liveOf(tx, { ...session, appointment_id: under }, now);
    if (!live.ok) return live;
    // Without the key the token is somebody else's find: it neither goes on nor ends for its owner.
    if (session.device_key !== null && key !== session.device_key) {
      return fail({ kind: 'tidak_dikenal' });
    }
    const isReused = await isSuperseded(tx, hash, session.parent_hash);
    if (isReused || session.device_id !== deviceId) {
      await revokeSession(tx, session.id, now);
      const { account_id: accountId } = session;
      return fail({ kind: 'dipakai_ulang', accountId, deviceId: session.device_id });
    }
    const device = { id: deviceId, key };
    const isEnrolled = await enrolKey(tx, session.account_id, device, now);
    const deviceKey = isEnrolled ? key : session.device_key;
    if (policy.keyRequired && deviceKey === null) return fail({ kind: 'tidak_dikenal' });
    await tx.updateTable('refresh_token').set({ used_at: now }).where('hash', '=', hash).execute();
    await tx.updateTable('device').set({ last_seen_at: now }).where('id', '=', deviceId).execute();
    await tx
      .updateTable('session')
      .set({ app_version: appVersion, device_key: deviceKey, appointment_id: under })
      .where('id', '=', session.id)
      .execute();
    if (under !== session.appointment_id) {
      await writeAudit(tx, {
        accountId: session.account_id,
        deviceId,
        action: 'penunjukan_dipilih',
        details: { sessionId: session.id, appointmentId: under },
      });
    }
    await noteVersion(tx, { accountId: session.account_id, deviceId }, appVersion, now);
    const next = await issueToken(tx, session.id, hash, now);
    return succeed({ ...live.value, appVersion, deviceKey, refreshToken: next });
  });
}

/** Ends a session; its access and refresh tokens stop working at once. */
export async function revokeSession(db: Db | Tx, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ revoked_at: now })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Goes on with a session under another appointment of its account. */
export async function changeAppointment(
  db: Db,
  sessionId: string,
  appointmentId: string,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ appointment_id: appointmentId })
    .where('id', '=', sessionId)
    .execute();
}

function selectSession(db: Db | Tx, now: Date) {
  return db
    .selectFrom('session')
    .innerJoin('device', 'device.id', 'session.device_id')
    .select(['session.id', 'session.account_id', 'session.device_id', 'session.revoked_at'])
    .select(['session.app_version', 'session.pulled_at', 'session.device_key'])
    .select(['session.created_at', 'session.appointment_id'])
    .select('device.revoked_at as device_revoked_at')
    .select(lacksFactor(now).as('lacks_factor'));
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSession>['execute']>>[number];

async function appointmentFor(
  tx: Tx,
  { account_id: accountId, appointment_id: before }: SessionRow,
  wanted: string | undefined,
  now: Date,
): Promise<string> {
  if (wanted === undefined) return before;
  return (await nextAppointment(tx, accountId, [wanted, before], now)) ?? before;
}

async function liveOf(
  db: Db | Tx,
  session: SessionRow,
  now: Date,
): Promise<Result<LiveSession, SessionRefusal>> {
  if (session.device_revoked_at) return fail({ kind: 'perangkat_dicabut' });
  if (session.revoked_at) return fail({ kind: 'tidak_dikenal' });
  const held = await findAppointment(db, session.appointment_id);
  if (!held?.active || held.account.id !== session.account_id) {
    return fail({ kind: 'tidak_dikenal' });
  }
  const standing = standingOf(held, now);
  if (standing === 'berakhir') return fail({ kind: 'penunjukan_berakhir' });
  // A task of its person asks for a second factor by now: he or she signs in again, and is led to one.
  if (session.lacks_factor) return fail({ kind: 'tidak_dikenal' });
  // The server's clock was set back: nobody's appointment has ended by that.
  if (standing === 'belum') return fail({ kind: 'tidak_dikenal' });
  return succeed({
    sessionId: session.id,
    deviceId: session.device_id,
    account: held.account,
    appVersion: session.app_version,
    deviceKey: session.device_key,
    pulledAt: session.pulled_at,
  });
}

/** Whether the session has gone on past this token: a sibling or a child of it was used. */
async function isSuperseded(tx: Tx, hash: string, parentHash: string | null): Promise<boolean> {
  const used = await tx
    .selectFrom('refresh_token')
    .select('hash')
    .where('used_at', 'is not', null)
    .where('hash', '<>', hash)
    .where((where) =>
      where.or([
        where('parent_hash', '=', hash),
        ...(parentHash === null ? [] : [where('parent_hash', '=', parentHash)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return used !== undefined;
}

async function issueToken(
  tx: Tx,
  sessionId: string,
  parentHash: string | null,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('refresh_token')
    .values({
      hash: hashOfToken(token),
      session_id: sessionId,
      parent_hash: parentHash,
      expires_at: new Date(now.getTime() + refreshDays * 86_400_000),
    })
    .execute();
  return token;
}

function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
