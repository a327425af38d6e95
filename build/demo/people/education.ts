import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Track } from '#build/demo/offices/offices.ts';
import { subdistricts } from '#build/demo/offices/regency.ts';
import type { Education } from '#build/demo/people/person.ts';
import { day, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

type Programme = readonly [name: string, title: string];

const programmes: Record<Track, Record<'D3' | 'S1' | 'S2', readonly Programme[]>> = {
  guru: {
    D3: [['D-II Pendidikan Guru Sekolah Dasar', 'A.Ma.Pd.']],
    S1: [
      ['S-1 Pendidikan Guru Sekolah Dasar', 'S.Pd.'],
      ['S-1 Pendidikan Matematika', 'S.Pd.'],
      ['S-1 Pendidikan Bahasa Indonesia', 'S.Pd.'],
      ['S-1 Pendidikan Bahasa Inggris', 'S.Pd.'],
      ['S-1 Pendidikan Agama Islam', 'S.Pd.I.'],
      ['S-1 Pendidikan Jasmani, Kesehatan dan Rekreasi', 'S.Pd.'],
    ],
    S2: [
      ['S-2 Manajemen Pendidikan', 'M.Pd.'],
      ['S-2 Pendidikan Dasar', 'M.Pd.'],
    ],
  },
  nakes: {
    D3: [
      ['D-III Keperawatan', 'A.Md.Kep.'],
      ['D-III Kebidanan', 'A.Md.Keb.'],
      ['D-III Farmasi', 'A.Md.Farm.'],
    ],
    S1: [
      ['S-1 Keperawatan', 'S.Kep.'],
      ['S-1 Kesehatan Masyarakat', 'S.K.M.'],
      ['S-1 Farmasi', 'S.Farm.'],
    ],
    S2: [['S-2 Kesehatan Masyarakat', 'M.K.M.']],
  },
  teknis: {
    D3: [
      ['D-III Teknik Sipil', 'A.Md.'],
      ['D-III Penyuluhan Pertanian', 'A.Md.P.'],
    ],
    S1: [
      ['S-1 Teknik Sipil', 'S.T.'],
      ['S-1 Agribisnis', 'S.P.'],
      ['S-1 Perencanaan Wilayah dan Kota', 'S.T.'],
    ],
    S2: [['S-2 Teknik Sipil', 'M.T.']],
  },
  umum: {
    D3: [
      ['D-III Akuntansi', 'A.Md.Ak.'],
      ['D-III Manajemen Informatika', 'A.Md.Kom.'],
    ],
    S1: [
      ['S-1 Ilmu Administrasi Negara', 'S.A.P.'],
      ['S-1 Akuntansi', 'S.E.'],
      ['S-1 Ilmu Hukum', 'S.H.'],
      ['S-1 Sistem Informasi', 'S.Kom.'],
      ['S-1 Manajemen', 'S.E.'],
    ],
    S2: [
      ['S-2 Administrasi Publik', 'M.A.P.'],
      ['S-2 Manajemen', 'M.M.'],
    ],
  },
};

const universities = [
  'Universitas Kencana Nusantara',
  'Universitas Tirta Bhakti',
  'Universitas Pelita Mandala',
  'Universitas Samudra Raya',
  'Universitas Bina Persada Kencana',
  'Institut Keguruan dan Ilmu Pendidikan Wanakerta',
] as const;

/** BKN ids of the levels used here (domain.md 2.3). */
const levelIds = { SLTA: '15', SMK: '17', D2: '25', D3: '30', S1: '40', S2: '45' } as const;

/** What somebody had learnt when first appointed: the level sets the first rank. */
export function makeFirstEducation(
  random: Random,
  track: Track,
  level: 'SLTA' | 'D3' | 'S1' | 'S2',
  born: LocalDate,
): Education[] {
  const school = makeSchool(random, yearOf(born) + 18);
  switch (level) {
    case 'SLTA':
      return [school];
    case 'D3':
      return [school, makeDegree(random, track, 'D3', yearOf(born) + random.whole(21, 23))];
    case 'S1':
      return [school, makeDegree(random, track, 'S1', yearOf(born) + random.whole(22, 24))];
    case 'S2': {
      const first = yearOf(born) + random.whole(22, 23);
      return [
        school,
        makeDegree(random, track, 'S1', first),
        makeDegree(random, track, 'S2', first + random.whole(2, 3)),
      ];
    }
  }
}

/** A degree of an invented university, finished in that year. */
export function makeDegree(
  random: Random,
  track: Track,
  level: 'D3' | 'S1' | 'S2',
  year: number,
): Education {
  const [programme, title] = random.pick(programmes[track][level]);
  const graduated = day(year, random.pick([2, 3, 7, 8, 9, 11]), random.whole(2, 27));
  return {
    levelId: programme.startsWith('D-II ') ? levelIds.D2 : levelIds[level],
    programme,
    school:
      level === 'D3' && track === 'nakes'
        ? 'Politeknik Kesehatan Tirta Kencana'
        : random.pick(universities),
    graduated,
    number: degreeNumber(random, graduated),
    titleFront: '',
    titleBack: title,
  };
}

/** NINA since 2018: programme 5, year 4, serial 5, check digit 1; older universities number freely (domain.md 6.3). */
function degreeNumber(random: Random, graduated: LocalDate): string {
  const year = yearOf(graduated);
  if (year >= 2018) return `99${random.digits(3)}${year}${random.digits(5)}${random.digits(1)}`;
  return random.pick([
    `${random.whole(1000, 9899)}/${year}`,
    `0${random.whole(1, 9)}-${random.whole(1, 4)}-${random.digits(5)}`,
    `${random.whole(101, 999)}/UN99/S-1/${year}`,
  ]);
}

function makeSchool(random: Random, year: number): Education {
  const vocational = random.chance(0.35);
  const place = random.pick(subdistricts).name;
  const graduated = day(year, random.pick([5, 6]), random.whole(4, 26));
  return {
    levelId: vocational ? levelIds.SMK : levelIds.SLTA,
    programme: vocational
      ? random.pick(['SMK Akuntansi', 'SMK Administrasi Perkantoran', 'SMK Teknik Komputer'])
      : random.pick(['SLTA/SMA IPA', 'SLTA/SMA IPS']),
    school: vocational ? `SMK Negeri 1 ${place}` : `SMA Negeri ${random.whole(1, 3)} ${place}`,
    graduated,
    number: `DN-99 ${vocational ? 'Mk' : 'Ma'} ${random.digits(7)}`,
    titleFront: '',
    titleBack: '',
  };
}
