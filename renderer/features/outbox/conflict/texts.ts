import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the screen of returned decisions ("Perlu Diperiksa Lagi"). */
export const conflictsText = {
  title: 'Perlu Diperiksa Lagi',
  loading: 'Membuka keputusan yang dikembalikan…',
  place: (at: number, all: number) => `${formatCount(at)} dari ${formatCount(all)}`,
  /** Heard when another decision is shown. */
  shown: (at: number, all: number, name: string) =>
    `Keputusan ${formatCount(at)} dari ${formatCount(all)}: ${name}`,
  previous: 'Keputusan sebelumnya',
  next: 'Keputusan berikutnya',
  back: 'Kembali',
  body: 'Perbandingan',
  mine: 'Keputusan saya',
  outcome: 'Keputusan',
  decided: 'Diputuskan',
  revision: (revision: number) => `pengajuan ke-${formatCount(revision)}`,
  verdicts: 'Penilaian',
  now: 'Keadaan sekarang',
  position: 'Keadaan',
  resubmission: 'Pengajuan',
  resubmitted: (now: number, judged: number) =>
    now === judged
      ? `ke-${formatCount(now)}, sama dengan yang Anda putuskan`
      : `ke-${formatCount(now)}; Anda memutuskan yang ke-${formatCount(judged)}`,
  deadline: 'Tenggat',
  since: 'Sejak itu',
  assigned: 'Penugasan',
  assignedTo: (name: string, at: string, reason: string) =>
    `${name}, sejak ${at}${reason === '' ? '' : `: “${reason}”`}`,
  server: 'Jawaban server',
  gone: 'Tidak ada lagi di PC ini',
  unknown: 'Tidak diketahui',
  changes: 'Yang berubah',
  changedCount: (changed: number, all: number) =>
    `${formatCount(changed)} dari ${formatCount(all)} isian`,
  columns: {
    field: 'Isian',
    judged: 'Saat Anda memutuskan',
    now: 'Sekarang',
  },
  judgedValues: 'Isian saat Anda memutuskan',
  same: 'Isian yang tetap',
  sameCount: (count: number) => `${formatCount(count)} isian`,
  noFieldChanged: 'Isi usul tidak berubah sejak Anda memutuskan.',
  newDocuments: (names: readonly string[]) => `Dokumen yang belum Anda lihat: ${names.join(', ')}`,
  cannotCompare: {
    selesai: 'Tidak dapat dibandingkan: usul yang sudah selesai tidak disimpan lagi di PC ini.',
    tidak_ada:
      'Tidak dapat dibandingkan: usul ini tidak ada lagi di PC ini; mungkin dipindahkan atau sudah di tahap lain.',
    gagal: 'Tidak dapat dibandingkan: usul ini tidak terbaca dari penyimpanan PC ini.',
    tertinggal: 'Belum dapat dibandingkan: isi usul yang sekarang masih diambil dari server.',
    tidak_tercatat:
      'Tidak dapat dibandingkan: nilai yang Anda nilai tidak dicatat oleh versi aplikasi yang lama.',
    memuat: 'Membaca isi usul…',
  },
  redo: 'Periksa lagi',
  redoLabel: (name: string) => `Periksa lagi usul ${name}`,
  redoHint: 'Usul dibuka di Meja Periksa; yang masih berlaku dari penilaian Anda sudah terisi.',
  letGo: 'Lepaskan',
  cannotRedo: {
    selesai: 'Usul ini sudah selesai; keputusan hanya dapat dilepaskan.',
    tidak_ada: 'Usul ini tidak ada lagi di meja Anda; keputusan hanya dapat dilepaskan.',
    gagal: 'Usul ini tidak terbaca. Buka lagi layar ini atau muat ulang aplikasi.',
    memuat: 'Tunggu sampai isi usul terbaca.',
  },
  none: 'Tidak ada keputusan yang perlu diperiksa lagi.',
  noneAction: 'Bila server mengembalikan keputusan Anda, alasan dan perubahannya tampil di sini.',
  openOutbox: 'Buka Antrean Kirim',
} as const;
