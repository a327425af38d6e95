/** Words of the first-start guide. */
export const guideText = {
  label: 'Panduan singkat',
  step: (number: number, total: number) => `Langkah ${number} dari ${total}`,
  next: 'Berikutnya',
  back: 'Sebelumnya',
  skip: 'Lewati panduan',
  done: 'Selesai',
  steps: {
    kotak_masuk: {
      title: 'Kotak Masuk: yang menunggu Anda',
      body: 'Usul yang paling mendesak berada di atas. Pilih dengan tombol panah ↑ ↓, lalu tekan Enter untuk membukanya.',
    },
    meja_periksa: {
      title: 'Meja Periksa: data dan dokumen',
      body: 'Data di kiri, dokumen di kanan. Pindah isian dengan ↑ ↓, nilai dengan S (sesuai), T (tidak sesuai), B (tidak terbaca). Bila semua cocok: A.',
    },
    putusan: {
      title: 'Keputusan: satu huruf, lalu Enter',
      body: 'M memenuhi syarat, P perlu perbaikan, X tidak memenuhi syarat, K koordinasi. Enter menyimpan dan membuka usul berikutnya.',
    },
    antrean: {
      title: 'Tersimpan, juga tanpa jaringan',
      body: 'Keputusan aman di PC ini dan terkirim dengan sendirinya dari Antrean Kirim. Bila keliru, tekan Z sebelum dikirim. Bantuan setiap layar: F1.',
    },
  },
} as const;
