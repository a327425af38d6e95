/** Every sentence that `npm start` shows; it speaks to the people who try the application. */
export const startTexts = {
  usage: `Pemakaian: npm start -- [pilihan]

  --fresh       mulai dari awal: hapus data demonstrasi yang lama
  --port N      pakai port N (1024–65535)
  --no-open     jangan buka aplikasi, cukup jalankan server
  --small       buat data demonstrasi yang kecil saja
  --data DIR    simpan data di folder DIR (bawaan: .meja)
  --help        tampilkan bantuan ini`,
  badArguments: (given: string) =>
    `Pilihan tidak dikenal: ${given}. Jalankan "npm start -- --help" untuk melihat pilihan.`,
  badPort: (given: string) =>
    `Port "${given}" tidak sah. Isi bilangan 1024–65535, misalnya --port 4680.`,
  portTaken: (port: number) =>
    `Port ${port} sedang dipakai program lain. Tutup program itu, atau pilih port lain dengan --port.`,
  portMoved: (wanted: number, port: number) =>
    `Port ${wanted} sedang dipakai; memakai port ${port}. Data di peramban untuk alamat lama tetap tersimpan di sana.`,
  noPort: (from: number, to: number) =>
    `Port ${from}–${to} semuanya sedang dipakai. Pilih port lain dengan --port.`,
  folderUnwritable: (folder: string) =>
    `Folder data tidak dapat ditulis: ${folder}. Periksa izin folder, atau pilih folder lain dengan --data.`,
  folderForeign: (folder: string) =>
    `Folder ${folder} sudah berisi berkas lain. Pilih folder kosong dengan --data.`,
  folderFull: (folder: string) =>
    `Ruang disk untuk ${folder} habis. Kosongkan ruang, atau pilih folder lain dengan --data.`,
  folderInUse: (folder: string, pid: number) =>
    `Folder data ${folder} sedang dipakai oleh "npm start" lain (proses ${pid}). Hentikan yang itu dahulu dengan Ctrl+C.`,
  removed: 'Data demonstrasi lama dihapus.',
  building: { renderer: 'Membangun tampilan …', electron: 'Membangun cangkang Electron …' },
  buildFailed: (part: string, logFile: string) =>
    `Bagian "${part}" gagal dibangun; rinciannya ada di ${logFile}. Jalankan "npm ci" lalu ulangi.`,
  startingServer: 'Menjalankan server pusat dan PostgreSQL …',
  seeding: 'Membuat data demonstrasi (sekali saja, sekitar satu menit) …',
  seedInterrupted: 'Pembuatan data demonstrasi sebelumnya terputus; diulang dari awal.',
  kept: 'Memakai data dari jalan sebelumnya; semua keputusan tetap ada.',
  ready: (url: string) => `Server pusat siap di ${url}`,
  accountsTitle: 'Akun demonstrasi',
  accountColumns: ['Nama pengguna', 'Kata sandi', 'Bertugas sebagai', 'Kantor', 'Menunggu'],
  openedElectron: 'Aplikasi dibuka dengan Electron.',
  electronFetching:
    'Runtime Electron belum ada; dicoba diunduh di latar belakang (paling lama 90 detik).',
  electronMissing:
    'Runtime Electron tidak tersedia di komputer ini; aplikasi dibuka di peramban (fungsi sama).',
  electronFailed: 'Electron tidak dapat dibuka; aplikasi dibuka di peramban (fungsi sama).',
  openedBrowser: (program: string) => `Aplikasi dibuka di peramban: ${program}`,
  noDisplay: (url: string) =>
    `Tidak ada layar pada komputer ini. Buka ${url} di peramban (Chrome, Edge, atau Chromium).`,
  noBrowser: (url: string, reason: string) =>
    `Aplikasi tidak dapat dibuka otomatis. ${reason} Setelah itu buka ${url}.`,
  openYourself: (url: string) => `Buka ${url} di peramban.`,
  windowClosed: (url: string) => `Jendela ditutup; server tetap berjalan di ${url}.`,
  howToStop: 'Tekan Ctrl+C untuk berhenti.',
  stopping: 'Menghentikan server dan PostgreSQL …',
  stopped: 'Semua sudah berhenti. Keputusan yang sudah dikirim tetap tersimpan.',
  stoppedEarly: 'Dihentikan sebelum siap.',
  stopSlow: 'Server belum berhenti setelah 20 detik; dihentikan paksa.',
  unexpected: (logFile: string) =>
    `Terjadi kesalahan yang tidak terduga. Rinciannya ada di ${logFile}. Coba "npm start -- --fresh".`,
} as const;
