import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf } from '#renderer/ui/keys/key-group.ts';

/** Help for the outbox. */
export const outboxHelp: HelpPage = {
  purpose:
    'Semua keputusan yang Anda buat di PC ini dan sampai di mana masing-masing. Tidak ada yang hilang, juga bila PC dimatikan.',
  steps: [
    'Lihat lebih dahulu yang ditolak server: di sana tertulis sebabnya.',
    'Pilih "Putuskan ulang" untuk memperbaiki, atau "Lepaskan" bila tidak perlu lagi.',
    'Yang belum dikirim masih dapat ditarik kembali.',
  ],
  keys: keysOf(generalKeys, 'undoDecision', 'showConflicts'),
  troubles: [
    {
      problem: 'Keputusan lama menunggu.',
      remedy: 'Periksa jaringan, lalu pilih "Coba sekarang" di baris status. Keputusan tetap aman.',
    },
    {
      problem: 'Server menolak keputusan.',
      remedy: 'Baca sebabnya, buka usulnya, dan putuskan menurut keadaannya yang sekarang.',
    },
    {
      problem: 'Server menolak tindakan lain, misalnya mengambil alih usul atau mengirim pesan.',
      remedy: 'Sebabnya tertulis di atas daftar. Pilih "Lepaskan" setelah Anda membacanya.',
    },
    {
      problem: 'Sesi berakhir.',
      remedy: 'Pilih "Masuk kembali" di atas; setelah itu keputusan terkirim dengan sendirinya.',
    },
  ],
};
