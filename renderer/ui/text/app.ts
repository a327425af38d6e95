/** Words of the frame around every screen: top bar, status bar, account menu, failure page. */
export const appText = {
  product: 'Meja Verifikator',
  tagline: 'Periksa usul pemutakhiran data ASN berdampingan dengan dokumennya.',
  navLabel: 'Layar',
  inbox: 'Kotak Masuk',
  workbench: 'Meja Periksa',
  outbox: 'Antrean Kirim',
  account: (name: string) => `Akun ${name}`,
  syncNow: 'Sinkronkan sekarang',
  showKeys: 'Daftar tombol papan ketik',
  signOut: 'Keluar',
  signOutTitle: 'Keluar dari Meja Verifikator?',
  signOutOffline: 'PC ini sedang luring: masuk kembali baru dapat dilakukan setelah ada jaringan.',
  signOutAnyway: 'Tetap keluar',
  cancel: 'Batal',
  loading: 'Memuat…',
  startSlow:
    'Aplikasi belum siap. Muat ulang halaman ini; keputusan yang sudah tersimpan tidak hilang.',
  reload: 'Muat ulang',
  brokenTitle: 'Terjadi kesalahan pada aplikasi',
  brokenBody:
    'Layar ini tidak dapat ditampilkan. Keputusan yang sudah tersimpan tetap ada di PC ini. Muat ulang aplikasi; bila terulang, hubungi admin BKPSDM.',
  sessionEnded: 'Sesi berakhir, perlu masuk kembali.',
  sessionEndedDetail: 'Pekerjaan dapat diteruskan; keputusan dikirim setelah Anda masuk.',
  signInAgain: 'Masuk kembali',
} as const;
