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

/** Words of the form that opens an account with the code of its slip. */
export const activationText = {
  open: 'Aktifkan akun dengan kode',
  title: 'Aktifkan akun',
  how: 'Ketik kode dari slip atau dari petugas helpdesk, lalu pilih kata sandi.',
  code: 'Kode aktivasi',
  codeHint: 'Besar atau kecil huruf, dan tanda hubung, tidak menjadi soal.',
  codeMissing: 'Isi kode dari slip.',
  submit: 'Aktifkan dan masuk',
  submitting: 'Mengaktifkan…',
  back: 'Kembali ke masuk',
  done: 'Akun sudah aktif.',
} as const;
