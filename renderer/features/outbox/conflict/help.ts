import { conflictKeys } from '#renderer/features/outbox/conflict/keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf } from '#renderer/ui/keys/key-group.ts';

/** Help for the decisions that came back. */
export const conflictHelp: HelpPage = {
  purpose:
    'Keputusan Anda yang dikembalikan server karena usulnya sudah berubah. Tidak ada yang hilang: semua yang Anda ketik masih ada.',
  steps: [
    'Bandingkan keputusan Anda dengan keadaan usul sekarang.',
    'Lihat isian yang berubah: nilai saat Anda memutuskan di kiri, nilai sekarang di kanan.',
    'Periksa lagi usulnya, atau lepaskan keputusan bila tidak perlu lagi.',
  ],
  keys: keysOf(conflictKeys, 'nextConflict', 'redoDecision', 'letGoOfDecision', 'leaveConflicts'),
  troubles: [
    {
      problem: 'Usul tidak dapat diperiksa lagi.',
      remedy: 'Sebabnya tertulis di samping tombol. Lepaskan keputusan; catatannya tetap ada.',
    },
    {
      problem: 'Perubahan tidak dapat ditampilkan.',
      remedy: 'Periksa jaringan; isi usul yang baru diambil dengan sendirinya.',
    },
  ],
};
