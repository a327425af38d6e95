import type { RecordValues } from '#shared/records/usul.ts';
import { landscape, sheets } from '#build/demo/documents/surface.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import {
  type DraftDocument,
  type RecordBuilder,
  filled,
} from '#build/demo/records/record-draft.ts';
import { signerOf } from '#build/demo/records/paperwork.ts';
import { nameOf } from '#build/demo/records/paperwork.ts';
import { makePersonName } from '#build/demo/people/person-name.ts';
import type { Education, Person } from '#build/demo/people/person.ts';
import { longDate, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

/** The latest education with diploma and transcript, as BKN asks for both (domain.md 1.3a). */
export const buildPendidikan: RecordBuilder = ({ person, random }) => {
  if (person.kind === 'ppt_non_asn') return undefined;
  const index = person.education.length - 1;
  const education = person.education[index]!;
  const documents: DraftDocument[] = [
    { documentId: '870', sheet: landscape(sheets.a4), content: diploma(person, education, random) },
    {
      documentId: '871',
      sheet: random.pick([sheets.a4, sheets.f4]),
      content: transcript(person, education, random),
    },
  ];
  return {
    values: educationValues(person, education),
    others: person.education.slice(0, index).map((item) => educationValues(person, item)),
    documents,
  };
};

function educationValues(person: Person, education: Education): RecordValues {
  return filled({
    nomorIjasah: education.number,
    tkPendidikanId: education.levelId,
    pendidikanNama: education.programme,
    namaSekolah: education.school,
    tglLulus: education.graduated,
    tahunLulus: String(yearOf(education.graduated)),
    gelarBelakang: education.titleBack,
    isPendidikanPertama: education.graduated < person.start ? undefined : '0',
  });
}

const degreeNames: Readonly<Record<string, string>> = {
  'S.Pd.': 'Sarjana Pendidikan (S.Pd.)',
  'S.Pd.I.': 'Sarjana Pendidikan Islam (S.Pd.I.)',
  'M.Pd.': 'Magister Pendidikan (M.Pd.)',
  'S.Kep.': 'Sarjana Keperawatan (S.Kep.)',
  'S.K.M.': 'Sarjana Kesehatan Masyarakat (S.K.M.)',
  'S.Farm.': 'Sarjana Farmasi (S.Farm.)',
  'M.K.M.': 'Magister Kesehatan Masyarakat (M.K.M.)',
  'S.T.': 'Sarjana Teknik (S.T.)',
  'S.P.': 'Sarjana Pertanian (S.P.)',
  'M.T.': 'Magister Teknik (M.T.)',
  'S.A.P.': 'Sarjana Administrasi Publik (S.A.P.)',
  'S.E.': 'Sarjana Ekonomi (S.E.)',
  'S.H.': 'Sarjana Hukum (S.H.)',
  'S.Kom.': 'Sarjana Komputer (S.Kom.)',
  'M.A.P.': 'Magister Administrasi Publik (M.A.P.)',
  'M.M.': 'Magister Manajemen (M.M.)',
};

const isSchool = (education: Education): boolean => education.levelId < '20';

function headOf(education: Education, random: Random) {
  const sex = random.pick(['M', 'F'] as const);
  const school = isSchool(education);
  const title = school
    ? 'Kepala Sekolah'
    : education.school.startsWith('Politeknik')
      ? 'Direktur'
      : 'Rektor';
  return signerOf(
    {
      title,
      name: `${school ? 'Drs. ' : 'Prof. Dr. '}${makePersonName(random, sex)}, ${school ? 'M.Pd.' : 'M.Sc.'}`,
      rank: '',
      nip: `19${random.whole(52, 64)}0${random.whole(1, 9)}1${random.whole(0, 9)}198${random.whole(0, 9)}0${random.whole(1, 9)}${sex === 'M' ? 1 : 2}9${random.digits(2)}`,
    },
    education.school,
  );
}

function diploma(person: Person, education: Education, random: Random): DocumentContent {
  const school = isSchool(education);
  return {
    layout: 'diploma',
    data: {
      kind: school ? 'school' : 'university',
      institution: education.school,
      ministry: school
        ? 'KEMENTERIAN PENDIDIKAN DAN KEBUDAYAAN REPUBLIK INDONESIA'
        : 'KEMENTERIAN PENDIDIKAN TINGGI, SAINS, DAN TEKNOLOGI',
      number: education.number,
      name: person.name,
      birth: `${person.birthplace}, tanggal ${longDate(person.born)}`,
      studentNumber: random.digits(10),
      parent: person.father.name,
      programme: education.programme,
      degree: degreeNames[education.titleBack] ?? `Ahli Madya (${education.titleBack})`,
      graduated: longDate(education.graduated),
      place: 'Kencana',
      signer: headOf(education, random),
      ...(school
        ? {}
        : {
            secondSigner: signerOf(
              {
                title: 'Dekan',
                name: `Dr. ${makePersonName(random, 'M')}, M.Si.`,
                rank: '',
                nip: '',
              },
              education.school,
            ),
          }),
    },
  };
}

const courses = [
  'Pendidikan Pancasila',
  'Pendidikan Kewarganegaraan',
  'Bahasa Indonesia',
  'Bahasa Inggris',
  'Pengantar Ilmu Pendidikan',
  'Statistika Dasar',
  'Metodologi Penelitian',
  'Teknologi Informasi',
  'Filsafat Ilmu',
  'Manajemen Organisasi',
  'Psikologi',
  'Etika Profesi',
  'Kewirausahaan',
  'Ilmu Sosial Dasar',
  'Ilmu Budaya Dasar',
  'Perencanaan Program',
  'Evaluasi Program',
  'Komunikasi',
  'Praktik Kerja Lapangan',
  'Seminar Proposal',
  'Kuliah Kerja Nyata',
  'Tugas Akhir/Skripsi',
  'Analisis Data',
  'Kepemimpinan',
  'Hukum dan Perundang-undangan',
  'Kajian Lingkungan',
  'Matematika Dasar',
  'Administrasi Umum',
];
const subjects = [
  'Pendidikan Agama',
  'Pendidikan Pancasila dan Kewarganegaraan',
  'Bahasa Indonesia',
  'Bahasa Inggris',
  'Matematika',
  'Sejarah',
  'Geografi',
  'Ekonomi',
  'Sosiologi',
  'Fisika',
  'Kimia',
  'Biologi',
  'Seni Budaya',
  'Pendidikan Jasmani',
  'Prakarya dan Kewirausahaan',
  'Muatan Lokal',
];

function transcript(person: Person, education: Education, random: Random): DocumentContent {
  const school = isSchool(education);
  const rows = school
    ? random.shuffle(subjects).map((name) => [name, String(random.whole(72, 96))])
    : random
        .shuffle(courses)
        .map((name, index) => [
          `MK${String(101 + index * 3)}`,
          name,
          String(random.whole(2, 4)),
          random.pick(['A', 'A-', 'B+', 'B', 'A']),
        ]);
  return {
    layout: 'transcript',
    data: {
      head: {
        emblem: 'daerah',
        lines: ['KEMENTERIAN PENDIDIKAN', education.school.toUpperCase()],
        address: 'Jalan Pendidikan Nomor 99, Kencana 99101',
      },
      title: school ? 'DAFTAR NILAI' : 'TRANSKRIP NILAI AKADEMIK',
      number: education.number,
      particulars: [
        { label: 'Nama', value: school ? person.name : nameOf({ ...person, titleBack: '' }) },
        { label: 'Tempat, tanggal lahir', value: `${person.birthplace}, ${longDate(person.born)}` },
        { label: 'Program pendidikan', value: education.programme },
        { label: 'Nomor ijazah', value: education.number },
        { label: 'Tanggal lulus', value: longDate(education.graduated) },
      ],
      columns: school ? ['Mata Pelajaran', 'Nilai'] : ['Kode', 'Mata Kuliah', 'SKS', 'Nilai'],
      rows,
      summary: school
        ? [{ label: 'Rata-rata', value: `${random.whole(78, 90)},${random.digits(2)}` }]
        : [
            { label: 'Jumlah SKS', value: String(random.whole(110, 148)) },
            { label: 'Indeks Prestasi Kumulatif', value: `3,${random.digits(2)}` },
          ],
      place: 'Kencana',
      date: longDate(education.graduated),
      signer: headOf(education, random),
    },
  };
}
