/** What a server whose data went back in time says to the person at the terminal. */
export const epochSentences = {
  restoredSummary: 'Menyatakan bahwa basis data dipulihkan dari cadangan',
  wentBack: (number: number, until: Date) =>
    `Basis data ini lebih lama daripada tanda air (${timeOf(until)}): cadangan lama dipulihkan. ${opened(number)} ${repeat}`,
  restored: (number: number) => `${opened(number)} ${repeat}`,
  markMissing: (file: string) =>
    `Tanda air ${file} tidak ada, sehingga tidak dapat diperiksa apakah basis data mundur. Bila cadangan dipulihkan, jalankan "npm run server -- restored".`,
  markUnreadable: (file: string) =>
    `Tanda air ${file} tidak dapat dibaca. Pulihkan berkasnya; bila tidak bisa, hapus, lalu jalankan "npm run server -- restored".`,
  markUnwritable: (file: string) =>
    `Tanda air ${file} tidak dapat ditulis. Beri izin tulis, atau pilih tempat lain dengan MEJA_MARK_FILE.`,
} as const;

const repeat =
  'Kata sandi, akun, dan PC yang diubah sesudah cadangan itu dibuat perlu diperiksa lagi.';

function opened(number: number): string {
  return `Zaman ${number} dibuka: semua orang masuk lagi, dan PC mengirim lagi keputusan yang tidak ada di sini.`;
}

function timeOf(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
}
