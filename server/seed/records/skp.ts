import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/domain/model/usul.ts';
import type { DocumentContent } from '#server/seed/documents/recipe.ts';
import { landscape, sheets } from '#server/seed/documents/surface.ts';
import { officials, regency } from '#server/seed/offices/regency.ts';
import type { Person } from '#server/seed/people/person.ts';
import { ranks } from '#server/seed/people/ranks.ts';
import type { Party } from '#server/seed/documents/layouts/evaluation.ts';
import { nameOf, opdSigner, rankLine, signerOf } from '#server/seed/records/paperwork.ts';
import { buildScores, scoreWord } from '#server/seed/records/skp-scores.ts';
import { type RecordBuilder, type RecordDraft, filled } from '#server/seed/records/record-draft.ts';
import { day, longDate, monthName, yearOf } from '#server/seed/calendar.ts';
import type { Random } from '#server/seed/random.ts';
import { formatDecimal, groupNip } from '#server/seed/wording.ts';

/** Which form an assessment has; the older ones only where a record is corrected or deleted. */
export type SkpForm = 'skp22' | 'periodik' | 'skp_2021' | 'skp_2014' | 'dp3';

/** An assessment of one of the last two years in the form in force since 2022. */
export const buildSkp: RecordBuilder = (context) =>
  buildSkpOf(
    context.random.weighted([
      ['skp22', 85],
      ['periodik', 15],
    ]),
    context,
  );

/** An assessment of an earlier generation. */
export const buildOldSkp: RecordBuilder = (context) =>
  buildSkpOf(
    context.random.weighted([
      ['skp_2014', 50],
      ['skp_2021', 30],
      ['dp3', 20],
    ]),
    context,
  );

function buildSkpOf(form: SkpForm, context: Parameters<RecordBuilder>[0]): RecordDraft | undefined {
  const { person, random, today } = context;
  if (person.kind !== 'pns' || person.opd.head.nip === person.nip) return undefined;
  const year = yearOfForm(form, random, today);
  if (yearOf(person.start) >= year) return undefined;
  if (form === 'skp22' || form === 'periodik') {
    const values = quadrantValues(person, form, year, random);
    return {
      values,
      others:
        yearOf(person.start) < year - 1 && form === 'skp22'
          ? [quadrantValues(person, 'skp22', year - 1, random)]
          : [],
      documents: [
        {
          documentId: '890',
          sheet: landscape(random.pick([sheets.a4, sheets.f4])),
          content: evaluation(person, values, random),
        },
      ],
    };
  }
  const values = { ...buildScores(form, year, person, random), ...assessorValues(person, true) };
  return {
    values,
    others: [],
    documents: [
      {
        documentId: form === 'dp3' ? 'mv-dp3' : '891',
        sheet: sheets.f4,
        content: scoreSheet(person, form, values),
      },
    ],
  };
}

function yearOfForm(form: SkpForm, random: Random, today: LocalDate): number {
  switch (form) {
    case 'skp22':
      return yearOf(today) - random.whole(1, 2);
    case 'periodik':
      return yearOf(today);
    case 'skp_2021':
      return 2021;
    case 'skp_2014':
      return random.whole(2016, 2020);
    case 'dp3':
      return random.whole(2011, 2013);
  }
}

const quadrants = [
  ['1', '1', '1'],
  ['2', '2', '2'],
  ['2', '2', '2'],
  ['1', '2', '2'],
  ['2', '1', '2'],
] as const;

function quadrantValues(
  person: Person,
  form: 'skp22' | 'periodik',
  year: number,
  random: Random,
): RecordValues {
  const [result, behaviour, predicate] = random.pick(quadrants);
  const quarter = random.whole(0, 2);
  return filled({
    jenisSkp: form,
    tahun: form === 'skp22' ? String(year) : undefined,
    periodikId: form === 'periodik' ? '2' : undefined,
    bulanMulaiPenilaian: form === 'periodik' ? String(quarter * 3 + 1) : undefined,
    tahunMulaiPenilaian: form === 'periodik' ? String(year) : undefined,
    bulanSelesaiPenilaian: form === 'periodik' ? String(quarter * 3 + 3) : undefined,
    tahunSelesaiPenilaian: form === 'periodik' ? String(year) : undefined,
    hasilKinerjaNilai: result,
    perilakuKerjaNilai: behaviour,
    kuadranKinerjaNilai: predicate,
    ...assessorValues(person, false),
  });
}

