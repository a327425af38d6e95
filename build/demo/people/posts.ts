import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Track, Unor } from '#build/demo/offices/offices.ts';
import type { EntryLevel } from '#build/demo/people/career.ts';
import type { Post } from '#build/demo/people/person.ts';
import type { Random } from '#build/demo/random.ts';

const skilled: Record<Track, readonly string[]> = {
  guru: ['Guru'],
  nakes: ['Perawat', 'Bidan', 'Apoteker', 'Epidemiolog Kesehatan', 'Nutrisionis'],
  teknis: ['Penyuluh Pertanian', 'Penata Ruang', 'Teknik Jalan dan Jembatan'],
  umum: [
    'Analis Sumber Daya Manusia Aparatur',
    'Perencana',
    'Analis Kebijakan',
    'Pranata Komputer',
    'Arsiparis',
  ],
};

const general: readonly string[] = [
  'Pengadministrasi Perkantoran',
  'Pengolah Data dan Informasi',
  'Penata Layanan Operasional',
  'Penelaah Teknis Kebijakan',
  'Operator Layanan Operasional',
];

const contracted: readonly string[] = [
  'Tenaga Administrasi',
  'Operator Komputer',
  'Petugas Kebersihan',
  'Pengemudi',
  'Petugas Keamanan',
];

/** The general post of somebody without a functional one. */
export const makeGeneralPost = (random: Random): string => random.pick(general);
/** What a PPT Non-ASN does. */
export const makeContractedPost = (random: Random): string => random.pick(contracted);

/** Functional posts of a field, without their level. */
export const skilledPosts = (track: Track): readonly string[] => skilled[track];

/** Level of a functional post for a rank (domain.md 2.2): III/a-b Pertama, III/c-d Muda, IV Madya; below that by skill. */
export function functionalLevel(rankId: string, level: EntryLevel): string {
  if (level === 'SLTA' || level === 'D3') {
    return rankId < '31' ? 'Terampil' : rankId < '33' ? 'Mahir' : 'Penyelia';
  }
  return rankId < '33' ? 'Ahli Pertama' : rankId < '41' ? 'Ahli Muda' : 'Ahli Madya';
}

/** The post of the head of a unit, where it is a structural one. */
export function makeHeadPost(unor: Unor, tmt: LocalDate): Post {
  const eselonId = unor.headTitle.startsWith('Sekretaris')
    ? '31'
    : unor.headTitle.startsWith('Kepala Sub') || unor.headTitle.startsWith('Kepala UPTD')
      ? '41'
      : '32';
  const name = unor.headTitle === 'Sekretaris' ? `Kepala ${unor.name}` : unor.headTitle;
  return { kindId: '1', name, eselonId, tmt };
}
