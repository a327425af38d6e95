import { settingsKeys } from '#renderer/features/settings/keys.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf } from '#renderer/ui/keys/key-group.ts';

/** Help for the settings. */
export const settingsHelp: HelpPage = {
  purpose:
    'Menyesuaikan tampilan dan cara kerja dengan mata dan tangan Anda. Berlaku untuk akun Anda di PC ini saja.',
  steps: [
    'Pilih tema dan ukuran teks yang nyaman dibaca seharian.',
    'Pilih kerapatan: lapang memberi jarak lebih besar, rapat memuat lebih banyak.',
    'Tidak perlu menyimpan: setiap pilihan langsung berlaku.',
  ],
  keys: [...keysOf(settingsKeys, 'leaveSettings'), ...keysOf(generalKeys, 'openSettings', 'lock')],
  troubles: [
    {
      problem: 'Susunan meja tidak seperti biasa.',
      remedy: 'Pilih "Kembalikan tata letak".',
    },
    {
      problem: 'Ponsel dengan aplikasi autentikator hilang.',
      remedy:
        'Masuk dengan satu kode cadangan, lalu pilih "Ganti ponsel". Bila kode cadangan juga tidak ada, minta admin instansi melepas kode verifikasi Anda.',
    },
    {
      problem: 'Meja terlalu cepat terkunci.',
      remedy: 'Pilih waktu yang lebih lama; batas terlama ditentukan BKPSDM dan tertulis di sana.',
    },
  ],
};
