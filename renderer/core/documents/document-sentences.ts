import { shownError, type ShownError } from '#renderer/core/shown-error.ts';

/** Why a document cannot be had now. */
export const documentSentences = {
  documentUnknown: shownError(
    'dokumen_tidak_dikenal',
    'Dokumen ini tidak ada dalam daftar dokumen di PC ini.',
    'Sinkronkan, lalu buka kembali usul ini.',
  ),
  documentNotHere: shownError(
    'dokumen_belum_ada',
    'Dokumen ini belum selesai diambil dari server.',
    'Tunggu sampai jaringan tersambung, atau kerjakan usul lain dahulu.',
  ),
  documentGone: shownError(
    'dokumen_hilang',
    'Dokumen ini tidak ada atau rusak di server.',
    'Laporkan kepada BKPSDM; usul tetap dapat dikembalikan untuk diperbaiki.',
  ),
  documentUnreadable: shownError(
    'dokumen_tak_terbaca',
    'Dokumen ini tidak dapat dibaca dari penyimpanan PC ini.',
    'Buka kembali usul ini. Bila tetap gagal, muat ulang aplikasi.',
  ),
  documentDamaged: shownError(
    'dokumen_rusak',
    'Dokumen ini rusak di perjalanan dan sedang diambil ulang.',
    'Tunggu sebentar, lalu buka kembali.',
  ),
} as const satisfies Record<string, ShownError>;
