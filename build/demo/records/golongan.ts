import type { RecordValues } from '#shared/records/usul.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import {
  decreeNumber,
  errorClause,
  identityOf,
  pertekLetter,
  pertekNumber,
  rankLine,
  regencyDecree,
  tmtText,
} from '#build/demo/records/paperwork.ts';
import {
  type DraftDocument,
  type RecordBuilder,
  filled,
  dateAt,
} from '#build/demo/records/record-draft.ts';
import type { Person, RankStep } from '#build/demo/people/person.ts';
import { basicPay, rankOf, rankText } from '#build/demo/people/ranks.ts';
import { regency } from '#build/demo/offices/regency.ts';
import { longDate, workdayBefore } from '#build/demo/calendar.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';
import { spellMoney } from '#build/demo/wording.ts';

/** The latest rank, with the decree that gave it and now and then the BKN consideration as a file of its own. */
export const buildGolongan: RecordBuilder = ({ person, random }) => {
  if (person.ladder.length < 2) return undefined;
  const last = person.ladder.length - 1;
  const values = stepValues(person, last);
  const documents: DraftDocument[] = [
    {
      documentId: '858',
      sheet: random.pick([sheets.f4, sheets.f4, sheets.legal]),
      content: decree(person, last, values, random),
    },
  ];
  if (random.chance(0.25)) {
    documents.push({
      documentId: 'mv-pertek-kp',
      sheet: sheets.a4,
      content: pertek(person, last, values, random),
    });
  }
  return {
    values,
    others: person.ladder.slice(0, last).map((_, index) => stepValues(person, index)),
    documents,
  };
};

/** A step of the ladder as a record; always the same for the same step. */
function stepValues(person: Person, index: number): RecordValues {
  const step = person.ladder[index]!;
  const random = makeRandom(person.id, 'golongan', index);
  const signed = workdayBefore(step.tmt, [12, 50], random);
  const first = index === 0;
  return filled({
    golonganId: step.rankId,
    jenisKPId: step.jenisKpId,
    skNomor: decreeNumber(random, first ? '813' : '823', signed),
    skTanggal: signed,
    tmtGolongan: step.tmt,
    noPertekBkn: first ? undefined : pertekNumber(random, random.pick(['MG', 'PG', 'KG'])),
    tglPertekBkn: first ? undefined : workdayBefore(signed, [10, 30], random),
    masaKerjaGolonganTahun: String(step.years),
    masaKerjaGolonganBulan: String(step.months),
    jumlahKreditUtama:
      !first && step.jenisKpId === '202'
        ? `${random.whole(100, 380)}.${random.pick(['000', '250', '500'])}`
        : undefined,
  });
}

function serviceText(step: RankStep): string {
  return `${String(step.years).padStart(2, '0')} Tahun ${String(step.months).padStart(2, '0')} Bulan`;
}

function decree(person: Person, index: number, values: RecordValues, random: Random) {
  const step = person.ladder[index]!;
  const before = person.ladder[index - 1]!;
  const rank = rankOf(step.rankId);
  const credit = values['jumlahKreditUtama'];
  const education =
    person.education.findLast((item) => item.graduated < step.tmt) ?? person.education[0]!;
  return regencyDecree({
    number: values['skNomor']!,
    date: dateAt(values, 'skTanggal'),
    subject: 'KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL',
    excerpt: random.chance(0.7),
    considering: ['dst.;'],
    noting: [
      `Pertimbangan Teknis Kepala Kantor Regional ${regency.kanregRoman} BKN ${regency.kanregSeat} Nomor ${values['noPertekBkn']} tanggal ${longDate(values['tglPertekBkn']!)};`,
    ],
    dicta: [
      {
        label: random.pick(['KESATU', 'PERTAMA']),
        particulars: [
          ...identityOf(person, random),
          { label: 'Pendidikan', value: education.programme },
          {
            label: 'Pangkat lama/Gol. ruang/TMT',
            value: `${rankText(before.rankId)} / ${tmtText(random, before.tmt)}`,
          },
          { label: 'Jabatan', value: person.post.name },
          { label: 'Unit kerja', value: `${person.unor.name}, ${person.opd.name}` },
        ],
        text: `Terhitung mulai tanggal ${tmtText(random, step.tmt)} dinaikkan pangkatnya menjadi ${rank.pangkat} golongan ruang ${rank.golongan}${credit ? `, dengan angka kredit ${credit.replace('.', ',')}` : ''}, dengan masa kerja golongan ${serviceText(step)} dan diberikan gaji pokok sebesar ${spellMoney(basicPay(step.rankId, step.years))}, ditambah penghasilan lain berdasarkan ketentuan peraturan perundang-undangan. Jenis kenaikan pangkat: ${kindText(step.jenisKpId)}.`,
      },
      { label: 'KEDUA', text: errorClause },
    ],
  });
}

function kindText(jenisKpId: string): string {
  return jenisKpId === '202' ? 'Pilihan (Jabatan Fungsional Tertentu)' : 'Reguler';
}

function pertek(person: Person, index: number, values: RecordValues, random: Random) {
  const step = person.ladder[index]!;
  return pertekLetter(person, random, {
    number: values['noPertekBkn']!,
    date: dateAt(values, 'tglPertekBkn'),
    about: 'kenaikan pangkat Pegawai Negeri Sipil',
    facts: [
      { label: 'Pangkat lama', value: rankLine(person, person.ladder[index - 1]!.tmt) },
      { label: 'Pangkat baru', value: rankText(step.rankId) },
      { label: 'Terhitung mulai tanggal', value: longDate(step.tmt) },
      { label: 'Masa kerja golongan', value: serviceText(step) },
    ],
  });
}
