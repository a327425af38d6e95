import { activate, isActivationCode } from '#server/accounts/activation.ts';
import { findAccountByLogin, nipAsTyped } from '#server/accounts/accounts.ts';
import { isOneTimeCode, takeCode } from '#server/accounts/one-time-code.ts';
import { hashPassword, isPassword } from '#server/accounts/passwords.ts';
import { addressOf, limitCalls } from '#server/http/call-limit.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { checkNewPassword } from '#server/session/check-new-password.ts';
import { changePassword } from '#server/session/change-password.ts';
import { beginAttempt, forgetAttempts, type Trier } from '#server/session/sign-in-attempts.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** An office behind one address activates its accounts on one morning. */
const accountsPerAddress = 10;

/** First password for a code, and another one for whoever knows the one of before. */
export function registerPasswords(context: RouteContext, signInAttempts: number): void {
  registerActivation(context, signInAttempts);
  registerChange(context);
}

/** Whoever has no such code learns nothing: not whether the account exists, waits or was closed. */
function registerActivation(context: RouteContext, signInAttempts: number): void {
  const { app, ports } = context;
  const { db, now } = ports;
  const max = signInAttempts * accountsPerAddress;
  const tooMany = limitCalls(app, { max, minutes: 5, keyOf: addressOf });
  registerRoute(context, apiRoutes.activate, async ({ body, request, reply }) => {
    if (await tooMany(request, reply)) return fail(makeApiError('terlalu_sering'));
    if (!isStorableText(body)) return brokenText();
    const found = await findAccountByLogin(db, body.username);
    const use = found && (await useOf(db, found.id, body.code, now()));
    if (!found || !use) {
      // Counted apart from sign-ins, and of wrong codes alone: whoever guesses here keeps nobody out, neither there nor here.
      const login = `aktivasi ${nipAsTyped(body.username).toLowerCase()}`;
      const attempt = await begin(context, undefined, { login, deviceId: '', key: null });
      if (!attempt.ok) {
        void reply.header('retry-after', attempt.error.waitSeconds);
        return fail(makeApiError('terlalu_sering'));
      }
      const entry = { accountId: found?.id ?? null, deviceId: null, details: {} };
      await writeAudit(db, { ...entry, action: 'aktivasi_gagal' });
      return fail(makeApiError('tidak_sah', specificMessages.activation));
    }
    const checked = checkNewPassword(body.newPassword, found);
    if (!checked.ok) return checked;
    const passwordHash = await hashPassword(body.newPassword);
    const isDone = await use(db, { accountId: found.id, code: body.code, passwordHash }, now());
    return isDone
      ? succeed(undefined)
      : fail(makeApiError('tidak_sah', specificMessages.activation));
  });
}

function registerChange(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.changePassword, async ({ body, requester, reply }) => {
    const { account, deviceId, deviceKey: key, sessionId } = requester;
    if (!isStorableText(body)) return brokenText();
    const trier = { login: account.username, deviceId, key };
    const attempt = await begin(context, account.id, trier);
    if (!attempt.ok) {
      void reply.header('retry-after', attempt.error.waitSeconds);
      return fail(makeApiError('terlalu_sering'));
    }
    const found = await findAccountByLogin(db, account.username);
    if (found?.id !== account.id || !(await isPassword(body.oldPassword, found.passwordHash))) {
      return fail(makeApiError('tidak_sah', specificMessages.oldPassword));
    }
    await forgetAttempts(db, attempt.value);
    if (await isPassword(body.newPassword, found.passwordHash)) {
      return fail(makeApiError('tidak_sah', specificMessages.samePassword));
    }
    const checked = checkNewPassword(body.newPassword, found);
    if (!checked.ok) return checked;
    const acting = { accountId: account.id, deviceId, appointmentId: account.appointmentId };
    const passwordHash = await hashPassword(body.newPassword);
    const own = { acting, sessionId, from: found.passwordHash };
    return (await changePassword(db, account.id, passwordHash, now(), own))
      ? succeed(undefined)
      : fail(makeApiError('tidak_sah', specificMessages.oldPassword));
  });
}

/** What a code does: it opens an account for the first time, or lets in once whoever forgot the password; undefined: nothing. */
async function useOf(
  db: Db,
  accountId: string,
  code: string,
  now: Date,
): Promise<typeof activate | undefined> {
  if (await isActivationCode(db, accountId, code, now)) return activate;
  return (await isOneTimeCode(db, accountId, code, now)) ? takeCode : undefined;
}

async function begin(
  { ports: { db, now } }: RouteContext,
  accountId: string | undefined,
  trier: Trier,
): Promise<Result<string, { readonly waitSeconds: number }>> {
  const attempt = await beginAttempt(db, accountId, trier, now());
  return attempt.granted ? succeed(attempt.subject) : fail(attempt);
}

function brokenText(): Result<never, ApiError> {
  return fail(makeApiError('tidak_sah', { message: specificMessages.brokenText }));
}
