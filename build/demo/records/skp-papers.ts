import type { RecordValues } from '#shared/records/usul.ts';
import { showNip } from '#shared/records/value-text.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Party } from '#build/demo/documents/layouts/evaluation.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import { officials, regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import { ranks } from '#build/demo/people/ranks.ts';
import { nameOf, opdSigner, rankLine, signerOf } from '#build/demo/records/paperwork.ts';
import { scoreWord } from '#build/demo/records/skp-scores.ts';
import { day, longDate, monthName } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';
import { formatDecimal } from '#build/demo/wording.ts';

function partyOf(person: Person, date: LocalDate): Party {
  return {
    name: nameOf(person),
    nip: showNip(person.nip),
    rank: rankLine(person, date),
    post: person.post.name,
    unit: `${person.unor.name}, ${person.opd.name}`,
  };
}

function assessorParty(values: RecordValues, prefix: 'penilai' | 'atasanPenilai'): Party {
  const rank = ranks.find((item) => item.id === values[`${prefix}Golongan`]);
  return {
    name: values[`${prefix}Nama`] ?? '',
    nip: showNip(values[`${prefix}NipNrp`] ?? ''),
    rank: rank ? `${rank.pangkat}, ${rank.golongan}` : '-',
    post: values[`${prefix}Jabatan`] ?? '',
    unit: values[`${prefix}UnorNama`] ?? '',
  };
}

const ratings: Readonly<Record<string, string>> = {
  '1': 'DI ATAS EKSPEKTASI',
  '2': 'SESUAI EKSPEKTASI',
  '3': 'DI BAWAH EKSPEKTASI',
};
const predicates: Readonly<Record<string, string>> = {
  '1': 'SANGAT BAIK',
  '2': 'BAIK',
  '3': 'BUTUH PERBAIKAN',
  '4': 'KURANG',
  '5': 'SANGAT KURANG',
};

/** The evaluation form in force since 2022, for a year or a quarter. */
export function evaluation(person: Person, values: RecordValues, random: Random): DocumentContent {
  const yearly = values['tahun'] !== undefined;
  const year = Number(values['tahun'] ?? values['tahunSelesaiPenilaian']);
  const from = Number(values['bulanMulaiPenilaian'] ?? 1);
  const to = Number(values['bulanSelesaiPenilaian'] ?? 12);
  const date = yearly ? day(year, 12, 31) : day(year, to + 1, 5);
  const period = `1 ${monthName(from).toUpperCase()} SD ${yearly ? '31' : day(year, to, 31).slice(8)} ${monthName(to).toUpperCase()} ${year}`;
  return {
    layout: 'evaluation',
    data: {
      instansi: `Pemerintah ${regency.name}`,
      period,
      approach: 'KUANTITATIF BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL',
      employee: partyOf(person, date),
      assessor: assessorParty(values, 'penilai'),
      organisation: random.pick(['ISTIMEWA', 'BAIK', 'BAIK']),
      results: random.shuffle(plans).slice(0, random.whole(3, 5)),
      resultRating: ratings[values['hasilKinerjaNilai']!]!,
      behaviours: behaviours.map((name) => [name, random.pick(feedback)] as const),
      behaviourRating: ratings[values['perilakuKerjaNilai']!]!,
      predicate: predicates[values['kuadranKinerjaNilai']!]!,
      place: regency.seat,
      date: longDate(date),
      signer: { ...opdSigner(person.opd), title: 'Pejabat Penilai Kinerja' },
      employeeSigner: signerOf(
        { title: 'Pegawai yang Dinilai', name: nameOf(person), rank: '', nip: person.nip },
        person.opd.name,
      ),
    },
  };
}

