/** What a page may suffer from, and what to tell the employee who scanned it. */
const flaws = {
  kabur: {
    wrong: 'tidak terbaca karena kabur',
    advice: 'Pindai ulang dengan kaca pemindai yang bersih; jangan memotret sambil bergerak.',
  },
  kurang_tajam: {
    wrong: 'kurang tajam',
    advice: 'Pindai ulang dengan resolusi 200 dpi atau lebih bila ada isian yang tidak terbaca.',
  },
  gelap: {
    wrong: 'terlalu gelap',
    advice: 'Pindai ulang dengan pencahayaan lebih terang dan merata.',
  },
  pudar: {
    wrong: 'pudar',
    advice: 'Pindai ulang dengan kontras lebih tinggi, atau gunakan dokumen asli.',
  },
  terpotong: {
    wrong: 'terpotong di tepi',
    advice: 'Pindai ulang seluruh halaman sampai keempat tepinya tampak.',
  },
  terbalik: {
    wrong: 'terbalik',
    advice: 'Pindai halaman dengan arah tegak.',
  },
  kosong: {
    wrong: 'kosong',
    advice: 'Pastikan sisi yang bertulisan menghadap kaca pemindai, lalu pindai ulang.',
  },
  resolusi_rendah: {
    wrong: 'beresolusi di bawah 100 dpi',
    advice: 'Pindai ulang dengan resolusi 200 dpi.',
  },
} as const;

/** What of a document may be missing. */
const missing = {
  halaman: {
    wrong: 'Halaman dokumen ini tidak lengkap menurut nomor halamannya.',
    advice: 'Unggah dokumen dengan seluruh halamannya.',
  },
  lampiran: {
    wrong: 'Dokumen ini menyebut lampiran, tetapi lampirannya tidak ada.',
    advice: 'Unggah dokumen beserta lampirannya.',
  },
  mata_pelajaran: {
    wrong: 'Daftar mata pelatihan, biasanya di halaman belakang sertifikat, tidak ada.',
    advice: 'Unggah sertifikat beserta halaman belakangnya.',
  },
  penilaian: {
    wrong: 'Halaman perilaku kerja dan predikat kinerja tidak ada.',
    advice: 'Unggah dokumen evaluasi kinerja dengan seluruh halamannya.',
  },
  penutup: {
    wrong: 'Bagian akhir dokumen (penetapan dan tanda tangan) tidak ada.',
    advice: 'Unggah dokumen dengan seluruh halamannya, termasuk halaman tanda tangan.',
  },
} as const;

/** Why a document could not be read by the program; the viewer says why it cannot be shown. */
const failures = {
  kosong: {
    wrong: 'Berkas dokumen kosong, sehingga tidak dapat dibaca.',
    advice: 'Unggah ulang berkas PDF yang berisi.',
  },
  rusak: {
    wrong: 'Berkas dokumen rusak atau bukan PDF, sehingga tidak dapat dibaca.',
    advice: 'Pindai ulang dokumen, lalu unggah sebagai PDF.',
  },
  bersandi: {
    wrong: 'Dokumen dikunci dengan kata sandi, sehingga tidak dapat dibaca.',
    advice: 'Unggah PDF tanpa kata sandi.',
  },
  halaman: {
    wrong: 'Dokumen tidak mempunyai halaman yang dapat dibaca.',
    advice: 'Pindai ulang dokumen, lalu unggah sebagai PDF.',
  },
  terlalu_banyak: {
    wrong: 'Dokumen terlalu tebal untuk dibaca otomatis. Periksa sendiri.',
    advice: 'Unggah hanya halaman yang membuktikan riwayat ini.',
  },
  terlalu_lama: {
    wrong: 'Pembacaan otomatis terlalu lama dan dihentikan. Periksa sendiri.',
    advice: '',
  },
  gagal: {
    wrong: 'Dokumen tidak dapat dibaca otomatis. Periksa sendiri.',
    advice: '',
  },
  formulir_dinamis: {
    wrong:
      'Dokumen ini formulir dinamis (XFA); isinya hanya tampil di Adobe Acrobat, tidak di sini.',
    advice: 'Cetak formulir ke PDF, lalu unggah kembali hasilnya.',
  },
} as const;

/** Why one page could not be read by the program; there is nothing to advise. */
const pageFailures = {
  terlalu_lama: (page: number) =>
    `Pembacaan otomatis halaman ${page} terlalu lama dan dihentikan. Periksa sendiri.`,
  gagal: (page: number) => `Halaman ${page} tidak dapat dibaca otomatis. Periksa sendiri.`,
  dilewati: (page: number) =>
    `Halaman ${page} dilewati oleh program karena gambarnya terlalu besar. Ini batas program, bukan kesalahan dokumen.`,
} as const;

/** Sentences on the documents of an usul: what is wrong, and what advice to give the employee (may be empty). */
export const documentWarningsText = {
  title: 'Peringatan dokumen',
  adviceFor: 'Saran untuk ASN',
  missing,
  failures,
  pageFailures,
  /** `flaws` are the `wrong` parts of the page's flaws. */
  page: (page: number, wrong: readonly string[]) =>
    `Halaman ${page} ${new Intl.ListFormat('id', { type: 'conjunction' }).format(wrong)}.`,
  flaws,
  otherKind: {
    wrong: (found: string) => `Dokumen ini tampaknya ${found}, bukan dokumen yang diminta.`,
    advice: (wanted: string) => `Unggah ${wanted} pada tempat ini.`,
  },
  otherPerson: {
    wrong: (name: string) =>
      name === ''
        ? 'Dokumen ini tampaknya milik orang lain: nama dan NIP pegawai tidak ada di dalamnya.'
        : `Dokumen ini tampaknya milik orang lain: ${name}.`,
    advice: 'Unggah dokumen atas nama pegawai yang bersangkutan.',
  },
  secondPerson: {
    wrong: (name: string) =>
      name === ''
        ? 'Dokumen ini memuat juga surat milik orang lain.'
        : `Dokumen ini memuat juga surat milik orang lain: ${name}.`,
    advice: 'Unggah hanya halaman atas nama pegawai yang bersangkutan.',
  },
  proves: {
    wrong: (count: string) =>
      `Dokumen membuktikan riwayat ini: ${count} isian yang akan dihapus tertulis di dalamnya.`,
  },
  usedElsewhere: {
    wrong: (name: string) => `Dokumen yang sama dipakai pada usul lain: ${name}.`,
    advice: 'Unggah dokumen yang membuktikan riwayat ini.',
  },
} as const;
