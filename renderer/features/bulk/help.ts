import { bulkKeys, bulkListKeys } from '#renderer/features/bulk/keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf } from '#renderer/ui/keys/key-group.ts';

/** Help for approval in bulk. */
export const bulkHelp: HelpPage = {
  purpose:
    'Menyetujui banyak usul sekaligus: hanya yang semua isiannya dinilai sesuai dan tanpa peringatan, setelah sampelnya diperiksa.',
  steps: [
    'Saring di Kotak Masuk, lalu lepas yang ingin diputuskan satu per satu dan kirim pilihan.',
    'Server mengambil sampel secara acak. Buka setiap usul sampel, lihat semua halamannya, lalu setujui.',
    'Bila sampel bersih, baca daftarnya dan sahkan. Bila ada kesalahan, sisanya tidak disentuh.',
  ],
  keys: [...keysOf(bulkListKeys, 'listOpen'), ...bulkKeys.keys],
  troubles: [
    {
      problem: 'Usul tidak dapat dipilih.',
      remedy: 'Sebabnya tertulis di barisnya; putuskan usul itu satu per satu dari Kotak Masuk.',
    },
    {
      problem: 'Pilihan lama menunggu dikirim.',
      remedy: 'Periksa jaringan. Pilihan aman di PC ini; sampel diambil saat tersambung.',
    },
    {
      problem: 'Sebagian usul tidak ikut disetujui.',
      remedy: 'Usul itu berubah atau diputus orang lain sejak dipilih; lihat sebabnya di daftar.',
    },
  ],
};
