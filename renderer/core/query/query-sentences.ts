import { faultShown, sharedSentences } from '#renderer/core/shared-sentences.ts';
import { shownError, type ShownError } from '#renderer/core/shown-error.ts';
import type { QueryFailure } from '#renderer/workers/sync/client.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

const tooSlow = shownError(
  'terlalu_lama',
  'Server belum menjawab.',
  'Periksa sambungan jaringan, lalu coba lagi.',
);

const sessionOver = shownError(
  'perlu_masuk',
  'Sesi Anda sudah berakhir.',
  'Masuk kembali, lalu ulangi.',
);

/** Offline, and since when: what is looked at here lies at the server alone. */
function offline(lastContact: string | null): ShownError {
  const at = lastContact === null ? null : new Date(lastContact);
  const since = at ? ` sejak ${longDate(localDateOf(at))} pukul ${clock(at)}` : '';
  return shownError(
    'luring',
    `Luring${since}: layar ini memerlukan jaringan.`,
    'Periksa sambungan jaringan, lalu coba lagi.',
  );
}

function clock(at: Date): string {
  const [hours, minutes] = [at.getHours(), at.getMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hours}.${minutes}`;
}

/** Why a question to the server has no answer, and what to do. */
export function queryFailed(failure: QueryFailure): ShownError {
  switch (failure.kind) {
    case 'luring':
      return offline(failure.lastContact);
    case 'perlu_masuk':
      return sessionOver;
    case 'pekerja_rusak':
      return sharedSentences.workerFailed;
    case 'timedOut':
    case 'cancelled':
      return tooSlow;
    case 'bukan_jawaban':
    case 'penyimpanan':
    case 'server_lain':
    case 'server':
      return faultShown(failure);
    default:
      return assertNever(failure);
  }
}
