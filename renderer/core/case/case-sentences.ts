import type { SaveRefusal } from '#renderer/data/outbox/outbox.ts';
import { shownError, type ShownError } from '#renderer/core/shown-error.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** Sentences of the open usul and of deciding it. */
export const caseSentences = {
  outcomeMissing: shownError(
    'belum_dipilih',
    'Keputusan belum dipilih.',
    'Pilih salah satu keputusan, lalu simpan.',
  ),
  noUsulOpen: shownError('tidak_terbuka', 'Tidak ada usul yang terbuka.', 'Buka usul dari daftar.'),
  decisionInvalid: shownError(
    'tidak_sah',
    'Catatan atau nilai yang diketik terlalu panjang.',
    'Ringkas catatan (paling banyak 2.000 huruf) dan nilai dokumen (paling banyak 500 huruf).',
  ),
  storageFull: shownError(
    'penyimpanan_penuh',
    'Keputusan TIDAK tersimpan: penyimpanan PC ini penuh.',
    'Kosongkan ruang disk, lalu simpan lagi. Yang Anda ketik masih ada di layar.',
  ),
  storageFailed: shownError(
    'penyimpanan_gagal',
    'Keputusan TIDAK tersimpan: penyimpanan di PC ini gagal.',
    'Simpan sekali lagi. Bila tetap gagal, tutup dan buka kembali aplikasi.',
  ),
  takeReason: shownError(
    'alasan_tidak_sah',
    'Alasan mengambil alih perlu ditulis, paling banyak 500 huruf.',
    'Tulis atau ringkas alasannya.',
  ),
  takeFull: shownError(
    'penyimpanan_penuh',
    'Usul ini BELUM diambil: penyimpanan PC ini penuh.',
    'Kosongkan ruang disk, lalu ambil lagi.',
  ),
  takeFailed: shownError(
    'penyimpanan_gagal',
    'Usul ini BELUM diambil: penyimpanan di PC ini gagal.',
    'Coba sekali lagi. Bila tetap gagal, tutup dan buka kembali aplikasi.',
  ),
} as const satisfies Record<string, ShownError>;

/** Why a decision could not be stored. */
export function saveRefused(refusal: SaveRefusal): ShownError {
  switch (refusal) {
    case 'sudah_diputuskan':
      return shownError(
        'sudah_diputuskan',
        'Usul ini sudah diputuskan di PC ini.',
        'Lihat keputusannya di Antrean Kirim.',
      );
    case 'usul_berubah':
      return shownError(
        'usul_berubah',
        'Usul ini berubah selagi Anda memeriksanya.',
        'Periksa isinya yang sekarang, lalu putuskan lagi.',
      );
    case 'usul_tidak_ada':
      return shownError(
        'usul_tidak_ada',
        'Usul ini tidak ada lagi di meja Anda.',
        'Lanjutkan dengan usul berikutnya.',
      );
    default:
      return assertNever(refusal);
  }
}

/** Why an usul that a colleague has is not decided here. */
export function colleaguesUsul(name: string): string {
  return `Usul ini ditugaskan kepada ${name}.`;
}

/** Why an usul that was already decided here cannot be decided now. */
export const decidedHere = {
  menunggu: 'Sudah Anda putuskan dan tersimpan di PC ini; dapat diubah dari Antrean Kirim.',
  mengirim: 'Sudah Anda putuskan; keputusan sedang dikirim.',
  terkirim: 'Sudah Anda putuskan dan diterima server.',
} as const;

/** Why an usul that left this PC cannot be decided. */
export const leftThisDesk = 'Usul ini tidak ada lagi di meja Anda.';
