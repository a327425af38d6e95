/** Words that several screens of the administration say. */
export const adminText = {
  reload: 'Ambil ulang',
  more: 'Tampilkan berikutnya',
  loading: 'Mengambil dari server…',
  slow: 'Server belum menjawab. Periksa sambungan jaringan, lalu ambil ulang.',
  cancel: 'Batal',
  close: 'Tutup',
  save: 'Simpan',
  saving: 'Menyimpan…',
  all: 'Semua',
  nothingFound: 'Tidak ada yang cocok',
  nothingFoundAction: 'Ubah kata pencarian atau saringannya.',
} as const;
