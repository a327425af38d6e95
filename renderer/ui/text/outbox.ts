/** Words of the outbox ("Antrean Kirim"). */
export const outboxText = {
  title: 'Antrean Kirim',
  summary: (waiting: number, refused: number, sent: number) =>
    `${waiting} menunggu dikirim · ${refused} ditolak server · ${sent} terkirim`,
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
  redone: 'Sudah diputuskan ulang',
  correct: 'Perbaiki',
  correctLabel: (name: string) => `Perbaiki keputusan untuk ${name}`,
  redo: 'Putuskan ulang',
  redoLabel: (name: string) => `Putuskan ulang usul ${name}`,
  empty: 'Belum ada keputusan.',
  emptyAction:
    'Keputusan yang Anda simpan di Meja Periksa tampil di sini sampai terkirim ke server.',
  openInbox: 'Buka Kotak Masuk',
  loading: 'Membuka antrean kirim…',
} as const;
