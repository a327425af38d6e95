import { findPasswordFaults, type PasswordOwner } from '#server/accounts/password-policy.ts';
import { passwordFaultSentences } from '#server/accounts/password-sentences.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Whether a password would be taken as a new one; says all that is wrong with it. */
export function checkNewPassword(
  password: string,
  owner: PasswordOwner,
): Result<undefined, ApiError> {
  const faults = findPasswordFaults(password, owner);
  if (faults.length === 0) return succeed(undefined);
  const message = passwordFaultSentences(faults);
  return fail(makeApiError('tidak_sah', { message, action: specificMessages.chooseOther }));
}
