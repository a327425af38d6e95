/** What start and migrate say to the person at the terminal. */
export const startSentences = {
  startSummary: 'Menjalankan server (basis data disiapkan bila perlu)',
  migrateSummary: 'Membuat atau memperbarui tabel basis data',
  listening: (url: string) => `Server siap di ${url} (Ctrl+C untuk berhenti)`,
  stopping: 'Server dihentikan …',
  stopped: 'Server sudah berhenti.',
  migrated: (names: readonly string[]) =>
    names.length === 0 ? 'Tabel sudah mutakhir.' : `Migrasi selesai: ${names.join(', ')}`,
  unwritable: (folder: string) =>
    `Folder data ${folder} tidak dapat ditulis. Beri izin tulis, atau pilih folder lain dengan MEJA_DATA_DIR.`,
  databaseUnreachable:
    'Basis data di DATABASE_URL tidak dapat dihubungi. Periksa alamat, nama pengguna dan kata sandinya, dan apakah PostgreSQL berjalan.',
  databaseForbidden:
    'Pengguna basis data di DATABASE_URL tidak boleh membuat tabel. Beri ia hak CREATE pada skema, atau pakai pengguna lain.',
  ownerServes:
    'Pengguna di DATABASE_URL dapat mengubah tabel dan mematikan penjaganya. Pakai pengguna tanpa hak itu, dan sebut pemilik tabel di MEJA_DATABASE_OWNER_URL (lihat server/README.md).',
  databaseNewer:
    'Basis data ini dibuat oleh versi server yang lebih baru. Jalankan versi itu, atau pilih basis data lain.',
  portTaken: (port: number) =>
    `Port ${port} sudah dipakai program lain. Hentikan program itu, atau pilih port lain dengan PORT.`,
  portForbidden: (port: number) =>
    `Port ${port} tidak boleh dipakai oleh pengguna ini. Pilih port di atas 1023 dengan PORT.`,
  hostUnknown: (host: string) => `Alamat ${host} bukan milik komputer ini. Periksa HOST.`,
  appMissing: (folder: string) =>
    `Aplikasi belum dibangun di ${folder}. Jalankan "npm run build" dahulu, atau kosongkan MEJA_APP_DIR.`,
  keysMissing: (file: string) =>
    `Kunci server ${file} tidak ada, padahal rahasia di basis data disegel dengannya. Pulihkan dari cadangan; bila hilang, jalankan "npm run server -- keys-lost".`,
  keysForeign: (count: number) =>
    `${count} rahasia di basis data disegel dengan kunci server lain. Pakai kunci yang benar; bila hilang, jalankan "npm run server -- keys-lost".`,
  keysUnreadable: (file: string) =>
    `Kunci server ${file} tidak dapat dibaca. Periksa izinnya, atau pulihkan dari cadangan.`,
  keysUnwritable: (file: string) =>
    `Kunci server ${file} tidak dapat ditulis. Beri izin tulis, atau pilih tempat lain dengan MEJA_KEY_FILE.`,
  keysFromEnvironment:
    'Kunci server berasal dari MEJA_SERVER_KEY. Taruh kunci baru di depan yang lama di sana, lalu mulai ulang server.',
  identitySummary: 'Menampilkan sidik kunci server, untuk dibandingkan dengan yang ditampilkan PC',
  identity: (fingerprint: string) => `Sidik kunci server: ${fingerprint}`,
  rotateSummary: 'Membuat kunci server baru dan menyegel ulang semua rahasia dengannya',
  rotated: (file: string) =>
    `Kunci baru dipakai; yang lama tetap di ${file} untuk cadangan lama. Mulai ulang semua server, dan cadangkan berkas itu.`,
  keysLostSummary: 'Melupakan rahasia yang kuncinya hilang, dan mulai dengan kunci baru',
  keysLost: (count: number) =>
    `${count} rahasia dilupakan. Semua PC meminta masuk dengan jaringan sekali; serah terima dari PC yang sudah dicabut tidak terbuka lagi.`,
  badCertificate: (certFile: string, keyFile: string) =>
    `Sertifikat ${certFile} dan kuncinya ${keyFile} tidak dapat dipakai. Periksa apakah keduanya PEM yang dapat dibaca dan sepasang.`,
  withoutTls: (host: string) =>
    `Server melayani di ${host} tanpa TLS: kata sandi dapat dibaca di jaringan. Isi MEJA_TLS_CERT dan MEJA_TLS_KEY, atau pasang proxy TLS dan sebut alamatnya di MEJA_TRUST_PROXY.`,
  anyProxy:
    'MEJA_TRUST_PROXY=true mempercayai siapa pun yang memanggil langsung. Sebut alamat proxy-nya.',
  badSettings: (names: readonly string[]) =>
    `Pengaturan tidak sah: ${names.join(', ')}. Periksa nilainya (lihat --help).`,
} as const;
