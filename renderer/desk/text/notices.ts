import type { TakenOver } from '#shared/records/told-assignment.ts';
import { formatCount, formatSpan } from '#renderer/ui/format/amounts.ts';

/** Words of the lines over the status bar: what a person should know beside the connection. */
export const noticesText = {
  label: 'Pemberitahuan',
  broughtBack: (name: string, sentence: string) =>
    `Usul ${name} kembali ke meja, keputusannya belum dikirim. ${sentence}`,
  broughtBackMany: (count: number, name: string, sentence: string) =>
    `${formatCount(count)} usul kembali ke meja, keputusannya belum dikirim. ${name}: ${sentence}`,
  refused: (sentence: string, typed: string, others: number) =>
    sentence +
    (typed === '' ? '' : ` Yang Anda tulis: “${typed}”`) +
    (others === 0 ? '' : ` Ditolak pula ${formatCount(others)} lainnya; lihat Antrean Kirim.`),
  open: 'Buka',
  takenOver: ({ employeeName, by, reason }: TakenOver, others: number) =>
    `${by} mengambil alih usul ${employeeName} dari Anda: “${shortened(reason)}”` +
    (others === 0 ? '' : ` Begitu pula ${formatCount(others)} usul lain.`),
  held: (gone: number, of: number) =>
    `Server melaporkan ${formatCount(gone)} dari ${formatCount(of)} usul tidak lagi ditugaskan kepada Anda. Tidak ada yang dihapus sebelum Anda menyetujuinya.`,
  review: 'Tinjau',
  agreed: (gone: number) =>
    `Anda menyetujui penghapusan ${formatCount(gone)} usul dari PC ini; dilakukan begitu server terhubung.`,
  agreeTitle: (gone: number) => `Hapus ${formatCount(gone)} usul dari PC ini?`,
  agreeBody:
    'Ini wajar bila Anda pindah unit kerja. Bila tidak, batalkan lalu hubungi admin BKPSDM: data di server mungkin keliru.',
  agreeKeeps: 'Keputusan yang belum terkirim dan konsep Anda tetap ada.',
  agree: 'Hapus dari PC ini',
  cancel: 'Batal',
  unreadable: (count: number) =>
    `${formatCount(count)} usul dari server tidak dapat dibaca aplikasi ini; usul lain tidak terganggu. Pasang versi terbaru; bila tetap begitu, hubungi admin BKPSDM.`,
  deliveredAgain: (count: number) =>
    `Server pusat kembali ke data lama. ${formatCount(count)} keputusan Anda yang hilang di sana dikirim lagi; hasilnya ada di Antrean Kirim.`,
  seen: 'Mengerti',
  trustTitle: 'Percayai server ini?',
  trustBody:
    'Bila Anda setuju, sesi dan keputusan Anda dikirim kepadanya. Bila ragu, pilih Batal: pekerjaan Anda tetap tersimpan di PC ini.',
  trust: 'Percayai server ini',
  clock: (differenceMs: number) =>
    `Jam PC ini berbeda ${formatSpan(differenceMs)} dari jam server. Keputusan tetap sah; betulkan jam PC.`,
} as const;

/** A line is read in passing; the whole reason stands beside the usul. */
function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
