import type { Official } from '#build/demo/offices/regency.ts';
import { regency, subdistricts } from '#build/demo/offices/regency.ts';
import { makePersonName } from '#build/demo/people/person-name.ts';
import { makeNip } from '#build/demo/people/identity-numbers.ts';
import { day } from '#build/demo/calendar.ts';
import { makeObjectId, makeRandom } from '#build/demo/random.ts';

/** What sort of work is done there: decides posts, education and training of its people. */
export type Track = 'guru' | 'nakes' | 'teknis' | 'umum';

/** A unit inside an OPD (unor). `weight` is its share of the OPD's people. */
export interface Unor {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly track: Track;
  readonly weight: number;
  /** What the head of the unit is called; a unit always has one. */
  readonly headTitle: string;
  /** False once it was merged into another one; some of its people are still on record there. */
  readonly active: boolean;
}

/** An office of the regency. */
export interface Opd {
  readonly id: string;
  readonly name: string;
  /** Short name, for user names and document numbers: `disdik`. */
  readonly slug: string;
  readonly headcount: number;
  readonly head: Official;
  readonly unors: readonly Unor[];
}

interface OpdSpec {
  readonly name: string;
  readonly slug: string;
  readonly headcount: number;
  readonly headTitle: string;
  readonly divisions: readonly string[];
  readonly branches?: readonly { name: string; track: Track; weight: number; headTitle: string }[];
  readonly track?: Track;
}

const schools = subdistricts.flatMap(({ name, villages }) => [
  ...villages.flatMap((village) =>
    [1, 2].map((number) => branch(`SD Negeri ${number} ${village}`, 'guru', 1, 'Kepala Sekolah')),
  ),
  ...[1, 2].map((number) => branch(`SMP Negeri ${number} ${name}`, 'guru', 2, 'Kepala Sekolah')),
  branch(`TK Negeri Pembina ${name}`, 'guru', 0.5, 'Kepala Sekolah'),
]);

const healthCentres = subdistricts.map(({ name }) =>
  branch(`UPTD Puskesmas ${name}`, 'nakes', 3, 'Kepala UPTD'),
);

/** Schools with few pupils that were merged into a neighbour. */
const merged: ReadonlySet<string> = new Set([
  'SD Negeri 2 Tegalarum',
  'SD Negeri 2 Pasirangin',
  'TK Negeri Pembina Wanakerta',
]);

const specs: readonly OpdSpec[] = [
  {
    name: 'Dinas Pendidikan',
    slug: 'disdik',
    headcount: 1500,
    headTitle: 'KEPALA DINAS PENDIDIKAN',
    divisions: [
      'Bidang Pembinaan SD',
      'Bidang Pembinaan SMP',
      'Bidang Pembinaan PAUD dan Pendidikan Nonformal',
      'Bidang Pembinaan Ketenagaan',
    ],
    branches: schools,
  },
  {
    name: 'Dinas Kesehatan',
    slug: 'dinkes',
    headcount: 420,
    headTitle: 'KEPALA DINAS KESEHATAN',
    divisions: [
      'Bidang Kesehatan Masyarakat',
      'Bidang Pelayanan Kesehatan',
      'Bidang Pencegahan dan Pengendalian Penyakit',
    ],
    branches: healthCentres,
  },
  {
    name: 'RSUD Kencana Medika',
    slug: 'rsud',
    headcount: 220,
    headTitle: 'DIREKTUR RSUD KENCANA MEDIKA',
    divisions: ['Bidang Pelayanan Medik', 'Bidang Keperawatan', 'Bidang Penunjang'],
    track: 'nakes',
  },
  opd('Sekretariat Daerah', 'setda', 130, 'SEKRETARIS DAERAH', [
    'Bagian Organisasi',
    'Bagian Hukum',
    'Bagian Umum',
    'Bagian Pengadaan Barang dan Jasa',
  ]),
  opd(
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'pupr',
    110,
    'KEPALA DINAS PEKERJAAN UMUM DAN PENATAAN RUANG',
    ['Bidang Bina Marga', 'Bidang Sumber Daya Air', 'Bidang Tata Ruang'],
    'teknis',
  ),
  opd(
    'Dinas Pertanian dan Ketahanan Pangan',
    'distan',
    110,
    'KEPALA DINAS PERTANIAN DAN KETAHANAN PANGAN',
    ['Bidang Tanaman Pangan', 'Bidang Penyuluhan', 'Bidang Peternakan'],
    'teknis',
  ),
  opd('Satuan Polisi Pamong Praja', 'satpolpp', 90, 'KEPALA SATUAN POLISI PAMONG PRAJA', [
    'Bidang Penegakan Peraturan Daerah',
    'Bidang Ketertiban Umum',
  ]),
  opd(
    'Badan Pengelolaan Keuangan dan Aset Daerah',
    'bpkad',
    80,
    'KEPALA BADAN PENGELOLAAN KEUANGAN DAN ASET DAERAH',
    ['Bidang Anggaran', 'Bidang Perbendaharaan', 'Bidang Aset'],
  ),
  opd('Dinas Perhubungan', 'dishub', 70, 'KEPALA DINAS PERHUBUNGAN', [
    'Bidang Lalu Lintas',
    'Bidang Angkutan',
  ]),
  opd(
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'bkpsdm',
    60,
    'KEPALA BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA',
    ['Bidang Mutasi dan Kepangkatan', 'Bidang Pengembangan Kompetensi'],
  ),
  opd(
    'Dinas Kependudukan dan Pencatatan Sipil',
    'dukcapil',
    55,
    'KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
    ['Bidang Pendaftaran Penduduk', 'Bidang Pencatatan Sipil'],
  ),
  opd(
    'Badan Perencanaan Pembangunan Daerah',
    'bappeda',
    45,
    'KEPALA BADAN PERENCANAAN PEMBANGUNAN DAERAH',
    ['Bidang Ekonomi', 'Bidang Penelitian dan Pengembangan'],
  ),
  opd('Dinas Sosial', 'dinsos', 40, 'KEPALA DINAS SOSIAL', ['Bidang Rehabilitasi Sosial']),
  opd('Inspektorat', 'inspektorat', 40, 'INSPEKTUR', ['Inspektur Pembantu Wilayah I']),
  opd('Kecamatan Kencana Utara', 'kec-kencut', 30, 'CAMAT KENCANA UTARA', ['Seksi Pemerintahan']),
];

