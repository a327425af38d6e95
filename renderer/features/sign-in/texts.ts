/** Words of the sign-in form. */
export const signInText = {
  tagline: 'Periksa usul pemutakhiran data ASN berdampingan dengan dokumennya.',
  username: 'NIP atau nama pengguna',
  submit: 'Masuk',
  submitting: 'Memeriksa…',
  usernameMissing: 'Isi NIP atau nama pengguna.',
  trustServer: 'Percayai server ini dan masuk',
  noAnswer: {
    kind: 'tidak_menjawab',
    message: 'Server belum menjawab.',
    action: 'Periksa sambungan jaringan, muat ulang aplikasi, lalu masuk lagi.',
  },
  help: 'Lupa kata sandi? Hubungi admin BKPSDM.',
  privacy: 'Data pribadi ASN. Gunakan hanya untuk tugas verifikasi.',
} as const;
