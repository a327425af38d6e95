/** Words of the key overlay. */
export const keysText = {
  title: 'Tombol papan ketik',
  intro: 'Tombol huruf dan angka bekerja selama Anda tidak sedang mengetik.',
  scopes: {
    umum: 'Di mana saja',
    inbox: 'Kotak Masuk',
    workbench: 'Meja Periksa',
    alasan: 'Daftar alasan',
    dokumen: 'Dokumen',
    konflik: 'Perlu Diperiksa Lagi',
  },
  /** What the viewer itself does with keys and wheel, beside the actions of the key table. */
  documentGestures: [
    { shown: 'Shift+panah', label: 'Geser dokumen atau kaca pembesar' },
    { shown: 'Ctrl+roda', label: 'Perbesar atau perkecil' },
    { shown: 'Esc', label: 'Tutup kaca pembesar' },
  ],
  close: 'Tutup',
} as const;
