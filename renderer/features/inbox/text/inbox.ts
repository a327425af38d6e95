import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the inbox. */
export const inboxText = {
  title: 'Kotak Masuk',
  loading: 'Membuka kotak masuk…',
  list: 'Daftar usul',
  status: 'Status',
  all: 'Semua',
  allHint: 'Semua usul unit Anda',
  statuses: {
    belum_diperiksa: 'Belum diperiksa',
    sudah_diputuskan: 'Menunggu hasil',
    ditolak_server: 'Ditolak server',
    koordinasi: 'Koordinasi',
    perbaikan: 'Perbaikan ASN',
    lanjut: 'Sudah lanjut',
  },
  statusHints: {
    belum_diperiksa: 'Usul yang menunggu keputusan Anda',
    sudah_diputuskan:
      'Sudah Anda putuskan; keputusannya belum terkirim, atau hasilnya belum kembali dari server',
    ditolak_server: 'Keputusan Anda ditolak server; perlu diputuskan ulang',
    koordinasi: 'Menunggu jawaban BKPSDM',
    perbaikan: 'Dikembalikan ke ASN; kembali ke sini setelah diajukan ulang',
    lanjut: 'Sudah diteruskan ke tahap berikutnya',
  },
  decidedStates: {
    menunggu: 'Menunggu dikirim',
    mengirim: 'Sedang dikirim',
    terkirim: 'Terkirim',
    ditolak: 'Ditolak server',
  },
  columns: {
    deadline: 'Tenggat',
    employee: 'Nama dan NIP',
    employeeAndUnor: 'Nama, NIP, dan unor',
    recordType: 'Jenis riwayat',
    kind: 'Usul',
    unor: 'Unor',
    findings: 'Temuan',
    documents: 'Dokumen',
    marks: 'Keterangan',
  },
  findings: (errors: number, warnings: number, documents: number) =>
    [
      errors > 0 ? `${formatCount(errors)} galat` : '',
      warnings > 0 ? `${formatCount(warnings)} peringatan` : '',
      documents > 0 ? `${formatCount(documents)} temuan di dokumen` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'Tanpa temuan',
  newMessages: (count: number) => `${formatCount(count)} pesan baru`,
  errors: 'Galat',
  warnings: 'Peringatan',
  documentFindings: 'Temuan di dokumen',
  noFindings: '–',
  documentsReady: 'Siap',
  documentsReadyHint: 'Semua dokumen ada di PC ini',
  documentsComing: 'Diambil…',
  documentsComingHint: 'Dokumen belum ada di PC ini; diambil dari server dengan sendirinya',
  draft: 'Konsep',
  own: 'Milik sendiri',
  colleagues: 'Milik rekan',
  colleaguesHint: 'Ditugaskan kepada rekan; diputuskan olehnya, kecuali Anda mengambil alih',
  barred: 'Menunggu orang lain',
  barredHint:
    'Anda, atau yang Anda gantikan, tidak boleh memutusnya: sudah memutus pada tahap sebelumnya, atau usulnya sendiri',
  inBatch: {
    sampel: {
      label: 'Sampel massal',
      hint: 'Sampel persetujuan massal Anda; diperiksa satu per satu',
    },
    massal: {
      label: 'Setujui massal',
      hint: 'Ada dalam persetujuan massal Anda yang belum selesai',
    },
  },
  question: 'Pertanyaan',
  questionHint: 'Pertanyaan yang menunggu jawaban Anda',
  ownHint: 'Usul Anda sendiri; diputuskan verifikator lain di unit yang sama',
  round: (revision: number) => `Pengajuan ke-${revision}`,
  returned: 'Dikembalikan',
  returnedHint: 'Dikembalikan oleh approver',
  noMatchYet: 'Belum ada usul yang cocok; daftar masih dimuat.',
  noMatchYetAction: 'Usul yang cocok muncul di sini begitu sampai di PC ini.',
  fetching: 'Daftar usul sedang diambil dari server.',
  fetchingAction:
    'Usul yang paling mendesak muncul lebih dahulu; Anda dapat mulai begitu satu usul tampil.',
  fetchingOffline: 'Daftar usul belum lengkap dan PC ini sedang luring.',
  fetchingOfflineAction: 'Sambungkan PC ke jaringan; pengambilan mulai dengan sendirinya.',
  fetchingSignIn: 'Daftar usul belum lengkap dan sesi Anda berakhir.',
  fetchingSignInAction: 'Masuk kembali; pengambilan lanjut dengan sendirinya.',
  empty: 'Belum ada usul untuk unit Anda.',
  emptyAction: 'Usul baru muncul di sini dengan sendirinya setelah ASN mengajukannya.',
  noMatch: 'Tidak ada usul yang cocok dengan pencarian atau saringan.',
  noMatchAction: 'Ubah kata cari, atau hapus saringan untuk melihat semuanya.',
  noneHere: 'Tidak ada usul dengan status ini.',
  noneHereAction: {
    sudah_diputuskan:
      'Semua keputusan Anda sudah sampai di server dan diterima. Daftarnya ada di layar Antrean Kirim.',
    ditolak_server: 'Tidak ada yang perlu diputuskan ulang.',
    koordinasi: 'Tidak ada pertanyaan Anda yang menunggu jawaban BKPSDM.',
    perbaikan: 'Tidak ada usul yang sedang diperbaiki ASN.',
    lanjut: 'Usul yang Anda teruskan tampil di sini selama diproses di tahap berikutnya.',
  },
  toUnchecked: 'Lihat yang belum diperiksa',
  allChecked: 'Semua usul sudah diperiksa.',
  allCheckedAction: 'Lihat Antrean Kirim untuk memastikan semua keputusan sudah terkirim.',
  toOutbox: 'Buka Antrean Kirim',
  similar: (similar: number, shown: number) => {
    if (similar === 0) return '';
    const count = `${formatCount(similar)} hasil mirip`;
    return similar === shown
      ? `Tidak ada yang persis seperti yang diketik; ${count}.`
      : `${count} ada di bawah yang persis.`;
  },
  foundElsewhere: (count: number) => `${formatCount(count)} usul lain cocok di luar saringan ini.`,
  showFound: 'Tampilkan semua',
  foundDecided: (count: number) =>
    `${formatCount(count)} keputusan Anda cocok dengan pencarian ini.`,
  showDecided: 'Lihat keputusan',
  groupCount: (count: number) => `${formatCount(count)} usul`,
} as const;
