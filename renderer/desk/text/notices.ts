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
  takenOver: (told: TakenOver, others: number, alike: boolean) =>
    `${assigned(told)}${told.reason === '' ? '.' : `: “${shortened(told.reason)}”`}` +
    (others === 0
      ? ''
      : ` ${alike ? 'Begitu pula' : 'Penugasan berubah pula pada'} ${formatCount(others)} usul lain.`),
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

function assigned({ kind, by, to = '', employeeName, count = 1 }: TakenOver): string {
  const what = `usul ${employeeName}${count === 1 ? '' : ` dan ${formatCount(count - 1)} lainnya`}`;
  if (kind === 'ditugaskan') return `${by} menugaskan ${what} kepada Anda`;
  if (kind === 'dipindahkan') return `${by} memindahkan ${what} dari Anda kepada ${to}`;
  return `${by} mengambil alih ${what} dari Anda`;
}

/** A line is read in passing; the whole reason stands beside the usul. */
function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
