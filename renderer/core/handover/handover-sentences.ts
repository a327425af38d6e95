import { faultShown, sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { QueryFailure } from '#renderer/workers/sync/client.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { HandoverFault } from '#shared/contract/handover.ts';

/** What is said when decisions cannot leave in a file, or a file cannot be passed on. */
export const handoverSentences = {
  nothingToExport: {
    kind: 'tidak_ada',
    message: 'Tidak ada keputusan yang menunggu dikirim.',
    action: 'Lanjutkan pekerjaan Anda; semuanya sudah diterima server.',
  },
  exportNeedsSignIn: {
    kind: 'belum_masuk',
    message: 'Keputusan belum dapat diekspor: PC ini belum mendapat kunci berkas dari server.',
    action: 'Masuk sekali dengan jaringan. Keputusan Anda tetap tersimpan di PC ini.',
  },
  exportFailed: {
    kind: 'penyimpanan_gagal',
    message: 'Berkas serah terima tidak dapat dibuat: penyimpanan di PC ini gagal.',
    action: 'Coba sekali lagi. Keputusan Anda tetap tersimpan di PC ini.',
  },
  notAHandoverFile: {
    kind: 'bukan_berkas',
    message: 'Ini bukan berkas serah terima Meja Verifikator; tidak ada keputusan yang dikirim.',
    action: 'Pilih berkas yang namanya berakhir dengan .mejaserah.',
  },
  fileDamaged: {
    kind: 'rusak',
    message: 'Berkas serah terima ini berubah atau terpotong; tidak ada keputusan yang dikirim.',
    action: 'Buat berkas yang baru di PC asalnya.',
  },
  fileOfOtherVersion: {
    kind: 'versi_lain',
    message:
      'Berkas serah terima ini dibuat oleh versi aplikasi lain; tidak ada keputusan yang dikirim.',
    action: 'Perbarui aplikasi di PC ini, lalu kirimkan sekali lagi.',
  },
  handingOverNeedsSignIn: {
    kind: 'perlu_masuk',
    message: 'Berkas belum dikirim: sesi Anda sudah berakhir.',
    action: 'Masuk lagi dengan kata sandi Anda, lalu kirimkan sekali lagi.',
  },
  handingOverOffline: {
    kind: 'tak_terjangkau',
    message: 'Berkas belum dikirim: server tidak terjangkau.',
    action: 'Kirimkan lagi saat tersambung. Mengirim berkas yang sama dua kali tidak berbahaya.',
  },
} as const satisfies Record<string, ShownError>;

/** Why a file is not passed on, before the server is asked. */
export function fileRefused({ kind }: HandoverFault): ShownError {
  const shown = {
    bukan_berkas: handoverSentences.notAHandoverFile,
    rusak: handoverSentences.fileDamaged,
    versi_lain: handoverSentences.fileOfOtherVersion,
  };
  return shown[kind];
}

/** Why a hand-over file was not passed on. */
export function passOnFailed(problem: QueryFailure): ShownError {
  switch (problem.kind) {
    case 'perlu_masuk':
      return handoverSentences.handingOverNeedsSignIn;
    case 'pekerja_rusak':
      return sharedSentences.workerFailed;
    case 'luring':
    case 'timedOut':
    case 'cancelled':
      return handoverSentences.handingOverOffline;
    case 'bukan_jawaban':
    case 'penyimpanan':
    case 'server_lain':
    case 'server':
      return faultShown(problem);
    default:
      return assertNever(problem);
  }
}
