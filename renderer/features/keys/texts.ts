/** Words of the key overlay. */
export const keysText = {
  title: 'Tombol papan ketik',
  intro: 'Tombol huruf dan angka bekerja selama Anda tidak sedang mengetik.',
  scopes: {
    umum: 'Di mana saja',
    inbox: 'Kotak Masuk',
    workbench: 'Meja Periksa',
    letak: 'Menunjukkan letak (sesudah F2)',
    alasan: 'Daftar alasan',
    dokumen: 'Dokumen',
    konflik: 'Perlu Diperiksa Lagi',
  },
  /** What keys and wheel do beside the actions of the key table. */
  gestures: {
    letak: [
      { shown: 'Shift+panah', label: 'Tambah atau kurangi kata' },
      { shown: 'Esc', label: 'Batal' },
    ],
    dokumen: [
      { shown: 'Shift+panah', label: 'Geser dokumen atau kaca pembesar' },
      { shown: 'Ctrl+roda', label: 'Perbesar atau perkecil' },
      { shown: 'Esc', label: 'Tutup kaca pembesar' },
    ],
  },
  close: 'Tutup',
} as const;
