import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the outbox ("Antrean Kirim"). */
export const outboxText = {
  title: 'Antrean Kirim',
  summary: (waiting: number, refused: number, sent: number) =>
    `${formatCount(waiting)} menunggu dikirim · ${formatCount(refused)} ditolak server · ${formatCount(sent)} terkirim`,
  list: 'Daftar keputusan',
  columns: {
    time: 'Diputuskan',
    employee: 'Nama dan NIP',
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
  withdrawn: 'Keputusan ditarik dari antrean; simpan lagi setelah diperbaiki.',
  correct: 'Perbaiki',
  correctLabel: (name: string) => `Perbaiki keputusan untuk ${name}`,
  redo: 'Putuskan ulang',
  redoLabel: (name: string) => `Putuskan ulang usul ${name}`,
  letGo: 'Lepaskan',
  letGoLabel: (name: string) => `Lepaskan keputusan yang ditolak untuk ${name}`,
  letGoTitle: 'Tidak perlu ditindaklanjuti lagi; tetap tercatat di antrean ini',
  empty: 'Belum ada keputusan.',
  emptyAction:
    'Keputusan yang Anda simpan di Meja Periksa tampil di sini, juga setelah terkirim ke server.',
  openInbox: 'Buka Kotak Masuk',
  loading: 'Membuka Antrean Kirim…',
} as const;