/** Ids of the invented regency in the reference tables. */
export const instansi = {
  id: makeObjectId('instansi', regency.name),
  name: `Pemerintah ${regency.name}`,
} as const;

/** The offices of the regency; `small` keeps three (a large, a middle and a small one) with 60 people. */
export function planOffices(seed: string, size: 'full' | 'small'): readonly Opd[] {
  if (size === 'full') return specs.map((spec) => makeOpd(seed, spec, spec.headcount));
  const small = new Map([
    ['disdik', 36],
    ['dinkes', 16],
    ['kec-kencut', 8],
  ]);
  return specs
    .filter((spec) => small.has(spec.slug))
    .map((spec) =>
      makeOpd(
        seed,
        { ...spec, branches: (spec.branches ?? []).slice(0, 3) },
        small.get(spec.slug)!,
      ),
    );
}

function makeOpd(seed: string, spec: OpdSpec, headcount: number): Opd {
  const id = makeObjectId('opd', spec.slug);
  const unor = (
    name: string,
    parentId: string,
    track: Track,
    weight: number,
    headTitle: string,
  ): Unor => ({
    id: makeObjectId('unor', spec.slug, name),
    name,
    parentId,
    track,
    weight,
    headTitle,
    active: !merged.has(name),
  });
  const secretariat = unor(secretariatName(spec.name), id, 'umum', 0.5, 'Sekretaris');
  const sections = ['Umum dan Kepegawaian', 'Keuangan', 'Perencanaan dan Pelaporan'].map((name) =>
    unor(`Subbagian ${name}`, secretariat.id, 'umum', 0.6, `Kepala Subbagian ${name}`),
  );
  const divisions = spec.divisions.map((name) =>
    unor(name, id, spec.track ?? 'umum', spec.track ? 3 : 1, `Kepala ${name}`),
  );
  const branches = (spec.branches ?? []).map((item) =>
    unor(item.name, id, item.track, item.weight, `${item.headTitle} ${item.name}`),
  );
  return {
    id,
    name: spec.name,
    slug: spec.slug,
    headcount,
    head: makeHead(seed, spec),
    unors: [secretariat, ...sections, ...divisions, ...branches],
  };
}

function makeHead(seed: string, spec: OpdSpec): Official {
  const random = makeRandom(seed, 'kepala', spec.slug);
  const sex = random.chance(0.35) ? 'F' : 'M';
  const born = day(random.whole(1967, 1975), random.whole(1, 12), random.whole(1, 28));
  const degree = random.pick(['S.Sos., M.Si.', 'S.H., M.M.', 'S.E., M.A.P.', 'S.T., M.T.']);
  return {
    title: spec.headTitle,
    name: `${makePersonName(random, sex).toUpperCase()}, ${degree}`,
    rank: random.pick(['Pembina Tingkat I', 'Pembina Utama Muda']),
    nip: makeNip(born, day(Number(born.slice(0, 4)) + random.whole(25, 28), 3, 1), sex, 907),
  };
}

function opd(
  name: string,
  slug: string,
  headcount: number,
  headTitle: string,
  divisions: readonly string[],
  track?: Track,
): OpdSpec {
  return { name, slug, headcount, headTitle, divisions, ...(track ? { track } : {}) };
}

function branch(name: string, track: Track, weight: number, headTitle: string) {
  return { name, track, weight, headTitle };
}

/** The general affairs of an office; the regency's own secretariat and the hospital name them otherwise. */
function secretariatName(office: string): string {
  if (office.startsWith('Sekretariat')) return 'Bagian Perencanaan dan Keuangan';
  return office.startsWith('RSUD') ? 'Bagian Tata Usaha' : `Sekretariat ${office}`;
}
