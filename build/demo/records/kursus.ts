import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { showNip } from '#shared/records/value-text.ts';
import { landscape, sheets } from '#build/demo/documents/surface.ts';
import type { Track } from '#build/demo/offices/offices.ts';
import { officials, regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import {
  agencyHead,
  nameOf,
  numberLabel,
  opdSigner,
  signerOf,
} from '#build/demo/records/paperwork.ts';
import { type RecordBuilder, filled } from '#build/demo/records/record-draft.ts';
import { day, longDate, romanMonth, workday, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

type Course = readonly [
  title: string,
  jenisDiklatId: string,
  letter: 'T' | 'F' | 'P',
  days: number,
  hours: number,
];

const courses: Record<Track, readonly Course[]> = {
  guru: [
    ['Bimbingan Teknis Implementasi Kurikulum Merdeka', '8', 'T', 4, 32],
    ['Pelatihan Guru Penggerak Angkatan 9', '3', 'T', 180, 310],
    ['Workshop Penyusunan Modul Ajar dan Asesmen', '4', 'P', 3, 32],
    ['Diklat Fungsional Penguatan Kepala Sekolah', '2', 'F', 7, 71],
    ['Seminar Nasional Literasi dan Numerasi Sekolah Dasar', '9', 'P', 1, 8],
  ],
  nakes: [
    ['Pelatihan Bantuan Hidup Dasar dan Lanjut', '3', 'T', 5, 50],
    ['Pelatihan Pencegahan dan Pengendalian Infeksi Dasar', '3', 'T', 4, 40],
    ['Pelatihan Konselor Menyusui', '3', 'T', 5, 40],
    ['Seminar Keselamatan Pasien di Fasilitas Kesehatan Tingkat Pertama', '9', 'P', 1, 8],
  ],
  teknis: [
    ['Pelatihan Ahli Muda K3 Konstruksi', '3', 'T', 6, 60],
    ['Bimbingan Teknis Penyusunan Rencana Detail Tata Ruang', '8', 'T', 3, 24],
    ['Diklat Fungsional Dasar Penyuluh Pertanian', '2', 'F', 21, 210],
  ],
  umum: [
    ['Pelatihan Pengadaan Barang/Jasa Pemerintah Level 1', '3', 'T', 6, 58],
    ['Bimbingan Teknis Penatausahaan Keuangan Daerah', '8', 'T', 3, 24],
    ['Sosialisasi Sistem Manajemen Kinerja Pegawai', '7', 'P', 1, 8],
    ['Pelatihan Kearsipan Dinamis bagi Pengelola Arsip', '3', 'T', 5, 40],
  ],
};

const organisers = [
  'Balai Besar Pelatihan Kencana',
  `BKPSDM ${regency.name}`,
  'Pusat Pelatihan Aparatur Nusa Kencana',
] as const;

/** A course with its certificate; longer ones list what was taught on the back. */
export const buildKursus: RecordBuilder = ({ person, random, today }) => {
  const available = random.shuffle(courses[person.unor.track]);
  const values = courseValues(person, available[0]!, random, today, 0);
  return {
    values,
    others: random.chance(0.4) ? [courseValues(person, available[1]!, random, today, 3)] : [],
    documents: [
      {
        documentId: '881',
        sheet: landscape(sheets.a4),
        content: certificate(person, values, random),
      },
    ],
  };
};

function courseValues(
  person: Person,
  course: Course,
  random: Random,
  today: LocalDate,
  yearsBefore: number,
): RecordValues {
  const [title, kind, letter, days, hours] = course;
  const year = Math.max(yearOf(person.start), yearOf(today) - yearsBefore - random.whole(1, 3));
  const from = workday(day(year, random.whole(1, days > 60 ? 5 : 10), random.whole(1, 26)));
  const to = addDays(from, days - 1);
  return filled({
    nomorSertipikat: random.pick([
      `893/${random.whole(11, 988)}/DIKLAT/${romanMonth(to)}/${yearOf(to)}`,
      `${random.digits(5)}/SERT/BBP/${yearOf(to)}`,
      `${String(random.whole(1, 4999)).padStart(4, '0')}/${letter}/PPA-NK/${yearOf(to)}`,
    ]),
    namaKursus: title,
    jenisDiklatId: kind,
    jenisKursusSertipikat: letter,
    institusiPenyelenggara: random.pick(organisers),
    lokasiNama: regency.seat,
    tanggalKursus: from,
    tanggalSelesaiKursus: to,
    tahunKursus: String(yearOf(to)),
    jumlahJam: String(hours),
  });
}

function certificate(person: Person, values: RecordValues, random: Random) {
  const own = values['institusiPenyelenggara']!.startsWith('BKPSDM');
  const hours = Number(values['jumlahJam']);
  const oneDay = values['tanggalKursus'] === values['tanggalSelesaiKursus'];
  const when = oneDay
    ? `pada tanggal ${longDate(values['tanggalKursus']!)}`
    : `dari tanggal ${longDate(values['tanggalKursus']!)} sampai dengan ${longDate(values['tanggalSelesaiKursus']!)}`;
  return {
    layout: 'certificate' as const,
    data: {
      emblem: own ? ('daerah' as const) : random.pick(['daerah', 'garuda'] as const),
      issuer: [values['institusiPenyelenggara']!.toUpperCase()],
      title: 'S E R T I F I K A T',
      number: values['nomorSertipikat']!,
      opening: 'Diberikan kepada:',
      name: nameOf(person),
      particulars: [
        { label: numberLabel(person), value: showNip(person.nip) },
        { label: 'Jabatan', value: person.post.name },
        { label: 'Unit kerja', value: `${person.unor.name}, ${person.opd.name}` },
      ],
      verdict: 'TELAH MENGIKUTI',
      text: `${values['namaKursus']} yang diselenggarakan oleh ${values['institusiPenyelenggara']} ${when} bertempat di ${values['lokasiNama']} dengan jumlah ${hours} jam pelajaran.`,
      photo: random.chance(0.3),
      place: regency.seat,
      date: longDate(values['tanggalSelesaiKursus']!),
      signer: own
        ? agencyHead
        : random.chance(0.5)
          ? signerOf(officials.kepalaBpsdm, values['institusiPenyelenggara']!)
          : opdSigner(person.opd),
      ...(hours >= 32 ? { agenda: agendaOf(values, hours) } : {}),
    },
  };
}

function agendaOf(values: RecordValues, hours: number) {
  const shares = [0.1, 0.25, 0.3, 0.2, 0.15].map((share) => Math.round(hours * share));
  shares[4]! += hours - shares.reduce((sum, part) => sum + part, 0);
  const subjects = [
    'Kebijakan dan Dasar Hukum',
    'Konsep Dasar dan Ruang Lingkup',
    `Materi Inti: ${values['namaKursus']}`,
    'Praktik dan Studi Kasus',
    'Evaluasi dan Rencana Tindak Lanjut',
  ];
  return {
    title: 'DAFTAR MATERI',
    rows: subjects.map((subject, index) => [subject, String(shares[index])] as const),
    total: String(hours),
  };
}
