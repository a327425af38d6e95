import { shownError, type ShownError } from '#renderer/core/shown-error.ts';

/** Sentences of the journal of decisions. */
export const seatSentences = {
  journalUnreadable: shownError(
    'penyimpanan_gagal',
    'Jurnal keputusan di PC ini tidak dapat dibaca. Keputusan yang ada di Antrean Kirim tetap dikirim.',
    'Muat ulang aplikasi; bila terulang, hubungi admin.',
  ),
} as const satisfies Record<string, ShownError>;

/** Decisions that the local database had lost and the journal still had. */
export function restoredFromJournal(count: number): string {
  return `${count} keputusan dipulihkan dari jurnal dan akan dikirim. Lihat Antrean Kirim.`;
}
