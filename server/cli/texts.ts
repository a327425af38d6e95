import type { CommandResult } from '#shared/contract/commands.ts';
import type { HandoverHeader } from '#shared/contract/handover.ts';
import type { ChainReport } from '#server/commands/verify-chains.ts';

/** Texts of the command line. */
export const cliTexts = {
  help: `Server pusat Meja Verifikator

Cara pakai: npm run server -- PERINTAH [pilihan]

Perintah:
  start                    Menjalankan server (basis data disiapkan bila perlu)
  migrate                  Membuat atau memperbarui tabel basis data
  verify-chain             Memeriksa apakah ada keputusan yang diubah atau hilang
  import-decisions BERKAS  Mengambil keputusan dari berkas serah terima (.mejaserah)

Pilihan:
  --help     Menampilkan bantuan ini

Pengaturan dari lingkungan (environment):
  HOST, PORT                 alamat dan port (127.0.0.1, 8480)
  DATABASE_URL               PostgreSQL yang dipakai; kosong: PostgreSQL bawaan
  MEJA_DATA_DIR              folder data (.meja)
  MEJA_APP_DIR               folder aplikasi yang sudah dibangun, untuk peramban
  MEJA_ALLOWED_ORIGINS       asal lain yang boleh memanggil server, dipisah koma
  MEJA_MINIMUM_APP_VERSION   versi aplikasi tertua yang dilayani (0.1.0)
  MEJA_OFFLINE_UNLOCK_DAYS   hari boleh membuka aplikasi tanpa jaringan (14)
  MEJA_LOCK_AFTER_MINUTES    menit tanpa kegiatan sampai aplikasi terkunci (15)
  MEJA_MARK_FOUND_ALLOWED    false bila "semua yang ditemukan: sesuai" tidak boleh dipakai (true)
  MEJA_SIGN_IN_ATTEMPTS      percobaan masuk per akun dalam lima menit (20)
  MEJA_TRUST_PROXY           true bila ada proxy di depan server
  MEJA_LOG_LEVEL             silent, error, warn, info, atau debug (info)
`,
  unknownCommand: (command: string) =>
    `Perintah "${command}" tidak dikenal. Lihat: npm run server -- --help`,
  noFile: (command: string) =>
    `Perintah ${command} perlu nama berkas. Lihat: npm run server -- --help`,
  noCommand: 'Perintah belum disebut. Lihat: npm run server -- --help',
  unknownOption: 'Ada pilihan yang tidak dikenal. Lihat: npm run server -- --help',
  listening: (url: string) => `Server siap di ${url} (Ctrl+C untuk berhenti)`,
  stopping: 'Server dihentikan …',
  stopped: 'Server sudah berhenti.',
  migrated: (names: readonly string[]) =>
    names.length === 0 ? 'Tabel sudah mutakhir.' : `Migrasi selesai: ${names.join(', ')}`,
  chain: ({ instansi, count, fault }: ChainReport) => {
    if (!fault) return `${instansi}: rantai keputusan utuh (${count} keputusan).`;
    return `${instansi}: keputusan nomor ${fault.chainSeq} ${fault.kind}.`;
  },
  chainBroken:
    'Ada keputusan yang diubah atau hilang di basis data. Amankan cadangannya, lalu hubungi pengembang.',
  handover: ({ accountId, deviceId, createdAt, count }: HandoverHeader) =>
    `Serah terima akun ${accountId}, PC ${deviceId}, dibuat ${createdAt}: ${count} keputusan.`,
  imported: (result: CommandResult) =>
    result.kind === 'diterima'
      ? `${result.id}: diterima (nomor ${result.chainSeq}).`
      : `${result.id}: ditolak. ${result.error.message}`,
  importedAll: (results: readonly CommandResult[]) => {
    const accepted = results.filter(({ kind }) => kind === 'diterima').length;
    return `Diterima ${accepted}, ditolak ${results.length - accepted}. Yang ditolak disimpan untuk BKPSDM.`;
  },
  unreadable:
    'Ada keputusan dalam berkas ini yang tidak sah. Simpan berkasnya, lalu hubungi pengembang.',
  unexpected:
    'Terjadi kesalahan yang tidak terduga. Sampaikan keterangan berikut kepada pengembang:',
} as const;
