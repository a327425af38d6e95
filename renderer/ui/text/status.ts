/** Words of the status bar. */
export const statusText = {
  label: 'Keadaan sambungan dan pengiriman',
  notYet: 'Menghubungi server…',
  connected: 'Tersambung',
  offline: 'Luring: pekerjaan tetap tersimpan di PC ini',
  retry: (seconds: number) => (seconds > 0 ? `Dicoba lagi ${seconds} dtk.` : ''),
  signIn: 'Perlu masuk kembali',
  lastContact: (time: string) => `Terakhir terhubung ${time}`,
  neverContact: 'Belum pernah terhubung',
  nothingWaiting: 'Semua keputusan terkirim',
  waiting: (count: number) => `${count} keputusan menunggu dikirim`,
  refused: (count: number) => `${count} keputusan ditolak server`,
  fetching: (done: string, total: string) => `Mengambil dokumen ${done} dari ${total}`,
  documents: (done: string, total: string) => `${done}/${total} dokumen`,
  timeLeft: (duration: string) => `sisa ${duration}`,
  fetched: 'Semua dokumen ada di PC ini',
  inboxIncomplete: 'Daftar usul sedang diambil',
} as const;
