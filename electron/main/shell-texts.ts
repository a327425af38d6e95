import type { SettingsFault } from '#electron/main/settings/settings.ts';

/** Every sentence that the shell itself shows. */
export const shellTexts = {
  title: 'Meja Verifikator',
  settingsFault: {
    unreadable: (file: string) =>
      `Berkas pengaturan tidak dapat dibaca:\n${file}\n\nPasang ulang aplikasi atau hubungi admin BKPSDM.`,
    invalid: (file: string) =>
      `Alamat peladen pada berkas pengaturan tidak sah:\n${file}\n\nIsi "serverUrl" dengan alamat https:// yang diberikan BKPSDM.`,
  } satisfies Record<SettingsFault, (file: string) => string>,
  serverChanged: {
    message: 'Alamat peladen pada PC ini berubah.',
    detail: (before: string, now: string) =>
      `Sebelumnya: ${before}\nSekarang: ${now}\n\nLanjutkan hanya bila BKPSDM memberitahukan perubahan ini. Bila ragu, pilih Batal dan hubungi admin BKPSDM.`,
    cancel: 'Batal',
    goOn: 'Pakai alamat baru',
  },
  startFault:
    'Aplikasi tidak dapat dibuka. Tutup lalu buka kembali; bila berulang, hubungi admin BKPSDM.',
} as const;
