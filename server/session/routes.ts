import {
  findAccountByLogin,
  nipAsTyped,
  notePassword,
  type StoredAccount,
} from '#server/accounts/accounts.ts';
import { mergedInto } from '#server/accounts/merge-accounts.ts';
import { findPasswordFaults } from '#server/accounts/password-policy.ts';
import { hashPassword, isPassword } from '#server/accounts/passwords.ts';
import { addressOf, limitCalls } from '#server/http/call-limit.ts';
import { isProof } from '#server/http/device-proof.ts';
import { registerRoute, type RouteContext, type RoutePorts } from '#server/http/register-route.ts';
import { keptDeviceSecret } from '#server/session/device-secrets.ts';
import { accessSeconds, type AccessTokens } from '#server/session/access-tokens.ts';
import type { EnrolmentPolicy } from '#server/session/enrolment-rules.ts';
import { keptVersion } from '#server/store/seen-versions.ts';
import { beginAttempt, forgetAttempts } from '#server/session/sign-in-attempts.ts';
import { registerPasswords } from '#server/session/account-routes.ts';
import { sessionError } from '#server/session/session-error.ts';
import { chooseAppointment, shownAppointments } from '#server/session/choose-appointment.ts';
import {
  changeAppointment,
  continueSession,
  openSession,
  revokeSession,
  type OpenedSession,
} from '#server/session/sessions.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import {
  refreshProofText,
  signInProofText,
  type DeviceProof,
} from '#shared/contract/device-proof.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import type { Session } from '#shared/contract/session.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** An office behind one address has many people; nobody there needs ten times the attempts of one account. */
const accountsPerAddress = 10;
/** Exchanges of refresh tokens of one PC in five minutes. */
const refreshesPerPc = 60;

/** What sessions need besides what every route has. */
export interface SessionParts {
  readonly tokens: AccessTokens;
  readonly policy: Session['policy'];
  readonly enrolment: EnrolmentPolicy;
  /** Sign-in attempts per account and address in five minutes. */
  readonly signInAttempts: number;
}

/** Sign-in, refresh, choice of the appointment and sign-out. */
export async function registerSession(context: RouteContext, parts: SessionParts): Promise<void> {
  await registerSignIn(context, parts);
  registerRefresh(context, parts);
  registerChoice(context);
  registerSignOut(context);
  registerPresence(context);
  registerPasswords(context, parts.signInAttempts);
}

async function registerSignIn(context: RouteContext, parts: SessionParts): Promise<void> {
  const { app, ports } = context;
  // Compared with when there is no such account, so that both answers take the same time.
  const nobodysHash = await hashPassword('tidak ada akun ini');
  const { signInAttempts } = parts;
  const limits = [
    // Else one address could try every account, or push a counter out of memory by naming thousands of others.
    limitCalls(app, { max: signInAttempts * accountsPerAddress, minutes: 5, keyOf: addressOf }),
    limitCalls(app, {
      max: signInAttempts,
      minutes: 5,
      keyOf: (request) => `${addressOf(request)} ${loginOf(request.body)}`,
    }),
  ];
  registerRoute(context, apiRoutes.signIn, async ({ body, appVersion: header, request, reply }) => {
    for (const tooMany of limits) {
      if (await tooMany(request, reply)) return fail(makeApiError('terlalu_sering'));
    }
    if (!isStorableText(body)) {
      return fail(makeApiError('tidak_sah', { message: specificMessages.brokenText }));
    }
    const proven = await provenKey(body.proof, signInProofText(body.device.id, body.username));
    if (!proven.ok) return proven;
    const found = await findAccountByLogin(ports.db, body.username);
    const tried = { login: loginOf(body), deviceId: body.device.id, key: proven.value };
    const attempt = await beginAttempt(ports.db, found?.id, tried, ports.now());
    if (!attempt.granted) {
      void reply.header('retry-after', attempt.waitSeconds);
      return fail(makeApiError('terlalu_sering'));
    }
    const isRight = await isPassword(body.password, found?.passwordHash ?? nobodysHash);
    if (!found?.active || !isRight) {
      return fail(await whyNotSignedIn(ports.db, found, isRight, body.device.id));
    }
    await forgetAttempts(ports.db, attempt.subject);
    // Only now, and only here, is it known whether one of before the policy would still be taken.
    const isGood = findPasswordFaults(body.password, found).length === 0;
    await notePassword(ports.db, found, isGood);
    const device = { ...body.device, appVersion: keptVersion(header), key: proven.value };
    const wish = { asked: body.appointmentId, deviceId: body.device.id };
    const chosen = await chooseAppointment(ports.db, found.id, wish, ports.now());
    if (!chosen.ok) return chosen;
    const { account } = chosen.value;
    const opened = await openSession(ports.db, account, device, ports.now(), parts.enrolment);
    if (!opened.ok) return fail(sessionError(opened.error));
    await writeAudit(ports.db, {
      accountId: found.id,
      deviceId: body.device.id,
      action: 'masuk',
      details: { sessionId: opened.value.sessionId, appointmentId: account.appointmentId },
    });
    const session = await describe(ports, parts, opened.value);
    return succeed({ ...session, ...(!isGood && { newPasswordAsked: true as const }) });
  });
}

