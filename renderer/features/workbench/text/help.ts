import { caseKeys, type CaseAction } from '#renderer/features/workbench/keys.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf, type KeyGroup } from '#renderer/ui/keys/key-group.ts';
import { documentKeys } from '#renderer/viewer/document-keys.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

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
      'correctValue',
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
      problem: 'ASN salah ketik, dokumennya benar.',
      remedy:
        'Tekan Ctrl+K pada isian itu, ketik nilai menurut dokumen, lalu Enter. Nilai usul dan koreksi sama-sama tercatat dan dilihat tahap berikutnya.',
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

const laterSteps: Readonly<Partial<Record<Role, readonly string[]>>> = {
  approver: [
    'Baca keputusan verifikator (dan validator) di atas isian: penilaian, catatan, dan peringatan yang diperiksa. Tanda bergaris putus di tiap isian ialah penilaian mereka.',
    'Bila setuju: M, lalu Enter. Isian yang menurut Anda tidak sesuai ditandai sendiri dengan T atau B.',
    'Kembalikan ke verifikator dengan K bila penilaiannya perlu diulang, atau ke ASN dengan P; beri alasannya.',
    'Pertanyaan dijawab di tempat keputusan: N untuk menulis, Ctrl+Enter untuk menyimpan.',
  ],
  validator: [
    'Baca keputusan verifikator di atas isian: penilaian, catatan, dan peringatan yang diperiksa. Tanda bergaris putus di tiap isian ialah penilaiannya.',
    'Lihat semua halaman dokumen. Bila memenuhi syarat: M, lalu Enter. Isian yang menurut Anda tidak sesuai ditandai sendiri dengan T atau B.',
    'Kembalikan ke ASN dengan P, atau tanyakan ke BKPSDM dengan K; beri alasan atau pertanyaannya.',
  ],
};

/** Help for the workbench of a role that decides after the verifikator; `keys` in its words. */
export function laterCaseHelp(role: Role, keys: KeyGroup<CaseAction>): HelpPage {
  const own = keysOf(
    keys,
    'chooseForward',
    'chooseReturn',
    'chooseRefuse',
    'chooseOther',
    'judgeDiffer',
    'judgeUnreadable',
    'acknowledge',
    'writeNote',
    'advance',
    'undoStep',
  );
  return {
    ...caseHelp,
    purpose:
      'Data yang diusulkan dan penilaian sebelumnya di kiri, dokumen bukti di kanan. Periksa, lalu putuskan.',
    steps: laterSteps[role] ?? caseHelp.steps,
    keys: [...own, ...keysOf(generalKeys, 'undoDecision', 'showConflicts')],
  };
}
