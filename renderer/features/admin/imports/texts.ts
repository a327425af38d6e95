import { formatCount, formatDuration } from '#renderer/ui/format/amounts.ts';
import type { ImportKindId, ImportRow, ImportState } from '#shared/contract/admin/imports.ts';

/** Words of the imports. */
export const importsText = {
  title: 'Impor',
  summary: 'OPD, unit organisasi, ASN, dan akun dari CSV atau XLSX.',
  kind: 'Isi berkas',
  kinds: {
    opd: 'OPD',
    unor: 'Unit organisasi',
    asn: 'Data ASN',
    akun: 'Akun dan penunjukan',
  } satisfies Record<ImportKindId, string>,
  choose: 'Pilih berkas',
  take: (count: number) => `Ambil ${formatCount(count)} baris yang baik`,
  takeNothing: 'Tidak ada yang perlu diambil',
  stop: 'Hentikan',
  rejected: 'Unduh yang ditolak',
  sending: (percent: number) => `Mengirim berkas: ${percent} %`,
  phases: {
    menerima: 'Berkas diterima.',
    membaca: 'Membaca berkas…',
    menilai: 'Menilai setiap baris…',
    dinilai: 'Belum ada yang diubah. Periksa nasib setiap baris, lalu ambil yang baik.',
    mengambil: 'Mengambil baris yang baik…',
    selesai: 'Selesai. Baris yang baik sudah diambil.',
    dihentikan: 'Dihentikan. Yang sudah diambil tetap tersimpan; dapat diteruskan.',
    gagal: 'Tidak ada yang diambil dari berkas ini.',
  } satisfies Record<ImportState['phase'], string>,
  progress: (done: number, total: number, secondsLeft: number | null) =>
    `${formatCount(done)} dari ${formatCount(total)} baris${secondsLeft === null ? '' : `, sisa kira-kira ${formatDuration(secondsLeft)}`}`,
  fault: (fault: string) => ({ message: fault, action: 'Perbaiki berkasnya, lalu pilih lagi.' }),
  fates: {
    baru: 'Baru',
    berubah: 'Berubah',
    sama: 'Sama',
    ditolak: 'Ditolak',
  } satisfies Record<ImportRow['fate'], string>,
  fate: 'Nasib',
  list: 'Baris berkas',
  columns: { number: 'Baris', title: 'Data', fate: 'Nasib', why: 'Keterangan' },
  empty: { title: 'Tidak ada baris', action: 'Pilih nasib lain.' },
  start: {
    title: 'Pilih isi dan berkasnya',
    action:
      'Nasib setiap baris tampil lebih dahulu; belum ada yang diubah. Berkas yang sama dua kali tidak berbahaya.',
  },
  done: 'Baris yang baik sudah diambil.',
} as const;
