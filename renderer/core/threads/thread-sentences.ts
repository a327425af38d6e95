import { shownError, type ShownError } from '#renderer/core/shown-error.ts';

/** Sentences of what is written about usul. */
export const threadSentences = {
  nothingOpen: shownError(
    'tidak_terbuka',
    'Tidak ada percakapan yang terbuka pada usul ini.',
    'Untuk bertanya lagi, pilih Koordinasi.',
  ),
  empty: shownError('pesan_kosong', 'Pesan belum ditulis.', 'Tulis pesan, lalu kirim.'),
  tooLong: shownError(
    'pesan_panjang',
    'Pesan terlalu panjang.',
    'Ringkas pesan, paling banyak 2.000 huruf.',
  ),
  full: shownError(
    'penyimpanan_penuh',
    'Pesan TIDAK tersimpan: penyimpanan PC ini penuh.',
    'Kosongkan ruang disk, lalu kirim lagi. Yang Anda ketik masih ada di layar.',
  ),
  failed: shownError(
    'penyimpanan_gagal',
    'Pesan TIDAK tersimpan: penyimpanan di PC ini gagal.',
    'Kirim sekali lagi. Bila tetap gagal, tutup dan buka kembali aplikasi.',
  ),
} as const satisfies Record<string, ShownError>;
