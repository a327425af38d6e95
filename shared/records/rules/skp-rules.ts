import { parseEmployeeNumber } from '#shared/records/identity/employee-number.ts';
import { numberOf, proposing, shown, type Rule } from '#shared/records/rules/rule.ts';
import { codeLabel } from '#shared/reference/reference-tables.ts';

/** Years of each generation of the form (domain.md 1.4), both ends included. */
const yearsOf: Readonly<Record<string, readonly [number, number]>> = {
  dp3: [1900, 2013],
  skp_2014: [2014, 2020],
  skp_2021: [2021, 2021],
  skp22: [2022, 9999],
};

/** Elements whose sum is `jumlah`, by generation. */
const summed: Readonly<Record<string, readonly string[]>> = {
  dp3: [
    'kesetiaan',
    'prestasiKerja',
    'tanggungJawab',
    'ketaatan',
    'kejujuran',
    'kerjasama',
    'prakarsa',
    'kepemimpinan',
  ],
  skp_2014: [
    'orientasiPelayanan',
    'integritas',
    'komitmen',
    'disiplin',
    'kerjasama',
    'kepemimpinan',
  ],
  skp_2021: [
    'orientasiPelayanan',
    'integritas',
    'komitmen',
    'disiplin',
    'inisiatifKerja',
    'kerjasama',
    'kepemimpinan',
  ],
};

/**
 * Predicate by rating of results (first digit) and of conduct (second): 1 above, 2 as, 3 below expectation. Source:
 * PermenPANRB 6/2022, the quadrant of performance; codes of domain.md 2.9.
 */
const predicateOf: Readonly<Record<string, string>> = {
  '11': '1',
  '12': '2',
  '13': '4',
  '21': '2',
  '22': '2',
  '23': '4',
  '31': '3',
  '32': '3',
  '33': '5',
};

/** The PDM asks for the last two years only (domain.md 1.4, 4.8). */
export const recentYear: Rule = {
  id: 'SKP_BUKAN_DUA_TAHUN',
  level: 'peringatan',
  recordTypes: ['skp'],
  kinds: ['tambah'],
  check: ({ values, today }) => {
    const year = numberOf(values, 'tahun') ?? numberOf(values, 'tahunSelesaiPenilaian');
    const first = +today.slice(0, 4) - 2;
    if (year === undefined || year >= first) return [];
    const fields = values['tahun'] === undefined ? ['tahunSelesaiPenilaian'] : ['tahun'];
    return [
      { fields, sentence: `SKP tahun ${year} lebih tua dari dua tahun terakhir (${first}).` },
    ];
  },
};

/** The form did not exist in that year (domain.md 1.4). */
export const formOfItsYear: Rule = {
  id: 'SKP_BENTUK_TAHUN',
  level: 'galat',
  recordTypes: ['skp'],
  kinds: proposing,
  check: (context) => {
    const year = numberOf(context.values, 'tahun');
    const span = yearsOf[context.values['jenisSkp'] ?? ''];
    if (year === undefined || !span || (year >= span[0] && year <= span[1])) return [];
    const sentence = `${shown(context, 'jenisSkp')} tidak berlaku untuk tahun ${year}.`;
    return [{ fields: ['jenisSkp', 'tahun'], sentence }];
  },
};

/** The predicate follows from the two ratings (domain.md 7.3). */
export const predicateFollows: Rule = {
  id: 'SKP_PREDIKAT',
  level: 'peringatan',
  recordTypes: ['skp'],
  kinds: proposing,
  check: (context) => {
    const { values } = context;
    const ratings = `${values['hasilKinerjaNilai'] ?? ''}${values['perilakuKerjaNilai'] ?? ''}`;
    const expected = predicateOf[ratings];
    const given = values['kuadranKinerjaNilai'];
    if (expected === undefined || given === undefined || given === expected) return [];
    const right = codeLabel('kuadranKinerja', expected) ?? expected;
    const sentence = `Predikat ${shown(context, 'kuadranKinerjaNilai')} tidak sesuai dengan rating hasil kerja dan perilaku kerja (${right}).`;
    return [
      { fields: ['kuadranKinerjaNilai', 'hasilKinerjaNilai', 'perilakuKerjaNilai'], sentence },
    ];
  },
};

/** `jumlah` is the sum of the elements, `nilairatarata` their mean; half a unit of the last digit is rounding. */
export const sumsHold: Rule = {
  id: 'SKP_JUMLAH',
  level: 'peringatan',
  recordTypes: ['skp'],
  kinds: proposing,
  check: (context) => {
    const scores = (summed[context.values['jenisSkp'] ?? ''] ?? []).flatMap(
      (name) => numberOf(context.values, name) ?? [],
    );
    if (scores.length === 0) return [];
    const sum = scores.reduce((total, score) => total + score, 0);
    return [
      ...differs(context.values, 'jumlah', 'Jumlah', sum, 'jumlah unsur'),
      ...differs(
        context.values,
        'nilairatarata',
        'Nilai rata-rata',
        sum / scores.length,
        'rata-rata unsur',
      ),
    ];
  },
};

/** A period of assessment ends before it begins. */
export const periodOrder: Rule = {
  id: 'SKP_PERIODE',
  level: 'galat',
  recordTypes: ['skp'],
  kinds: proposing,
  check: (context) => {
    const [from, to] = ['Mulai', 'Selesai'].map((end) => {
      const year = numberOf(context.values, `tahun${end}Penilaian`);
      const month = numberOf(context.values, `bulan${end}Penilaian`);
      return year === undefined || month === undefined ? undefined : year * 12 + month;
    });
    if (from === undefined || to === undefined || from <= to) return [];
    const fields = [
      'bulanMulaiPenilaian',
      'tahunMulaiPenilaian',
      'bulanSelesaiPenilaian',
      'tahunSelesaiPenilaian',
    ];
    const [m1, y1, m2, y2] = fields.map((name) => context.values[name]);
    return [
      { fields, sentence: `Periode mulai ${m1}-${y1} lebih akhir daripada selesai ${m2}-${y2}.` },
    ];
  },
};

/** An assessor who is ASN has a NIP (domain.md 1.4, statusPenilai). */
export const assessorNumber: Rule = {
  id: 'NIP_PENILAI',
  level: 'peringatan',
  recordTypes: ['skp'],
  kinds: proposing,
  check: ({ values }) =>
    (
      [
        ['statusPenilai', 'penilaiNipNrp', 'penilai'],
        ['statusAtasanPenilai', 'atasanPenilaiNipNrp', 'atasan penilai'],
      ] as const
    ).flatMap(([status, field, who]) => {
      const value = values[field];
      if (values[status] !== 'ASN' || value === undefined) return [];
      const number = parseEmployeeNumber(value);
      return number.ok
        ? []
        : [{ fields: [field], sentence: `NIP ${who} "${value}": ${number.error.sentence}` }];
    }),
};

/** Every rule about SKP. */
export const skpRules: readonly Rule[] = [
  recentYear,
  formOfItsYear,
  predicateFollows,
  sumsHold,
  periodOrder,
  assessorNumber,
];

function differs(
  values: Readonly<Record<string, string>>,
  field: string,
  label: string,
  expected: number,
  what: string,
): { readonly fields: readonly string[]; readonly sentence: string }[] {
  const given = numberOf(values, field);
  if (given === undefined || Math.abs(given - expected) <= 0.0051) return [];
  const sentence = `${label} ${decimal(given)} berbeda dengan ${what}, ${decimal(expected)}.`;
  return [{ fields: [field], sentence }];
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100).replace('.', ',');
}
