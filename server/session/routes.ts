import { notePassword } from '#server/accounts/accounts.ts';
import { findPasswordFaults } from '#server/accounts/password-policy.ts';
import { addressOf, limitCalls } from '#server/http/call-limit.ts';
import { registerRoute, type RouteContext, type RoutePorts } from '#server/http/register-route.ts';
import { keptDeviceSecret } from '#server/session/device-secrets.ts';
import { accessSeconds, type AccessTokens } from '#server/session/access-tokens.ts';
import type { EnrolmentPolicy } from '#server/session/enrolment-rules.ts';
import { keptVersion } from '#server/store/seen-versions.ts';
import { registerPasswords } from '#server/session/account-routes.ts';
import { changePassword } from '#server/session/change-password.ts';
import { registerFactor } from '#server/session/factor-routes.ts';
import { letIn } from '#server/session/let-in.ts';
import { makeProvePassword, provenKey } from '#server/session/prove-password.ts';
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
import { refreshProofText } from '#shared/contract/device-proof.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { Session } from '#shared/contract/session.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

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
  const { ports } = context;
  const prove = await makeProvePassword(context, parts.signInAttempts);
  registerFactor(context, prove);
  registerRoute(context, apiRoutes.signIn, async (call) => {
    const { body, appVersion: header } = call;
    const proven = await prove(call);
    if (!proven.ok) return proven;
    const { account: found, key } = proven.value;
    const entry = await letIn(ports, proven.value, body);
    if (!entry.ok) return entry;
    // Only now, and only here, is it known whether one of before the policy would still be taken.
    const isGood =
      body.newPassword !== undefined || findPasswordFaults(body.password, found).length === 0;
    await notePassword(ports.db, found, isGood);
    const device = { ...body.device, appVersion: keptVersion(header), key };
    const { account, letInBy } = entry.value;
    const { db, now } = ports;
    const opened = await openSession(db, account, device, now(), parts.enrolment, letInBy);
    if (!opened.ok) return fail(sessionError(opened.error));
    const { sessionId, deviceId } = opened.value;
    const { appointmentId } = account;
    const acting = { accountId: found.id, deviceId, appointmentId };
    const { newPasswordHash } = entry.value;
    if (newPasswordHash !== null) {
      const own = { acting, sessionId, from: letInBy.passwordHash };
      if (!(await changePassword(db, found.id, newPasswordHash, now(), own))) {
        await revokeSession(db, sessionId, now());
        return fail(makeApiError('belum_masuk'));
      }
    }
    await writeAudit(db, {
      accountId: found.id,
      deviceId,
      action: 'masuk',
      details: { sessionId, appointmentId },
    });
    const session = await describe(ports, parts, opened.value);
    return succeed({ ...session, ...(!isGood && { newPasswordAsked: true as const }) });
  });
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

/** The PC that a body names; only its own session lets it refresh. The body has been parsed before. */
function deviceOf(body: unknown): string {
  const id = typeof body === 'object' && body !== null && 'deviceId' in body ? body.deviceId : '';
  return typeof id === 'string' ? id.toLowerCase() : '';
}
