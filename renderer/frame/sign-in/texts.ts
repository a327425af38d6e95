/** Words of what is asked for after the password, and of a second factor. */
export const stepText = {
  newPassword: {
    why: 'Kata sandi ini dibuatkan orang lain. Pilih kata sandi Anda sendiri untuk melanjutkan.',
    submit: 'Ganti dan masuk',
  },
  code: {
    label: 'Kode verifikasi',
    hint: 'Enam angka dari aplikasi autentikator, atau satu kode cadangan bila ponsel tidak ada.',
    missing: 'Isi kode verifikasi.',
    submit: 'Masuk',
  },
  factor: {
    why: 'Tugas Anda wajib memakai kode verifikasi. Siapkan aplikasi autentikator di ponsel (Google Authenticator, Microsoft Authenticator, atau yang sejenis).',
    begin: 'Pasang sekarang',
  },
  offer: {
    scan: 'Pindai kode QR ini dengan aplikasi autentikator, atau ketik kuncinya.',
    qr: 'Kode QR bagi aplikasi autentikator',
    secret: 'Kunci',
    next: 'Lanjut',
    codes:
      'Simpan kode cadangan ini; masing-masing berlaku satu kali bila ponsel tidak ada, dan tidak ditampilkan lagi.',
    codesHead: 'Kode cadangan Meja Verifikator',
    copy: 'Salin',
    copied: 'Disalin',
    notCopied: 'Belum tersalin',
    print: 'Cetak',
    saved: 'Kode cadangan sudah saya simpan',
    savedMissing: 'Simpan kode cadangan lebih dahulu, lalu centang ini.',
    first: 'Kode dari aplikasi autentikator',
    firstHint: 'Enam angka yang tampil sekarang.',
    back: 'Kembali ke kode QR',
    submit: 'Pasang',
  },
  busy: 'Memeriksa…',
  leave: 'Kembali',
} as const;