/** An account that was merged says which one to use, to whoever knows its password; everybody else is told the same. */
async function whyNotSignedIn(
  db: Db,
  found: StoredAccount | undefined,
  isRight: boolean,
  deviceId: string,
): Promise<ApiError> {
  const other = found && isRight ? await mergedInto(db, found.id) : undefined;
  if (other !== undefined) {
    return makeApiError('tidak_berwenang', specificMessages.mergedInto(other));
  }
  const accountId = found?.id ?? null;
  await writeAudit(db, { accountId, deviceId, action: 'masuk_gagal', details: {} });
  return makeApiError('sandi_salah');
}

function registerRefresh(context: RouteContext, parts: SessionParts): void {
  const { app, ports } = context;
  const { db, now } = ports;
  // Each exchange leaves a token behind; a PC needs one in ten minutes, and one for each window that is opened.
  const tooMany = limitCalls(app, {
    max: refreshesPerPc,
    minutes: 5,
    keyOf: (request) => `${addressOf(request)} ${deviceOf(request.body)}`,
  });
  registerRoute(context, apiRoutes.refresh, async (call) => {
    const { body, request, reply, appVersion: header } = call;
    if (await tooMany(request, reply)) return fail(makeApiError('terlalu_sering'));
    const { deviceId: id, refreshToken, appointmentId } = body;
    const proven = await provenKey(body.proof, refreshProofText(id, refreshToken));
    if (!proven.ok) return proven;
    const device = { id, appVersion: keptVersion(header), key: proven.value, appointmentId };
    const continued = await continueSession(db, refreshToken, device, now(), parts.enrolment);
    if (continued.ok) return succeed(await describe(ports, parts, continued.value));
    if (continued.error.kind === 'dipakai_ulang') {
      const { accountId, deviceId } = continued.error;
      await writeAudit(db, { accountId, deviceId, action: 'token_dipakai_ulang', details: {} });
    }
    return fail(sessionError(continued.error));
  });
}

function registerChoice(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.chooseAppointment, async ({ body, requester }) => {
    const { account, deviceId, sessionId } = requester;
    const wish = { asked: body.appointmentId, deviceId };
    const chosen = await chooseAppointment(db, account.id, wish, now());
    if (!chosen.ok) return chosen;
    const { appointmentId } = chosen.value.account;
    await changeAppointment(db, sessionId, appointmentId);
    await writeAudit(db, {
      accountId: account.id,
      deviceId,
      action: 'penunjukan_dipilih',
      details: { sessionId, appointmentId },
    });
    return succeed({ ...chosen.value });
  });
}

/** For those who have no queue to ask for: that the session stands, and the time. */
function registerPresence(context: RouteContext): void {
  const { now } = context.ports;
  registerRoute(context, apiRoutes.presence, async () =>
    succeed({ serverTime: now().toISOString() }),
  );
}

function registerSignOut(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.signOut, async ({ requester }) => {
    await revokeSession(db, requester.sessionId, now());
    const { account, deviceId, sessionId } = requester;
    await writeAudit(db, {
      accountId: account.id,
      deviceId,
      action: 'keluar',
      details: { sessionId },
    });
    return succeed(undefined);
  });
}

async function describe(
  { db, now }: RoutePorts,
  { tokens, policy }: SessionParts,
  opened: OpenedSession,
): Promise<Session> {
  return {
    account: opened.account,
    accessToken: await tokens.make(opened.sessionId),
    accessExpiresInSeconds: accessSeconds,
    refreshToken: opened.refreshToken,
    deviceSecret: await keptDeviceSecret(db, opened.account.id, opened.deviceId),
    policy,
    serverTime: now().toISOString(),
    appointments: await shownAppointments(db, opened.account.id, now()),
    ...(opened.deviceKey !== null && { deviceKey: opened.deviceKey }),
  };
}

/** The key that a caller proved to hold; null: he states none. One that he does not hold is no oversight. */
async function provenKey(
  proof: DeviceProof | undefined,
  text: string,
): Promise<Result<string | null, ApiError>> {
  if (!proof) return succeed(null);
  return (await isProof(proof, text)) ? succeed(proof.key) : fail(makeApiError('belum_masuk'));
}

/** The PC that a body names; only its own session lets it refresh. The body has been parsed before. */
function deviceOf(body: unknown): string {
  const id = typeof body === 'object' && body !== null && 'deviceId' in body ? body.deviceId : '';
  return typeof id === 'string' ? id.toLowerCase() : '';
}

/** The name in one spelling, so that attempts on one account count together; the body has been parsed before. */
function loginOf(body: unknown): string {
  const login =
    typeof body === 'object' && body !== null && 'username' in body ? body.username : '';
  return typeof login === 'string' ? nipAsTyped(login).toLowerCase().slice(0, 60) : '';
}
