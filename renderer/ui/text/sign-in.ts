/** Words of the sign-in form. */
export const signInText = {
  username: 'NIP atau nama pengguna',
  password: 'Kata sandi',
  showPassword: 'Tampilkan kata sandi',
  hidePassword: 'Sembunyikan kata sandi',
  capsLock: 'Caps Lock menyala: huruf terketik besar.',
  submit: 'Masuk',
  submitting: 'Memeriksa…',
  usernameMissing: 'Isi NIP atau nama pengguna.',
  passwordMissing: 'Isi kata sandi.',
  noAnswer: {
    kind: 'tidak_menjawab',
    message: 'Server belum menjawab.',
    action: 'Periksa sambungan jaringan, muat ulang aplikasi, lalu masuk lagi.',
  },
  help: 'Lupa kata sandi? Hubungi admin BKPSDM.',
  privacy: 'Data pribadi ASN. Gunakan hanya untuk tugas verifikasi.',
} as const;
