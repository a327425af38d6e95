import { sentences } from '#renderer/core/sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Fault, SignInFailure } from '#renderer/workers/sync/client.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** A failed call to the server, for people; the server's own words where it gave some. */
export function faultShown(fault: Fault): ShownError {
  switch (fault.kind) {
    case 'tak_terjangkau':
      return {
        kind: 'tak_terjangkau',
        message: 'Server tidak terjangkau.',
        action: 'Periksa sambungan jaringan. Pekerjaan dapat dilanjutkan tanpa jaringan.',
      };
    case 'bukan_jawaban':
      return {
        kind: 'bukan_jawaban',
        message:
          'Jawaban yang diterima bukan dari server pusat. Pekerjaan tetap tersimpan dan dikirim nanti.',
        action: 'Bila memakai Wi-Fi yang meminta masuk, masuklah dahulu lewat peramban.',
      };
    case 'server':
      return fault.error;
    case 'penyimpanan':
      return {
        kind: 'penyimpanan_gagal',
        message: 'Data dari server tidak dapat disimpan di PC ini.',
        action: 'Kosongkan ruang disk. Keputusan yang sudah tersimpan tetap aman.',
      };
    default:
      return assertNever(fault);
  }
}

/** Why a sign-in failed; without network it says that the first one needs it. */
export function signInFailed(problem: SignInFailure): ShownError {
  if (problem.kind === 'pekerja_rusak') return sentences.pekerjaRusak;
  if (problem.kind === 'penyimpanan') return sentences.sesiTidakTersimpan;
  if (problem.kind === 'bukan_jawaban') return sentences.masukBukanServer;
  return problem.kind === 'tak_terjangkau' ? sentences.masukTanpaJaringan : faultShown(problem);
}

/** Why the decisions of a desk that this version cannot open were not sent. */
export function sendWaitingFailed(problem: SignInFailure): ShownError {
  if (problem.kind === 'penyimpanan') return sentences.antreanTakTerbaca;
  return signInFailed(problem);
}
