import type { SessionRefusal } from '#server/session/sessions.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';

/** What a caller without a session is told: that the PC is revoked, else no more than to sign in. */
export function sessionError({ kind }: SessionRefusal): ApiError {
  return makeApiError(kind === 'perangkat_dicabut' ? 'perangkat_dicabut' : 'belum_masuk');
}
