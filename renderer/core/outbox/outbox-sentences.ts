import type { OutboxState } from '#renderer/data/schema/rows.ts';
import { shownError, type ShownError } from '#renderer/core/shown-error.ts';
import type { ApiError } from '#shared/contract/api-error.ts';

type Refusal = Pick<Extract<OutboxState, { kind: 'ditolak' }>, 'error' | 'current'>;

/** Sentences of what is done to a decision that was made. */
export const outboxSentences = {
  decisionNotFound: shownError(
    'tidak_ditemukan',
    'Keputusan ini tidak ada lagi di antrean.',
    'Muat ulang daftar Antrean Kirim.',
  ),
  beingSent: shownError(
    'sedang_dikirim',
    'Keputusan ini sedang dikirim, sehingga tidak dapat diubah lagi.',
    'Tunggu jawaban server.',
  ),
  alreadyDelivered: shownError(
    'sudah_terkirim',
    'Keputusan ini sudah diterima server.',
    'Perubahan hanya dapat dilakukan melalui BKPSDM.',
  ),
  alreadyRedone: shownError(
    'sudah_diulang',
    'Keputusan ini sudah diganti dengan keputusan baru.',
    'Lihat keputusan yang baru di Antrean Kirim.',
  ),
  usulGone: shownError(
    'usul_tidak_ada',
    'Usul ini tidak ada lagi di meja Anda, sehingga tidak dapat diputuskan ulang.',
    'Pilih "Lepaskan"; catatan keputusan Anda tetap tersimpan di sini.',
  ),
  sentAnyway: shownError(
    'usul_tidak_ada',
    'Usul ini tidak ada lagi di meja Anda, sehingga keputusannya tidak dapat diubah.',
    'Tunggu jawaban server; keputusan tetap dikirim.',
  ),
  alreadyLetGo: shownError(
    'sudah_dilepas',
    'Keputusan ini sudah Anda lepaskan.',
    'Buka usulnya dari Kotak Masuk bila masih ada di sana.',
  ),
  needsNoLettingGo: shownError(
    'tidak_perlu_dilepas',
    'Keputusan ini tidak lagi menunggu tindakan Anda.',
    'Lihat keadaannya yang sekarang di Antrean Kirim.',
  ),
  outboxUnchanged: shownError(
    'penyimpanan_gagal',
    'Antrean Kirim tidak dapat diubah: penyimpanan di PC ini gagal atau penuh.',
    'Kosongkan ruang disk, lalu coba sekali lagi. Keputusan yang tersimpan tetap aman.',
  ),
} as const satisfies Record<string, ShownError>;

/**
 * Why the server refused a decision, for people. Its "not allowed" without a word of where the usul stands means that
 * the usul is not (or no longer) one of the unit: nothing that the person did wrong, and nothing to ask an admin about.
 */
export function refusalShown({ error: given, current }: Refusal): ApiError {
  if (given.kind !== 'tidak_berwenang' || current !== null) return given;
  return {
    ...given,
    message: 'Usul ini tidak ada lagi dalam lingkup unit Anda.',
    action: 'Lepaskan keputusan ini; usulnya mungkin dipindahkan atau dihapus.',
  };
}
