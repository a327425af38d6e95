import { factorAskedFrom } from '#server/accounts/factor/factor-policy.ts';
import { confirmFactor, hasFactor, proveFactor } from '#server/accounts/factor/second-factor.ts';
import { hashPassword, isPassword } from '#server/accounts/passwords.ts';
import type { RoutePorts } from '#server/http/register-route.ts';
import { checkNewPassword } from '#server/session/check-new-password.ts';
import { chooseAppointment, type ChosenAppointment } from '#server/session/choose-appointment.ts';
import type { ProvenPassword } from '#server/session/prove-password.ts';
import { forgetAttempts } from '#server/session/sign-in-attempts.ts';
import type { LetInBy } from '#server/session/sessions.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import type { SignInRequest } from '#shared/contract/session.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Who is let in: under which appointment, by what, and with which password from now on (null: the same). */
export interface Entry extends Pick<ChosenAppointment, 'account'> {
  readonly letInBy: LetInBy;
  readonly newPasswordHash: string | null;
}

/**
 * Asks, after the password, for all else that an account must show, in the order in which a person is asked: another password
 * where somebody else typed this one, then the second factor, which is used up last. What is asked of a person must come at once
 * with all that was asked before it: nothing is changed half.
 */
export async function letIn(
  { db, now }: Pick<RoutePorts, 'db' | 'now'>,
  { account, subject }: ProvenPassword,
  body: SignInRequest,
): Promise<Result<Entry, ApiError>> {
  const { appointmentId, device, newPassword } = body;
  const wish = { asked: appointmentId, deviceId: device.id };
  const chosen = await chooseAppointment(db, account.id, wish, now());
  if (!chosen.ok) return chosen;
  if (newPassword === undefined && account.passwordDue) {
    return fail(makeApiError('sandi_baru_diperlukan'));
  }
  const checked = newPassword === undefined ? null : await checkNew(account, newPassword);
  if (checked?.ok === false) return checked;
  const factor = await askFactor({ db, now }, account.id, body);
  if (!factor.ok) return factor;
  await forgetAttempts(db, subject);
  return succeed({
    account: chosen.value.account,
    letInBy: { passwordHash: account.passwordHash, factor: factor.value },
    newPasswordHash: newPassword === undefined ? null : await hashPassword(newPassword),
  });
}

async function checkNew(
  account: ProvenPassword['account'],
  password: string,
): Promise<Result<undefined, ApiError>> {
  if (await isPassword(password, account.passwordHash)) {
    return fail(makeApiError('tidak_sah', specificMessages.samePassword));
  }
  return checkNewPassword(password, account);
}

/** Whether a second factor was shown (false: there is none, and none is asked for). */
async function askFactor(
  { db, now }: Pick<RoutePorts, 'db' | 'now'>,
  accountId: string,
  { code, newFactor, device }: SignInRequest,
): Promise<Result<boolean, ApiError>> {
  const has = await hasFactor(db, accountId);
  if (has || newFactor === true) {
    if (code === undefined) return fail(makeApiError('kode_diperlukan'));
    const owner = { accountId, deviceId: device.id };
    const prove = newFactor === true ? confirmFactor : proveFactor;
    return (await prove(db, owner, code, now())) ? succeed(true) : fail(makeApiError('kode_salah'));
  }
  const asked = await factorAskedFrom(db, accountId, now());
  return asked?.isDue === true ? fail(makeApiError('faktor_wajib')) : succeed(false);
}