function bareName(official: { name: string }): string {
  return official.name.replace(/,.*$/, '').replace(/^(H\. |Drs\. |Dra\. |Dr\. |Ir\. )+/, '');
}

function assessorValues(person: Person, withSuperior: boolean): RecordValues {
  const { head, name } = person.opd;
  const sekda = officials.sekda;
  return filled({
    statusPenilai: 'ASN',
    penilaiNipNrp: head.nip,
    penilaiNama: bareName(head),
    penilaiJabatan: titleOf(head.title),
    penilaiGolongan: ranks.find((rank) => rank.pangkat === head.rank)?.id,
    penilaiUnorNama: name,
    ...(withSuperior
      ? {
          statusAtasanPenilai: 'ASN',
          atasanPenilaiNipNrp: sekda.nip,
          atasanPenilaiNama: bareName(sekda),
          atasanPenilaiJabatan: 'Sekretaris Daerah',
          atasanPenilaiGolongan: '44',
          atasanPenilaiUnorNama: 'Sekretariat Daerah',
        }
      : {}),
  });
}

const smallWords = new Set(['dan', 'di', 'untuk']);
const keptWords = new Set(['RSUD', 'UPTD']);

function titleOf(title: string): string {
  return title
    .split(' ')
    .map((word) => {
      const lower = word.toLowerCase();
      if (smallWords.has(lower) || keptWords.has(word)) return smallWords.has(lower) ? lower : word;
      return word.charAt(0) + lower.slice(1);
    })
    .join(' ');
}

function partyOf(person: Person, date: LocalDate): Party {
  return {
    name: nameOf(person),
    nip: groupNip(person.nip),
    rank: rankLine(person, date),
    post: person.post.name,
    unit: `${person.unor.name}, ${person.opd.name}`,
  };
}

function assessorParty(values: RecordValues, prefix: 'penilai' | 'atasanPenilai'): Party {
  const rank = ranks.find((item) => item.id === values[`${prefix}Golongan`]);
  return {
    name: values[`${prefix}Nama`] ?? '',
    nip: groupNip(values[`${prefix}NipNrp`] ?? ''),
    rank: rank ? `${rank.pangkat}, ${rank.golongan}` : '-',
    post: values[`${prefix}Jabatan`] ?? '',
    unit: values[`${prefix}UnorNama`] ?? '',
  };
}

const ratings = {
  '1': 'DI ATAS EKSPEKTASI',
  '2': 'SESUAI EKSPEKTASI',
  '3': 'DI BAWAH EKSPEKTASI',
} as const;
const predicates = {
  '1': 'SANGAT BAIK',
  '2': 'BAIK',
  '3': 'BUTUH PERBAIKAN',
  '4': 'KURANG',
  '5': 'SANGAT KURANG',
} as const;

function evaluation(person: Person, values: RecordValues, random: Random): DocumentContent {
  const yearly = values['tahun'] !== undefined;
  const year = Number(values['tahun'] ?? values['tahunSelesaiPenilaian']);
  const from = Number(values['bulanMulaiPenilaian'] ?? 1);
  const to = Number(values['bulanSelesaiPenilaian'] ?? 12);
  const date = yearly ? day(year, 12, 31) : day(year, to + 1, 5);
  const period = `1 ${monthName(from).toUpperCase()} SD ${yearly ? '31' : String(day(year, to, 31).slice(8))} ${monthName(to).toUpperCase()} ${year}`;
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
      resultRating: ratings[values['hasilKinerjaNilai'] as '1'],
      behaviours: behaviours.map((name) => [name, random.pick(feedback)] as const),
      behaviourRating: ratings[values['perilakuKerjaNilai'] as '1'],
      predicate: predicates[values['kuadranKinerjaNilai'] as '1'],
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

function scoreSheet(
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