const plans: readonly (readonly [string, string, string, string])[] = [
  [
    'Terlaksananya pelayanan administrasi sesuai standar',
    'Jumlah berkas yang diselesaikan',
    '120 berkas',
    '124 berkas',
  ],
  ['Tersusunnya laporan kegiatan tepat waktu', 'Jumlah laporan', '12 laporan', '12 laporan'],
  ['Meningkatnya mutu layanan kepada masyarakat', 'Indeks kepuasan', '85', '87,4'],
  [
    'Terlaksananya pembelajaran atau pelayanan sesuai rencana',
    'Persentase pelaksanaan',
    '100%',
    '100%',
  ],
  ['Tersedianya data yang mutakhir', 'Persentase data mutakhir', '95%', '96%'],
  ['Terlaksananya tugas tambahan dari pimpinan', 'Jumlah kegiatan', '6 kegiatan', '7 kegiatan'],
];
const behaviours = [
  'Berorientasi Pelayanan',
  'Akuntabel',
  'Kompeten',
  'Harmonis',
  'Loyal',
  'Adaptif',
  'Kolaboratif',
];
const feedback = [
  'Ramah dan tanggap terhadap kebutuhan pengguna layanan',
  'Bekerja cermat dan bertanggung jawab',
  'Membantu rekan kerja dan terus belajar',
  'Terbuka bekerja sama lintas unit',
  'Cepat menyesuaikan diri dengan perubahan',
];

const elements = {
  dp3: [
    ['Kesetiaan', 'kesetiaan'],
    ['Prestasi Kerja', 'prestasiKerja'],
    ['Tanggung Jawab', 'tanggungJawab'],
    ['Ketaatan', 'ketaatan'],
    ['Kejujuran', 'kejujuran'],
    ['Kerja Sama', 'kerjasama'],
    ['Prakarsa', 'prakarsa'],
  ],
  skp_2014: [
    ['Orientasi Pelayanan', 'orientasiPelayanan'],
    ['Integritas', 'integritas'],
    ['Komitmen', 'komitmen'],
    ['Disiplin', 'disiplin'],
    ['Kerja Sama', 'kerjasama'],
  ],
  skp_2021: [
    ['Orientasi Pelayanan', 'orientasiPelayanan'],
    ['Komitmen', 'komitmen'],
    ['Inisiatif Kerja', 'inisiatifKerja'],
    ['Kerja Sama', 'kerjasama'],
  ],
} as const;

/** The sheets used before: DP3, SKP of 2014 to 2020, SKP of 2021. */
export function scoreSheet(
  person: Person,
  form: 'dp3' | 'skp_2014' | 'skp_2021',
  values: RecordValues,
): DocumentContent {
  const year = Number(values['tahun']);
  const date = day(year, 12, 31);
  const row = (label: string, key: string): readonly [string, string, string] => [
    label,
    formatDecimal(values[key]!),
    scoreWord(Number(values[key])),
  ];
  const totals: (readonly [string, string, string])[] = [
    ['Jumlah', formatDecimal(values['jumlah']!), ''],
    row('Nilai rata-rata', 'nilairatarata'),
  ];
  if (form !== 'dp3') {
    totals.push(
      row('Nilai perilaku kerja', 'nilaiPerilakuKerja'),
      row('Nilai sasaran kerja pegawai (SKP)', 'nilaiSkp'),
      row('Nilai prestasi kerja', 'nilaiPrestasiKerja'),
    );
  }
  return {
    layout: 'scoreSheet',
    data: {
      title:
        form === 'dp3'
          ? 'DAFTAR PENILAIAN PELAKSANAAN PEKERJAAN'
          : 'PENILAIAN PRESTASI KERJA PEGAWAI NEGERI SIPIL',
      subtitle: form === 'dp3' ? 'PEGAWAI NEGERI SIPIL' : `TAHUN ${year}`,
      instansi: `PEMERINTAH ${regency.name.toUpperCase()}`,
      period: `Januari s.d. Desember ${year}`,
      employee: partyOf(person, date),
      assessor: assessorParty(values, 'penilai'),
      superior: assessorParty(values, 'atasanPenilai'),
      rows: elements[form].map(([label, key]) => row(label, key)),
      totals,
      place: regency.seat,
      date: longDate(date),
      signer: { ...opdSigner(person.opd), title: 'PEJABAT PENILAI' },
      superiorSigner: signerOf(
        { ...officials.sekda, title: 'ATASAN PEJABAT PENILAI' },
        'Sekretariat Daerah',
      ),
    },
  };
}
