import { wordsOf, type ByRole } from '#renderer/frame/role.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** Words of the first-start guide. */
export const guideText = {
  label: 'Panduan singkat',
  step: (number: number, total: number) => `Langkah ${number} dari ${total}`,
  next: 'Berikutnya',
  back: 'Sebelumnya',
  skip: 'Lewati panduan',
  done: 'Selesai',
  steps: {
    kotak_masuk: {
      title: 'Kotak Masuk: yang menunggu Anda',
      body: 'Usul yang paling mendesak berada di atas. Pilih dengan tombol panah ↑ ↓, lalu tekan Enter untuk membukanya.',
    },
    meja_periksa: {
      title: 'Meja Periksa: data dan dokumen',
      body: 'Data di kiri, dokumen di kanan. Pindah isian dengan ↑ ↓, nilai dengan S (sesuai), T (tidak sesuai), B (tidak terbaca). Bila semua cocok: A.',
    },
    putusan: {
      title: 'Keputusan: satu huruf, lalu Enter',
      body: 'M memenuhi syarat, P perlu perbaikan, X tidak memenuhi syarat, K koordinasi. Enter menyimpan dan membuka usul berikutnya.',
    },
    antrean: {
      title: 'Tersimpan, juga tanpa jaringan',
      body: 'Keputusan aman di PC ini dan terkirim dengan sendirinya dari Antrean Kirim. Bila keliru, tekan Z sebelum dikirim. Bantuan setiap layar: F1.',
    },
  },
} as const;

type Steps = typeof guideText.steps;
type Words = { readonly [Step in keyof Steps]: { readonly title: string; readonly body: string } };

const own: ByRole<Words> = {
  approver: {
    meja_periksa: {
      title: 'Meja Periksa: data, penilaian, dokumen',
      body: 'Di atas isian tertulis keputusan verifikator; tanda bergaris putus ialah penilaiannya. Isian yang menurut Anda tidak sesuai: T atau B.',
    },
    putusan: {
      title: 'Keputusan: satu huruf, lalu Enter',
      body: 'M setujui, P perlu perbaikan, X tidak memenuhi syarat, K kembalikan ke verifikator. Enter menyimpan dan membuka usul berikutnya.',
    },
  },
  validator: {
    meja_periksa: {
      title: 'Meja Periksa: data, penilaian, dokumen',
      body: 'Di atas isian tertulis keputusan verifikator; tanda bergaris putus ialah penilaiannya. Isian yang menurut Anda tidak sesuai: T atau B.',
    },
  },
};

/** The steps as they are told to a role. */
export function guideStepsOf(role: Role): Words {
  return wordsOf<Words>(guideText.steps, own, role);
}
