import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the line "what now" over the inbox. */
export const inboxNowText = {
  label: 'Keadaan hari ini',
  loading: (here: number, of: number | null) =>
    of === null
      ? 'Memuat daftar usul…'
      : `Memuat ${formatCount(here)} dari ${formatCount(of)} usul…`,
  loadingHint:
    'Yang sudah tampil dapat langsung diperiksa; jumlah menyusul setelah daftar lengkap.',
  waiting: (count: number) => `${formatCount(count)} menunggu`,
  own: (count: number) => `${formatCount(count)} milik sendiri`,
  questions: (count: number) => `${formatCount(count)} perlu dijawab`,
  overdue: (count: number) => `${formatCount(count)} lewat tenggat`,
  urgent: (count: number) => `${formatCount(count)} mendesak`,
  urgentHint: 'Tenggat hari ini sampai 2 hari lagi',
  decidedToday: (count: number) => `${formatCount(count)} diputuskan hari ini`,
  decidedHint: 'Lihat semua keputusan Anda',
  pace: (perDay: number) => `laju ${formatCount(perDay)}/hari`,
  needed: (perDay: number) => `perlu ${formatCount(perDay)}/hari`,
  paceHint: 'Rata-rata usul yang Anda putuskan per hari kerja',
  neededHint: 'Usul per hari kerja agar semua selesai sebelum tenggatnya',
  nothing: 'Tidak ada usul yang menunggu pemeriksaan.',
  startOverdue: (count: number) => `Mulai dari ${formatCount(count)} usul yang lewat tenggat.`,
  startUrgent: (count: number) =>
    `Dahulukan ${formatCount(count)} usul yang tenggatnya sampai 2 hari lagi.`,
  tooSlow: (perDay: number) =>
    `Perlu ${formatCount(perDay)} usul per hari kerja agar semua selesai tepat waktu.`,
  enough: 'Laju Anda cukup untuk semua tenggat.',
  noHurry: 'Tidak ada yang mendesak.',
  chart: 'Usul yang menunggu menurut tenggat',
  segments: {
    lewat: 'Lewat',
    dua_hari: '0–2 hari',
    tujuh_hari: '3–7 hari',
    dua_minggu: '8–13 hari',
    nanti: '14+',
  },
  segmentSentences: {
    lewat: 'lewat tenggat',
    dua_hari: 'tenggat hari ini sampai 2 hari lagi',
    tujuh_hari: 'tenggat 3 sampai 7 hari lagi',
    dua_minggu: 'tenggat 8 sampai 13 hari lagi',
    nanti: 'tenggat 14 hari lagi atau lebih',
  },
  segment: (count: number, sentence: string) => `${formatCount(count)} usul ${sentence}`,
  show: (range: string) => `Klik untuk menyaring: ${range}`,
  showAgain: 'Klik untuk menghapus saringan tenggat',
  bar: (day: string, count: number) => `${day}: ${formatCount(count)} usul`,
  barOverdue: (count: number) => `Lewat tenggat: ${formatCount(count)} usul`,
  barLater: (count: number) => `14 hari lagi atau lebih: ${formatCount(count)} usul`,
} as const;
