/** Words of what was found in the documents of an usul. */
export const evidenceText = {
  /** In full, and as short as a row has room for. */
  badge: {
    ditemukan: 'Ditemukan',
    mirip: 'Mirip',
    tidak_ditemukan: 'Periksa sendiri',
    membaca: 'Membaca…',
  },
  short: {
    ditemukan: 'Ditemukan',
    mirip: 'Mirip',
    tidak_ditemukan: 'Periksa',
    membaca: 'Membaca…',
  },
  /** Why a person must look. */
  because: {
    berbeda: 'Di dokumen tertulis lain',
    tidak_yakin: 'Hasil baca belum pasti; cocokkan dengan gambarnya',
    kurang_tajam: 'Halaman kurang tajam; cocokkan dengan gambarnya',
    kolom_lain: (label: string | null) =>
      label === null ? 'Tercetak untuk isian lain' : `Tercetak untuk "${label}"`,
    pejabat: 'Milik pejabat yang menandatangani',
  },
  byPerson: 'Letak ditunjukkan oleh Anda',
  notFound: 'Tidak ditemukan dengan sendirinya; lihat dokumennya',
  notOpenable: 'Dokumennya tidak dapat dibuka',
  notSought: 'Tidak dicari di dokumen; cocokkan sendiri',
  printed: 'Tertulis:',
  pageOf: (document: string, page: number) =>
    document === '' ? `hlm. ${page}` : `${document}, hlm. ${page}`,
  atLabel: (label: string) => `pada "${label}"`,
  others: (count: number, labels: readonly string[]) =>
    labels.length === 0
      ? `Tercetak juga di ${count} tempat lain`
      : `Tercetak juga di ${count} tempat lain (${labels.join(', ')})`,
  othersHint: 'Tampilkan tempat berikutnya',
  showPlace: (field: string) => `Tampilkan letak ${field} di dokumen`,
  correct: 'Tunjukkan letak',
  correctHint: 'Tarik kotak di sekitar nilai isian ini, atau pilih katanya dengan tombol panah',
  correcting: (field: string) =>
    `Tunjukkan letak ${field}: tarik kotak di sekitar nilainya, atau pilih katanya dengan tombol panah.`,
  picked: (field: string, text: string) =>
    `Letak ${field}: "${shortened(text)}". Shift+panah: tambah kata. Enter: pakai.`,
  pickFirst: 'Pilih dahulu katanya dengan tombol panah, atau tarik kotak dengan tetikus.',
  noWordsToPick: 'Belum ada kata yang terbaca di sini; tarik kotak dengan tetikus.',
  cancel: 'Batal',
  corrected: (field: string) => `Letak ${field} disimpan bersama konsep.`,
  noPlaceOfReason: 'Alasan penghapusan tidak mempunyai letak di dokumen.',
  noPlaceToShow: 'Tidak ada dokumen yang dapat dibuka untuk menunjukkan letak.',
  correctEnded: 'Letak tidak diubah.',
  takeBack: 'Kembalikan letak',
  takenBack: (field: string) => `Letak ${field} dikembalikan.`,
  summary: {
    label: 'Hasil baca dokumen',
    ditemukan: (count: number) => `${count} ditemukan`,
    mirip: (count: number) => `${count} mirip`,
    tidak_ditemukan: (count: number) => `${count} periksa sendiri`,
    complete: (parts: readonly string[]) => `Dokumen selesai dibaca: ${parts.join(', ')}.`,
    toNext: 'Ke isian berikutnya yang tidak ditemukan',
    next: 'Ke yang perlu dilihat',
    waiting: 'Menunggu dibaca',
    reading: (page: number, pages: number) => `Membaca halaman ${page} dari ${pages}`,
  },
  judgeFound: (count: number) => `${count} ditemukan: sesuai`,
  judgeFoundHint: (count: number) => `Tandai sesuai ${count} isian yang ditemukan`,
  foundJudged: (count: number) => `${count} isian yang ditemukan ditandai sesuai.`,
  foundNotAllowed: 'Menurut ketentuan BKPSDM, isian yang ditemukan dinilai satu per satu.',
  noFoundToJudge: 'Tidak ada isian ditemukan yang belum dinilai.',
  nothingToLookAt: 'Semua isian ditemukan di dokumen.',
  warnings: {
    more: (count: number) => `${count} hal lain`,
    less: 'Ringkas',
    takeReason: 'Jadikan alasan',
    takeReasonHint: (reason: string) => `Perlu perbaikan dengan alasan "${reason}"`,
    reasonTaken: (reason: string) => `Alasan "${reason}" ditambahkan.`,
    taken: 'Sudah menjadi alasan',
    readAgain: 'Baca lagi',
    readAgainHint: 'Baca dokumen ini sekali lagi dengan waktu lebih lama',
  },
} as const;

/** A sentence stays one: of much text, its beginning and its end. */
function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 40)} … ${text.slice(-15)}`;
}
