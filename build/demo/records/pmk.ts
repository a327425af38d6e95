import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import type { Person } from '#build/demo/people/person.ts';
import type { Random } from '#build/demo/random.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import { basicPay, rankText } from '#build/demo/people/ranks.ts';
import {
  decreeNumber,
  errorClause,
  identityOf,
  pertekLetter,
  pertekNumber,
  regencyDecree,
  stepAt,
} from '#build/demo/records/paperwork.ts';
import {
  type DraftDocument,
  type RecordBuilder,
  filled,
  dateAt,
} from '#build/demo/records/record-draft.ts';
import {
  addMonths,
  day,
  longDate,
  monthsBetween,
  workdayBefore,
  yearOf,
} from '#build/demo/calendar.ts';
import { spellMoney } from '#build/demo/wording.ts';

const publicEmployers = [
  'SD Negeri 2 Wanasari (guru honorer)',
  'Kantor Kecamatan Bandar Raya (tenaga honorer)',
  'UPTD Puskesmas Tirta Mulya (tenaga kontrak)',
];
const privateEmployers = [
  'PT Kencana Abadi Sejahtera',
  'Yayasan Pendidikan Pelita Mandala',
  'CV Tirta Karya Mandiri',
  'Klinik Pratama Samudra Medika',
];

/** Credit for service before the appointment: half of it from private employers, whole from government (domain.md 1.8). */
export const buildPmk: RecordBuilder = ({ person, random, today }) => {
  if (person.kind !== 'pns' || yearOf(person.start) > yearOf(today) - 3) return undefined;
  const isPrivate = random.chance(0.5);
  const employer = random.pick(isPrivate ? privateEmployers : publicEmployers);
  const to = addDays(person.start, -random.whole(5, 40));
  const oldest = yearOf(person.born) + 18;
  const from = day(Math.max(oldest, yearOf(to) - random.whole(2, 6)), random.whole(1, 6), 1);
  if (monthsBetween(from, to) < 14) return undefined;
  const credited = Math.floor(monthsBetween(from, to) / (isPrivate ? 2 : 1));
  const signed = workdayBefore(addDays(today, -random.whole(200, 900)), [0, 10], random);
  const tmt = addMonths(day(yearOf(signed), Number(signed.slice(5, 7)), 1), 1);
  const years = Math.floor(credited / 12);
  const months = credited % 12;
  const values = filled({
    nomorSk: decreeNumber(random, '823', signed),
    tanggalSk: signed,
    nomorBkn: pertekNumber(random, 'KM'),
    tanggalBkn: workdayBefore(signed, [12, 40], random),
    jenisPmk: isPrivate ? 'swasta' : 'pemerintah',
    pengalaman: employer,
    tanggalAwal: from,
    tanggalSelesai: to,
    tasaKerjaTahun: String(years),
    masaKerjaBulan: String(months),
    dinilai: '1',
  });
  const decree = creditDecree({ person, values, random, tmt });
  const documents: DraftDocument[] = [
    { documentId: '1644', sheet: random.pick([sheets.f4, sheets.legal]), content: decree },
  ];
  if (random.chance(0.5)) {
    documents.push({
      documentId: '1643',
      sheet: sheets.a4,
      content: pertekLetter(person, random, {
        number: values['nomorBkn']!,
        date: dateAt(values, 'tanggalBkn'),
        about: 'peninjauan masa kerja',
        facts: [
          { label: 'Pengalaman', value: employer },
          { label: 'Masa kerja diakui', value: `${years} tahun ${months} bulan` },
        ],
      }),
    });
  }
  return { values, others: [], documents };
};

interface CreditFacts {
  readonly person: Person;
  readonly values: RecordValues;
  readonly random: Random;
  readonly tmt: LocalDate;
}

function creditDecree({ person, values, random, tmt }: CreditFacts): DocumentContent {
  const isPrivate = values['jenisPmk'] === 'swasta';
  const employer = values['pengalaman']!;
  const from = dateAt(values, 'tanggalAwal');
  const to = dateAt(values, 'tanggalSelesai');
  const years = Number(values['tasaKerjaTahun']);
  const months = Number(values['masaKerjaBulan']);
  const step = stepAt(person, tmt)!;
  const oldYears = step.years + Math.max(0, Math.floor(monthsBetween(step.tmt, tmt) / 12));
  return regencyDecree({
    number: values['nomorSk']!,
    date: dateAt(values, 'tanggalSk'),
    subject: 'PENINJAUAN MASA KERJA PEGAWAI NEGERI SIPIL',
    excerpt: random.chance(0.6),
    considering: [
      'bahwa masa kerja yang dimiliki sebelum pengangkatan sebagai Calon Pegawai Negeri Sipil dapat diperhitungkan untuk penetapan gaji pokok;',
      `bahwa telah ada Pertimbangan Teknis Kepala Kantor Regional ${regency.kanregRoman} BKN Nomor ${values['nomorBkn']} tanggal ${longDate(values['tanggalBkn']!)};`,
    ],
    dicta: [
      {
        label: 'KESATU',
        particulars: [
          ...identityOf(person, random),
          {
            label: 'Pangkat/Gol. ruang/TMT',
            value: `${rankText(step.rankId)} / ${longDate(step.tmt)}`,
          },
          { label: 'Masa kerja lama', value: `${oldYears} tahun` },
          { label: 'Gaji pokok lama', value: spellMoney(basicPay(step.rankId, oldYears)) },
          { label: 'Unit kerja', value: person.unor.name },
          {
            label: isPrivate ? 'Pengalaman (swasta)' : 'Pengalaman (instansi pemerintah)',
            value: `${employer}, dari tanggal ${longDate(from)} sampai dengan ${longDate(to)}`,
          },
          { label: 'Masa kerja diperhitungkan', value: `${years} tahun ${months} bulan` },
        ],
        text: `Terhitung mulai tanggal ${longDate(tmt)} masa kerja golongannya ditambah ${years} tahun ${months} bulan, dan diberikan gaji pokok ${spellMoney(basicPay(step.rankId, oldYears + years))}.`,
      },
      {
        label: 'KEDUA',
        text: 'Kenaikan gaji berkala yang akan datang diberikan sesuai dengan ketentuan peraturan perundang-undangan.',
      },
      { label: 'KETIGA', text: errorClause },
      {
        label: 'KEEMPAT',
        text: 'Asli petikan keputusan ini diberikan kepada yang bersangkutan untuk dipergunakan sebagaimana mestinya.',
      },
    ],
  });
}
