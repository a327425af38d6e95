import { shownError } from '#renderer/core/shown-error.ts';

/** What is said of a change of password. */
export const passwordSentences = {
  notOnThisPc: shownError(
    'penyimpanan_gagal',
    'Kata sandi sudah diganti di server, tetapi PC ini belum mencatatnya.',
    'Buka kunci berikutnya dengan kata sandi baru selagi ada jaringan.',
  ),
} as const;
