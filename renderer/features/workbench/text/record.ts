/** Words of the record on the workbench: its fields, the person's other records, earlier decisions. */
export const recordText = {
  unchanged: 'tetap',
  doomed: 'Data ini diusulkan untuk dihapus',
  doomedHint: 'Cocokkan dengan dokumen yang menjadi alasan penghapusan.',
  onlyDiffers: {
    spasi: 'Hanya beda spasi',
    besar_kecil: 'Hanya beda huruf besar-kecil',
    tanda_hubung: 'Hanya beda tanda hubung',
    tanda_baca_akhir: 'Hanya beda tanda baca di akhir',
    nol_depan: 'Hanya beda angka nol di depan',
    huruf_mirip: 'Hanya beda huruf yang mirip (I, l, 1, O, 0)',
  },
  findings: {
    label: 'Temuan aturan',
    count: {
      galat: (count: number) => `${count} galat`,
      peringatan: (count: number) => `${count} peringatan`,
      info: (count: number) => `${count} info`,
    },
    at: 'pada',
    goTo: (field: string) => `Ke isian ${field}`,
    also: (field: string) => `Lihat temuan pada ${field}`,
  },
  documentProblems: 'Peringatan dokumen usul ini',
  showDocument: 'Tampilkan dokumennya',
  copyProposed: 'Salin nilai usul',
  copyProposedHint: 'Isi dengan nilai usul, lalu ubah huruf yang berbeda saja',
  otherRecords: 'Riwayat lain',
  inOrder: 'Riwayat menurut waktu',
  otherRecordsCount: (count: number) => `${count} riwayat`,
  noOtherRecords: 'Belum ada riwayat lain jenis ini di data ASN.',
  breakCount: (count: number) => `${count} hal perlu dilihat`,
  roles: {
    usul: 'usul ini',
    ada: '',
    diubah: 'yang diubah',
    dihapus: 'yang dihapus',
  },
  noDay: 'tanggal kosong',
  later: (years: number, months: number) =>
    [years > 0 ? `${years} th` : '', months > 0 ? `${months} bln` : ''].filter(Boolean).join(' '),
  laterLabel: 'kemudian',
  breakKinds: {
    celah: 'Celah',
    tumpang_tindih: 'Tumpang tindih',
    urutan: 'Urutan',
  },
  breaks: {
    sameTime: (time: string) => `dua riwayat dengan waktu yang sama, ${time}.`,
    overlap: (from: string, to: string | null) =>
      to === null || to === from
        ? `dua riwayat berlaku bersamaan pada ${from}.`
        : `dua riwayat berlaku bersamaan ${from} – ${to}.`,
    missing: (span: string) => `tidak ada riwayat untuk ${span}.`,
    down: (from: string, to: string) => `turun dari ${from} ke ${to}.`,
    twice: (step: string) => `${step} tercatat dua kali.`,
    skipped: (steps: string, from: string, to: string) =>
      `${steps} terlewati antara ${from} dan ${to}.`,
  },
  earlier: 'Keputusan sebelumnya',
  earlierCount: (count: number) => `${count} catatan`,
  revision: (revision: number) => `Pengajuan ke-${revision}`,
  reasons: 'Alasan',
  note: 'Catatan',
  acknowledged: 'Diputuskan dengan peringatan',
} as const;
