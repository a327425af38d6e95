import type { SessionRefusal } from '#server/session/sessions.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** What a caller without a session is told: what is wrong with his PC or appointment, else no more than to sign in. */
export function sessionError({ kind }: SessionRefusal): ApiError {
  switch (kind) {
    case 'perangkat_dicabut':
    case 'penunjukan_berakhir':
      return makeApiError(kind);
    case 'menunggu':
    case 'ditolak':
    case 'pc_lain':
    case 'perlu_kunci':
      return makeApiError('tidak_berwenang', specificMessages.device[kind]);
    case 'tidak_dikenal':
    case 'dipakai_ulang':
      return makeApiError('belum_masuk');
    default:
      return assertNever(kind);
  }
}
