import { addDays } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import type { Person } from '#build/demo/people/person.ts';
import type { Random } from '#build/demo/random.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import {
  decreeNumber,
  errorClause,
  identityOf,
  pertekLetter,
  pertekNumber,
  rankLine,
  regencyDecree,
} from '#build/demo/records/paperwork.ts';
import { dateAt, type RecordBuilder, filled } from '#build/demo/records/record-draft.ts';
import {
  addMonths,
  addYears,
  day,
  longDate,
  monthOf,
  workdayBefore,
  yearOf,
} from '#build/demo/calendar.ts';

const reasons = [
  'mengikuti suami/istri yang bertugas di luar negeri',
  'mendampingi anak yang berkebutuhan khusus',
  'menjalani program untuk mendapatkan keturunan',
  'mendampingi orang tua yang sakit',
];

/** Unpaid leave or study leave, with its decree and, where BKN must agree, its consideration (domain.md 1.10). */
export const buildCltn: RecordBuilder = ({ person, random, today }) => {
  if (person.kind !== 'pns' || yearOf(person.start) > yearOf(today) - 6) return undefined;
  const study = random.chance(0.35);
  const begin = addMonths(day(yearOf(today), monthOf(today), 1), -random.whole(2, 34));
  const end = addDays(addYears(begin, study ? 2 : random.whole(1, 3)), -1);
  const signed = workdayBefore(begin, [8, 35], random);
  const consideration = workdayBefore(signed, [10, 30], random);
  const values = filled({
    cltnId: study ? '6' : '1',
    skNomor: decreeNumber(random, study ? '893' : '851', signed),
    skTanggal: signed,
    nomorLetterBkn: study ? undefined : pertekNumber(random, 'CL'),
    tanggalLetterBkn: study ? undefined : consideration,
    tanggalAwal: begin,
    tanggalAkhir: end,
  });
  const reason = study
    ? 'mengikuti pendidikan pascasarjana atas biaya pemerintah'
    : random.pick(reasons);
  const decree = leaveDecree({ person, values, random, reason });
  const pertek = {
    documentId: '885',
    sheet: sheets.a4,
    content: pertekLetter(person, random, {
      number: values['nomorLetterBkn'] ?? '-',
      date: consideration,
      about: 'cuti di luar tanggungan negara',
      facts: [
        { label: 'Alasan', value: reason },
        { label: 'Tanggal mulai', value: longDate(begin) },
        { label: 'Tanggal selesai', value: longDate(end) },
      ],
    }),
  };
  return {
    values,
    others: [],
    documents: [
      { documentId: '884', sheet: random.pick([sheets.f4, sheets.legal]), content: decree },
      ...(study ? [] : [pertek]),
    ],
  };
};

/** What the decree on a leave is made from. */
interface LeaveFacts {
  readonly person: Person;
  readonly values: RecordValues;
  readonly random: Random;
  readonly reason: string;
}

function leaveDecree({ person, values, random, reason }: LeaveFacts): DocumentContent {
  const study = values['cltnId'] === '6';
  const begin = dateAt(values, 'tanggalAwal');
  const period = `terhitung mulai tanggal ${longDate(begin)} sampai dengan tanggal ${longDate(dateAt(values, 'tanggalAkhir'))}`;
  return regencyDecree({
    number: values['skNomor']!,
    date: dateAt(values, 'skTanggal'),
    subject: study
      ? 'PEMBERIAN TUGAS BELAJAR KEPADA PEGAWAI NEGERI SIPIL'
      : 'PEMBERIAN CUTI DI LUAR TANGGUNGAN NEGARA',
    excerpt: random.chance(0.5),
    considering: [
      `bahwa yang bersangkutan mengajukan permohonan untuk ${reason};`,
      'bahwa permohonan tersebut telah memenuhi syarat sesuai dengan ketentuan peraturan perundang-undangan;',
    ],
    noting: study
      ? []
      : [
          `Persetujuan Teknis Kepala Kantor Regional ${regency.kanregRoman} BKN Nomor ${values['nomorLetterBkn']} tanggal ${longDate(dateAt(values, 'tanggalLetterBkn'))};`,
        ],
    dicta: [
      {
        label: 'KESATU',
        particulars: [
          ...identityOf(person, random),
          { label: 'Pangkat/Gol. ruang', value: rankLine(person, begin) },
          { label: 'Jabatan', value: person.post.name },
          { label: 'Unit kerja', value: `${person.unor.name}, ${person.opd.name}` },
          { label: 'Alasan', value: reason },
        ],
        text: `diberikan ${study ? 'tugas belajar' : 'cuti di luar tanggungan negara'} ${period}.`,
      },
      {
        label: 'KEDUA',
        text: study
          ? 'Selama menjalani tugas belajar yang bersangkutan dibebaskan dari tugas jabatan.'
          : 'Selama menjalani cuti di luar tanggungan negara yang bersangkutan tidak berhak menerima penghasilan dan dibebaskan dari jabatan.',
      },
      {
        label: 'KETIGA',
        text: 'Setelah masa tersebut berakhir yang bersangkutan wajib melaporkan diri secara tertulis paling lama 1 (satu) bulan.',
      },
      { label: 'KEEMPAT', text: errorClause },
    ],
  });
}
