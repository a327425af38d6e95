import { shownError, type ShownError } from '#renderer/core/shown-error.ts';

/** Sentences of the exchange with the server. */
export const syncSentences = {
  agreementNotKept: shownError(
    'penyimpanan_gagal',
    'Persetujuan Anda tidak dapat disimpan di PC ini. Tidak ada usul yang dihapus.',
    'Coba sekali lagi. Bila tetap gagal, muat ulang aplikasi.',
  ),
} as const satisfies Record<string, ShownError>;
