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
  },
  close: 'Tutup',
} as const;
