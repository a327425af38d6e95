import { faultShown, sharedSentences } from '#renderer/core/shared-sentences.ts';
import { shownError, type ShownError } from '#renderer/core/shown-error.ts';
import type { Ask } from '#renderer/core/query/ask.ts';

type AskFailure = Extract<Awaited<ReturnType<Ask>>, { ok: false }>['error'];

/** Sentences of approval in bulk. */
export const bulkSentences = {
  storageFull: shownError(
    'penyimpanan_penuh',
    'TIDAK tersimpan: penyimpanan PC ini penuh.',
    'Kosongkan ruang disk, lalu coba lagi.',
  ),
  storageFailed: shownError(
    'penyimpanan_gagal',
    'TIDAK tersimpan: penyimpanan di PC ini gagal.',
    'Coba sekali lagi. Bila tetap gagal, tutup dan buka kembali aplikasi.',
  ),
  nothingSelected: shownError(
    'tidak_ada_pilihan',
    'Belum ada usul yang dipilih.',
    'Pilih sedikitnya satu usul.',
  ),
  noBatch: shownError(
    'tidak_ada_pilihan',
    'Tidak ada persetujuan massal yang berjalan.',
    'Pilih usul lebih dahulu.',
  ),
  offline: shownError(
    'luring',
    'Keadaan di server belum diketahui: tidak ada jaringan.',
    'Teruskan pekerjaan; keadaannya diperbarui saat tersambung.',
  ),
  needsSignIn: shownError(
    'perlu_masuk',
    'Keadaan di server belum diketahui: sesi Anda sudah berakhir.',
    'Masuk lagi dengan kata sandi Anda.',
  ),
} as const satisfies Record<string, ShownError>;

/** Why the server could not be asked how the batch stands. */
export function askFailed(problem: AskFailure): ShownError {
  switch (problem.kind) {
    case 'perlu_masuk':
      return bulkSentences.needsSignIn;
    case 'pekerja_rusak':
      return sharedSentences.workerFailed;
    case 'luring':
    case 'timedOut':
    case 'cancelled':
      return bulkSentences.offline;
    case 'bukan_jawaban':
    case 'penyimpanan':
    case 'server_lain':
    case 'server':
      return faultShown(problem);
  }
}
