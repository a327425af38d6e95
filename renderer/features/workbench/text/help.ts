import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf } from '#renderer/ui/keys/key-group.ts';
import { documentKeys } from '#renderer/viewer/document-keys.ts';

/** Help for the workbench. */
export const caseHelp: HelpPage = {
  purpose:
    'Data yang diusulkan di kiri, dokumen bukti di kanan. Bandingkan isian demi isian, lalu putuskan.',
  steps: [
    'Lihat tanda di tiap isian: "Ditemukan" berarti nilainya tertulis di dokumen, "Berbeda" berarti di sana tertulis nilai lain, "Mirip" berarti hasil bacanya belum pasti. Letaknya disorot di dokumen; penilaian tetap pada Anda.',
    'Nilai setiap isian: sesuai, tidak sesuai, atau tidak terbaca. Bila semuanya cocok, cukup sekali A.',
    'Periksa keputusan yang disarankan atau pilih sendiri; beri alasan bila usul tidak diteruskan. Bila ada peringatan, periksa dahulu, lalu tekan W.',
    'Tekan Enter untuk menyimpan; usul berikutnya terbuka dengan sendirinya.',
  ],
  keys: [
    ...keysOf(
      caseKeys,
      'fieldDown',
      'judgeMatch',
      'judgeDiffer',
      'judgeUnreadable',
      'judgeAll',
      'judgeFound',
      'nextToLookAt',
      'correctPlace',
      'chooseForward',
      'chooseReturn',
      'acknowledge',
      'advance',
      'undoStep',
    ),
    ...keysOf(generalKeys, 'undoDecision', 'showConflicts'),
    ...keysOf(documentKeys, 'rotate', 'recognisedText'),
  ],
  troubles: [
    {
      problem: 'Keputusan belum dapat disimpan.',
      remedy: 'Baca baris di bawah keputusan: di sana tertulis apa yang masih kurang.',
    },
    {
      problem: 'A tidak menandai semua isian.',
      remedy:
        'Isian dengan galat atau yang berbeda dengan dokumen dinilai sendiri. Golongan ditandai pada tekanan A yang kedua.',
    },
    {
      problem: 'Isian bertanda "Periksa".',
      remedy:
        'Nilainya tidak ditemukan dengan sendirinya. Itu tidak berarti salah: lihat dokumennya.',
    },
    {
      problem: 'Yang disorot bukan nilai isian itu.',
      remedy:
        'Tekan F2, lalu tarik kotak di sekitar nilainya, atau pilih katanya dengan tombol panah dan tekan Enter.',
    },
    {
      problem: 'Dokumen rusak atau tidak terbaca.',
      remedy: 'Nilai isian "Tidak terbaca", lalu kembalikan dengan P agar ASN mengunggah ulang.',
    },
    {
      problem: 'Usul ini menghapus riwayat.',
      remedy:
        'Nilai alasannya (S benar, T tidak benar, B tidak dapat dipastikan): lihat kembarannya, apa yang tersisa sesudahnya, dan apa kata dokumen.',
    },
    {
      problem: 'Usul yang sudah diputuskan kembali ke meja.',
      remedy:
        'Dokumennya baru selesai dibaca sesudah Anda menyimpan, dan ada temuan. Tekan U, lihat temuannya, lalu tekan W atau putuskan lain.',
    },
    {
      problem: 'Keputusan yang keliru sudah disimpan.',
      remedy:
        'Tekan Z untuk menariknya kembali selama belum dikirim. Sesudah dikirim, hubungi BKPSDM.',
    },
  ],
};
