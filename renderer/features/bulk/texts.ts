import { formatCount } from '#renderer/ui/format/amounts.ts';
import { mostInBulk, type BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import { faultShareFound } from '#shared/workflow/bulk/sample.ts';

const usul = (count: number): string => `${formatCount(count)} usul`;

/** Words of approval in bulk ("Setujui Massal"). */
export const bulkText = {
  title: 'Setujui Massal',
  policy: ({ percent, least }: BulkPolicy) =>
    `Sampel ${percent} %, paling sedikit ${formatCount(least)} usul, diambil acak oleh server.`,
  /** What a clean sample says of the rest. */
  confidence: (size: number) =>
    `${formatCount(size)} sampel menemukan kesalahan ${faultShareFound(size)} % dengan keyakinan 95 %.`,
  phases: {
    pilih: 'Pilih usul',
    dikirim: 'Pilihan dikirim',
    sampel: 'Periksa sampel',
    sahkan: 'Sahkan',
    disahkan: 'Dikirim ke server',
    hasil: 'Hasil',
  },
  judging: 'Memeriksa syarat…',
  selected: (selected: number, fit: number) =>
    `${usul(selected)} dipilih dari ${formatCount(fit)} yang memenuhi syarat`,
  fromInbox: `Sesuai saringan Kotak Masuk, paling banyak ${formatCount(mostInBulk)} usul.`,
  changeFilter: 'Ubah saringan',
  select: (count: number) => `Kirim pilihan (${formatCount(count)})`,
  selectHint: 'Server mengambil sampel setelah pilihan diterima',
  allOrNone: 'Pilih atau lepas semua',
  chosen: 'Dipilih',
  notChosen: 'Dilepas',
  unfit: 'Satu per satu',
  documentFindings: 'Ada temuan di dokumennya.',
  selectedAnnounced: 'Pilihan tersimpan; server mengambil sampel saat tersambung.',
  nothingTitle: 'Tidak ada usul untuk disetujui massal.',
  nothingAction: 'Usul tampil di sini setelah diteruskan verifikator, sesuai saringan Kotak Masuk.',
  toInbox: 'Buka Kotak Masuk',
  sending: 'Pilihan tersimpan di PC ini.',
  sendingAction:
    'Server mengambil sampel begitu pilihan diterima. Meja dapat dipakai seperti biasa.',
  confirming: 'Tersimpan di PC ini.',
  confirmingAction: 'Hasil setiap usul tampil di sini begitu server menjawab.',
  sample: (done: number, of: number) =>
    `Sampel ${formatCount(done)} dari ${formatCount(of)} diperiksa`,
  sampleAction:
    'Buka setiap usul sampel dan lihat semua halamannya. Satu kesalahan menghentikan persetujuan massal.',
  openNext: 'Buka sampel berikutnya',
  giveUp: 'Batalkan',
  giveUpHint: 'Usul yang belum diputuskan menunggu seperti semula',
  givenUp: 'Persetujuan massal dibatalkan.',
  rest: (count: number) => `${usul(count)} akan disetujui`,
  confirm: (count: number) => `Sahkan ${usul(count)}`,
  confirmAnnounced: 'Pengesahan tersimpan; hasilnya tampil setelah server menjawab.',
  results: {
    disahkan: (approved: number, refused: number) =>
      refused === 0
        ? `${usul(approved)} disetujui.`
        : `${usul(approved)} disetujui, ${formatCount(refused)} tidak.`,
    berhenti: 'Berhenti: kesalahan ditemukan dalam sampel.',
    berhentiAction: 'Usul lain tidak disentuh dan tetap menunggu di Kotak Masuk.',
  },
  again: 'Pilih lagi',
  refresh: 'Perbarui',
  understood: 'Mengerti',
  list: 'Daftar usul',
  columns: {
    choice: 'Pilihan',
    employee: 'Nama dan NIP',
    name: 'Nama',
    recordType: 'Jenis riwayat',
    unor: 'Unor',
    opd: 'OPD',
    verifikator: 'Verifikator',
    state: 'Keadaan',
  },
  counts: {
    label: 'Isi persetujuan massal',
    recordType: 'Menurut jenis',
    opd: 'Menurut OPD',
    verifikator: 'Menurut verifikator',
  },
  fates: {
    menunggu: 'Menunggu',
    disetujui: 'Disetujui',
    kesalahan: 'Ada kesalahan',
    hilang: 'Diputus orang lain atau berubah',
    ditolak: 'Tidak disetujui',
  },
  sampled: 'Sampel',
  decidedHere: 'Sudah Anda putuskan',
  untouched: 'Tidak disentuh',
} as const;
