/** Words of what was found in the documents of an usul. */
export const evidenceText = {
  /** In full, and as short as a row has room for. */
  badge: {
    ditemukan: 'Ditemukan',
    berbeda: 'Berbeda',
    mirip: 'Mirip',
    periksa: 'Periksa sendiri',
    membaca: 'Membaca…',
  },
  short: {
    ditemukan: 'Ditemukan',
    berbeda: 'Berbeda',
    mirip: 'Mirip',
    periksa: 'Periksa',
    membaca: 'Membaca…',
  },
  /** Why a person must look, each a sentence by itself. */
  because: {
    berbeda: 'Di dokumen tertulis nilai lain.',
    tertukar: (field: string) => `Nilai ini tertukar dengan ${field}.`,
    tidak_yakin: 'Hasil baca belum pasti; cocokkan dengan gambarnya.',
    sama_belum_pasti: 'Terbaca sama, tetapi belum pasti; cocokkan dengan gambarnya.',
    kurang_tajam: 'Halaman kurang tajam; cocokkan dengan gambarnya.',
    tak_dikenali: 'Tulisan di tempat isian ini tidak dikenali; cocokkan dengan gambarnya.',
    serupa: 'Yang serupa tertulis di tempat lain; cari nilai isian ini di dokumen.',
    kolom_lain: (label: string | null) =>
      label === null
        ? 'Nilai ini tertulis untuk isian lain; cari nilai isian ini di dokumen.'
        : `Nilai ini tertulis pada "${label}", bukan untuk isian ini.`,
    pejabat: 'Nilai ini milik pejabat yang menandatangani, bukan pegawai.',
    orang_lain: 'Nilai ini milik orang lain, bukan pegawai yang diusulkan.',
    lapisan_lain: 'Teks dan gambar dokumen tidak sama; cocokkan dengan gambarnya.',
    dokumen_lain: (document: string) => `Hanya di ${document}.`,
  },
  byPerson: 'Letak ditunjukkan oleh Anda.',
  notFound: 'Tidak ditemukan dengan sendirinya; lihat dokumennya.',
  notOpenable: 'Dokumennya tidak dapat dibuka.',
  notSought: 'Tidak dicari di dokumen; cocokkan sendiri.',
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
    berbeda: (count: number) => `${count} berbeda`,
    mirip: (count: number) => `${count} mirip`,
    periksa: (count: number) => `${count} periksa sendiri`,
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
