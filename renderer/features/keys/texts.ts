/** Words of the key overlay. */
export const keysText = {
  title: 'Tombol papan ketik',
  intro: 'Tombol huruf dan angka bekerja selama Anda tidak sedang mengetik.',
  close: 'Tutup',
} as const;
