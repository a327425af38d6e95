import { formatCount } from '#renderer/ui/format/amounts.ts';
import type { HandoverReceipt } from '#shared/contract/handover.ts';

/** What became of a file; `waiting` is part of `refused`. */
type HandoverCounts = Pick<HandoverReceipt, 'accepted' | 'refused' | 'waiting'>;

/** Words of the outbox ("Antrean Kirim"). */
export const outboxText = {
  title: 'Antrean Kirim',
  summary: (waiting: number, refused: number, sent: number) =>
    `${formatCount(waiting)} menunggu dikirim · ${formatCount(refused)} ditolak server · ${formatCount(sent)} terkirim`,
  list: 'Daftar keputusan',
  filter: 'Keadaan',
  filters: { semua: 'Semua', menunggu: 'Menunggu', terkirim: 'Terkirim', ditolak: 'Ditolak' },
  filterHints: {
    semua: 'Semua keputusan yang dibuat di PC ini',
    menunggu: 'Tersimpan di PC ini, belum diterima server',
    terkirim: 'Sudah diterima server',
    ditolak: 'Ditolak server, juga yang sudah Anda tangani',
  },
  today: 'Hari ini',
  yesterday: 'Kemarin',
  groupCount: (count: number) => `${formatCount(count)} keputusan`,
  columns: {
    time: 'Diputuskan',
    employee: 'Nama dan NIP',
    employeeAndRecord: 'Nama, NIP, dan usul',
    record: 'Usul',
    outcome: 'Keputusan',
    state: 'Keadaan',
    action: 'Tindakan',
  },
  waiting: 'Tersimpan di PC ini',
  waitingDetail: 'Menunggu dikirim',
  sending: 'Sedang dikirim',
  sendingAgain: (attempts: number) => `Dikirim ulang, percobaan ke-${attempts}`,
  sent: (time: string) => `Terkirim ${time}`,
  refused: 'Ditolak server',
  redone: 'Sudah diputuskan ulang.',
  letGone: (time: string) => `Dilepas ${time}.`,
  withdrawn: 'Keputusan ditarik kembali; simpan lagi setelah diperbaiki.',
  correct: 'Tarik kembali',
  detail: (time: string, name: string) => `${time}, rincian keputusan ${name}`,
  correctLabel: (name: string) => `Tarik kembali keputusan untuk ${name}`,
  redo: 'Putuskan ulang',
  redoLabel: (name: string) => `Putuskan ulang usul ${name}`,
  compare: 'Bandingkan',
  compareLabel: (name: string) => `Bandingkan keputusan untuk ${name} dengan keadaan sekarang`,
  letGo: 'Lepaskan',
  letGoLabel: (name: string) => `Lepaskan keputusan yang ditolak untuk ${name}`,
  letGoDone: 'Keputusan dilepaskan.',
  letGoTitle: 'Tidak perlu ditindaklanjuti lagi; tetap tercatat di antrean ini',
  others: (count: number) => `${formatCount(count)} tindakan lain ditolak server`,
  letAllGo: 'Lepaskan semua',
  letOtherGoLabel: (sentence: string) => `Lepaskan: ${sentence}`,
  othersLetGo: (count: number) => `${formatCount(count)} tindakan yang ditolak dilepaskan.`,
  typed: (text: string) => `Yang Anda tulis: “${text}”`,
  reasons: 'Alasan',
  note: 'Catatan',
  acknowledged: 'Peringatan yang sudah diperiksa',
  documents: (count: number) => `${count} dokumen`,
  differing: 'Isian yang tidak sesuai, tidak terbaca, atau dikoreksi',
  seen: (text: string) => `di dokumen: ${text}`,
  nothingMore: 'Tanpa alasan dan catatan.',
  judged: (matching: number, all: number) =>
    `${formatCount(matching)} dari ${formatCount(all)} isian sesuai`,
  decidedAt: (moment: string, revision: number) =>
    `Diputuskan ${moment}, pengajuan ke-${formatCount(revision)}`,
  unreadable: (count: number) => `${formatCount(count)} keputusan di PC ini tidak terbaca lagi.`,
  unreadableAction:
    'Keputusan itu tidak akan terkirim. Salinannya disimpan; hubungi admin BKPSDM sebelum memakai PC lain.',
  noMatch: 'Tidak ada keputusan yang cocok.',
  noMatchAction: 'Ubah kata cari, atau tampilkan semua keputusan.',
  noneWaiting: 'Tidak ada yang menunggu dikirim.',
  noneWaitingAction: 'Semua keputusan Anda sudah sampai di server.',
  noneSent: 'Belum ada yang terkirim.',
  noneSentAction: 'Keputusan dikirim dengan sendirinya begitu PC ini tersambung.',
  noneRefused: 'Tidak ada yang ditolak server.',
  noneRefusedAction: 'Bila ada, alasannya tampil di sini beserta pilihan untuk memutuskan ulang.',
  showAll: 'Tampilkan semua',
  empty: 'Belum ada keputusan.',
  emptyAction:
    'Keputusan yang Anda simpan di Meja Periksa tampil di sini, juga setelah terkirim ke server.',
  openInbox: 'Buka Kotak Masuk',
  exportUnsent: 'Ekspor keputusan',
  exportUnsentHint:
    'Simpan keputusan yang belum terkirim ke berkas terkunci, misalnya di flashdisk; sesudah itu tidak dapat ditarik kembali',
  exported: (count: number) =>
    `${formatCount(count)} keputusan diekspor dan tidak dapat ditarik kembali lagi. Serahkan berkasnya ke PC lain yang tersambung, atau ke BKPSDM.`,
  passOn: 'Kirimkan berkas serah terima',
  passOnHint: 'Kirim berkas .mejaserah dari PC lain ke server; isinya tidak terbaca di PC ini',
  passingOn: 'Mengirim berkas…',
  passedOn: ({ accepted, refused: notTaken, waiting = 0 }: HandoverCounts) => {
    const refused = notTaken - waiting;
    if (notTaken === 0) return `Berkas diterima server: ${formatCount(accepted)} keputusan.`;
    const parts = [
      `${formatCount(accepted)} keputusan diterima`,
      ...(refused > 0 ? [`${formatCount(refused)} ditolak dan disimpan untuk BKPSDM`] : []),
      ...(waiting > 0 ? [`${formatCount(waiting)} menunggu keputusan BKPSDM`] : []),
    ];
    return `Berkas diterima server: ${parts.join(', ')}.`;
  },
  loading: 'Membuka Antrean Kirim…',
} as const;
