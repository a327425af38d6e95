import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the status bar. */
export const statusText = {
  label: 'Keadaan sambungan dan pengiriman',
  notYet: 'Menghubungi server…',
  connected: 'Tersambung',
  offline: 'Luring: pekerjaan tetap tersimpan di PC ini',
  retry: (seconds: number) => (seconds > 0 ? `Dicoba lagi ${seconds} dtk.` : ''),
  tryNow: 'Coba sekarang',
  ended: 'Akses dari PC ini telah diakhiri',
  signIn: 'Perlu masuk kembali',
  lastContact: (time: string) => `Terakhir terhubung ${time}`,
  neverContact: 'Belum pernah terhubung',
  newMessages: (count: number) => `${formatCount(count)} pesan baru`,
  helpdeskMessages: (count: number) => `${formatCount(count)} pesan baru dari helpdesk`,
  noNewMessages: 'Tidak ada pesan baru.',
  messagesWaiting: (count: number) => `${formatCount(count)} pesan menunggu jaringan`,
  nothingWaiting: 'Semua keputusan terkirim',
  waiting: (count: number) => `${formatCount(count)} keputusan menunggu dikirim`,
  toOutbox: 'Buka Antrean Kirim',
  refused: (count: number) => `${formatCount(count)} keputusan perlu diperiksa lagi`,
  fetching: (done: string, total: string) => `Mengambil dokumen ${done} dari ${total}`,
  documents: (done: string, total: string) => `${done}/${total} dokumen`,
  timeLeft: (duration: string) => `sisa ${duration}`,
  fetchPaused: (left: string) => `Pengambilan dokumen dijeda: ruang disk tinggal ${left}`,
  fetchPausedHint:
    'Kosongkan ruang disk; pengambilan lanjut dengan sendirinya. Keputusan tetap tersimpan dan terkirim.',
  fetched: 'Semua dokumen ada di PC ini',
  loading: (here: number, of: number | null) =>
    of === null
      ? 'Daftar usul sedang diambil'
      : `Daftar usul: ${formatCount(here)} dari ${formatCount(of)}`,
} as const;

/** Words of reading ahead, in the status bar. */
export const aheadText = {
  paused: (done: number, total: number) =>
    `Pembacaan dijeda: ${formatCount(done)} dari ${formatCount(total)} dokumen`,
  pause: 'Jeda',
  pauseHint: 'Jeda membaca dokumen lebih dahulu',
  goOn: 'Lanjutkan',
  goOnHint: 'Lanjutkan membaca dokumen lebih dahulu',
} as const;
