/** Words of the frame around every screen: top bar, status bar, account menu, failure page. */
export const appText = {
  navLabel: 'Layar',
  settings: 'Pengaturan',
  account: (name: string) => `Akun ${name}`,
  syncNow: 'Sinkronkan sekarang',
  lock: 'Kunci meja',
  help: 'Bantuan layar ini',
  showKeys: 'Daftar tombol papan ketik',
  signOut: 'Keluar',
  signOutTitle: 'Keluar dari Meja Verifikator?',
  signOutOffline: 'PC ini sedang luring: masuk kembali baru dapat dilakukan setelah ada jaringan.',
  signOutAnyway: 'Tetap keluar',
  cancel: 'Batal',
  loading: 'Memuat…',
  above: 'Menu dan jendela kecil',
  reload: 'Muat ulang',
  brokenTitle: 'Layar ini tidak dapat ditampilkan',
  brokenBody:
    'Ada bagian aplikasi yang berhenti bekerja. Keputusan yang sudah tersimpan tetap ada di PC ini. Muat ulang aplikasi; bila terulang, hubungi admin BKPSDM.',
  sessionEnded: 'Sesi berakhir, perlu masuk kembali.',
  sessionEndedShort: 'Sesi berakhir',
  sessionEndedDetail: 'Pekerjaan dapat diteruskan; keputusan dikirim setelah Anda masuk.',
  lastDecision: 'Keputusan terakhir',
  lastSaved: (name: string, outcome: string) => `Tersimpan: ${name} · ${outcome}`,
  undo: 'Tarik kembali',
  undoTitle: (name: string) => `Tarik kembali keputusan atas usul ${name} sebelum dikirim`,
  undone: (name: string) => `Keputusan atas usul ${name} ditarik kembali ke meja.`,
  nothingToUndo:
    'Tidak ada keputusan yang dapat ditarik kembali. Lihat Antrean Kirim untuk semuanya.',
  seconds: (count: number) => `${count} dtk`,
  signInAgain: 'Masuk kembali',
  keyLost:
    'Simpanan di PC ini tidak dapat dibuka lagi dan sedang diambil ulang dari server; yang lama tidak dihapus.',
  keyLostAction:
    'Periksa lagi usul yang terakhir Anda kerjakan di PC ini: keputusan yang belum terkirim mungkin perlu diulang.',
  newPasswordAsked: 'Kata sandi Anda tidak memenuhi ketentuan sekarang.',
  newPasswordAction:
    'Minta admin BKPSDM menggantinya: paling sedikit 12 huruf, tanpa NIP, nama, atau kata yang mudah ditebak.',
  understood: 'Mengerti',
} as const;
