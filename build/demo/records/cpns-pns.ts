import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import { basicPay, rankOf } from '#build/demo/people/ranks.ts';
import { dutyStatement } from '#build/demo/records/duty-statement.ts';
import {
  decreeNumber,
  errorClause,
  identityOf,
  letterNumber,
  pertekNumber,
  regencyDecree,
} from '#build/demo/records/paperwork.ts';
import {
  type DraftDocument,
  type RecordBuilder,
  filled,
  dateAt,
} from '#build/demo/records/record-draft.ts';
import { addMonths, addYears, longDate, workdayBefore, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';
import { formatMoney, spellMoney } from '#build/demo/wording.ts';

/** Appointment as CPNS and as PNS, a decree each, and the statement of taking up duty. */
export const buildCpnsPns: RecordBuilder = ({ person, random, today }) => {
  if (person.kind !== 'pns') return undefined;
  const values = appointmentValues(person, random, today);
  const documents: DraftDocument[] = [
    {
      documentId: '889',
      sheet: random.pick([sheets.f4, sheets.legal]),
      content: cpnsDecree(person, values, random),
    },
    {
      documentId: '888',
      sheet: sheets.f4,
      content: dutyStatement(person, random, {
        number: values['nomor_spmt']!,
        decree: { number: values['nomor_sk_cpns']!, date: dateAt(values, 'tgl_sk_cpns') },
        tmt: dateAt(values, 'tmtCpns'),
        post: 'Calon Pegawai Negeri Sipil',
      }),
    },
  ];
  if (values['status_cpns_pns'] === 'P') {
    documents.push({
      documentId: '887',
      sheet: sheets.f4,
      content: pnsDecree(person, values, random),
    });
  }
  return { values, others: [], documents };
};

function appointmentValues(person: Person, random: Random, today: LocalDate): RecordValues {
  const signedCpns = workdayBefore(person.start, [5, 40], random);
  const tmtPns = addMonths(addYears(person.start, 1), random.whole(0, 4));
  const appointed = tmtPns < addDays(today, -60) && yearOf(tmtPns) <= yearOf(today);
  const signedPns = workdayBefore(tmtPns, [5, 30], random);
  const trained = workdayBefore(signedPns, [30, 120], random);
  const health = workdayBefore(signedPns, [20, 60], random);
  return filled({
    status_cpns_pns: appointed ? 'P' : 'C',
    nomor_sk_cpns: decreeNumber(random, '813', signedCpns),
    tgl_sk_cpns: signedCpns,
    tmtCpns: person.start,
    nama_jabatan_angkat_cpns: `Bupati ${regency.shortName}`,
    nomor_spmt: letterNumber(random, '800', person.opd.slug, person.start),
    ...(appointed
      ? {
          nomor_sttpl: `${String(random.whole(1, 9999)).padStart(8, '0')}/LATSAR/9901/${yearOf(trained)}`,
          tgl_sttpl: trained,
          nomor_dokter_pns: `445/${random.whole(100, 999)}/RSUD/${yearOf(health)}`,
          tanggal_dokter_pns: health,
          nomor_sk_pns: decreeNumber(random, '821', signedPns),
          tgl_sk_pns: signedPns,
          tmt_pns: tmtPns,
        }
      : {}),
  });
}

function educationAtStart(person: Person): string {
  return (
    person.education.findLast((item) => item.graduated < person.start) ?? person.education[0]!
  ).programme;
}

function cpnsDecree(person: Person, values: RecordValues, random: Random) {
  const first = person.ladder[0]!;
  const rank = rankOf(first.rankId);
  const pay = basicPay(first.rankId, first.years);
  return regencyDecree({
    number: values['nomor_sk_cpns']!,
    date: dateAt(values, 'tgl_sk_cpns'),
    subject: 'PENGANGKATAN CALON PEGAWAI NEGERI SIPIL',
    excerpt: random.chance(0.6),
    considering: [
      'bahwa yang bersangkutan telah lulus seleksi dan memenuhi syarat untuk diangkat menjadi Calon Pegawai Negeri Sipil;',
    ],
    noting: [
      `Penetapan Nomor Induk Pegawai Kepala Kantor Regional ${regency.kanregRoman} BKN Nomor ${pertekNumber(random, 'AG')};`,
    ],
    dicta: [
      {
        label: 'KESATU',
        particulars: [
          ...identityOf(person, random),
          { label: 'Jenis kelamin', value: person.sex === 'M' ? 'Pria' : 'Wanita' },
          { label: 'Pendidikan', value: educationAtStart(person) },
          { label: 'Golongan ruang', value: rank.golongan },
          { label: 'Masa kerja golongan', value: `${first.years} tahun ${first.months} bulan` },
          { label: 'Unit kerja', value: `${person.unor.name}, ${person.opd.name}` },
        ],
        text: `Terhitung mulai tanggal ${longDate(person.start)} diangkat sebagai Calon Pegawai Negeri Sipil dan diberikan gaji pokok sebesar 80% x ${formatMoney(pay)} = ${spellMoney(Math.round(pay * 0.8))}, ditambah penghasilan lain yang sah.`,
      },
      {
        label: 'KEDUA',
        text: 'Yang bersangkutan wajib menjalani masa percobaan selama 1 (satu) tahun dan mengikuti pelatihan dasar.',
      },
      { label: 'KETIGA', text: errorClause },
    ],
    copies: [
      'Kepala Badan Kepegawaian Negara di Jakarta',
      `Kepala Kantor Regional ${regency.kanregRoman} BKN di ${regency.kanregSeat}`,
      'Yang bersangkutan',
    ],
  });
}

function pnsDecree(person: Person, values: RecordValues, random: Random) {
  const first = person.ladder[0]!;
  const rank = rankOf(first.rankId);
  return regencyDecree({
    number: values['nomor_sk_pns']!,
    date: dateAt(values, 'tgl_sk_pns'),
    subject: 'PENGANGKATAN CALON PEGAWAI NEGERI SIPIL MENJADI PEGAWAI NEGERI SIPIL',
    excerpt: random.chance(0.6),
    considering: [
      'bahwa Calon Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah memenuhi syarat untuk diangkat menjadi Pegawai Negeri Sipil;',
    ],
    dicta: [
      {
        label: 'KESATU',
        particulars: [
          ...identityOf(person, random),
          { label: 'Pendidikan', value: educationAtStart(person) },
          { label: 'TMT CPNS', value: longDate(person.start) },
          { label: 'Golongan ruang', value: rank.golongan },
          { label: 'Unit kerja', value: `${person.unor.name}, ${person.opd.name}` },
          {
            label: 'Surat keterangan Tim Penguji Kesehatan',
            value: `Nomor ${values['nomor_dokter_pns']} tanggal ${longDate(values['tanggal_dokter_pns']!)}`,
          },
          {
            label: 'STTPL pelatihan dasar',
            value: `Nomor ${values['nomor_sttpl']} tanggal ${longDate(values['tgl_sttpl']!)}`,
          },
        ],
        text: `Terhitung mulai tanggal ${longDate(values['tmt_pns']!)} diangkat menjadi Pegawai Negeri Sipil dalam pangkat ${rank.pangkat} golongan ruang ${rank.golongan} dengan gaji pokok ${spellMoney(basicPay(first.rankId, first.years + 1))}.`,
      },
      { label: 'KEDUA', text: errorClause },
    ],
    copies: [
      `Kepala Kantor Regional ${regency.kanregRoman} BKN di ${regency.kanregSeat}`,
      `Kepala BKPSDM ${regency.name}`,
      'Yang bersangkutan',
    ],
  });
}
