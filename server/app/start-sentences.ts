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
  databaseNewer:
    'Basis data ini dibuat oleh versi server yang lebih baru. Jalankan versi itu, atau pilih basis data lain.',
  portTaken: (port: number) =>
    `Port ${port} sudah dipakai program lain. Hentikan program itu, atau pilih port lain dengan PORT.`,
  portForbidden: (port: number) =>
    `Port ${port} tidak boleh dipakai oleh pengguna ini. Pilih port di atas 1023 dengan PORT.`,
  hostUnknown: (host: string) => `Alamat ${host} bukan milik komputer ini. Periksa HOST.`,
  appMissing: (folder: string) =>
    `Aplikasi belum dibangun di ${folder}. Jalankan "npm run build" dahulu, atau kosongkan MEJA_APP_DIR.`,
  badCertificate: (certFile: string, keyFile: string) =>
    `Sertifikat ${certFile} dan kuncinya ${keyFile} tidak dapat dipakai. Periksa apakah keduanya PEM yang dapat dibaca dan sepasang.`,
  withoutTls: (host: string) =>
    `Server melayani di ${host} tanpa TLS: kata sandi dapat dibaca di jaringan. Isi MEJA_TLS_CERT dan MEJA_TLS_KEY, atau pasang proxy TLS dan sebut alamatnya di MEJA_TRUST_PROXY.`,
  anyProxy:
    'MEJA_TRUST_PROXY=true mempercayai siapa pun yang memanggil langsung. Sebut alamat proxy-nya.',
  badSettings: (names: readonly string[]) =>
    `Pengaturan tidak sah: ${names.join(', ')}. Periksa nilainya (lihat --help).`,
} as const;
