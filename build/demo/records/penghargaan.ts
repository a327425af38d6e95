import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { showNip } from '#shared/records/value-text.ts';
import { landscape, sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import {
  decreeNumber,
  nameOf,
  numberLabel,
  rankLine,
  regent,
  signerOf,
} from '#build/demo/records/paperwork.ts';
import { type RecordBuilder, filled, dateAt } from '#build/demo/records/record-draft.ts';
import { day, longDate, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

const satyalancana = [
  { years: 30, id: '203', numeral: 'XXX' },
  { years: 20, id: '202', numeral: 'XX' },
  { years: 10, id: '201', numeral: 'X' },
] as const;

/** Satyalancana Karya Satya for long service (PNS), else an honour of the regency. */
export const buildPenghargaan: RecordBuilder = ({ person, random, today }) => {
  const earned =
    person.kind === 'pns'
      ? satyalancana.filter(({ years }) => yearOf(person.start) + years + 1 < yearOf(today))
      : [];
  const medal = earned[0];
  const values = medal ? medalValues(person, medal, random) : localValues(random, today, person);
  return {
    values,
    others: earned.slice(1).map((item) => medalValues(person, item, random)),
    documents: [
      {
        documentId: '892',
        sheet: landscape(sheets.a4),
        content: medal ? medalCharter(person, values, medal.numeral) : localCharter(person, values),
      },
    ],
  };
};

function medalValues(
  person: Person,
  medal: (typeof satyalancana)[number],
  random: Random,
): RecordValues {
  const year = yearOf(person.start) + medal.years + 1;
  const date = day(year, 8, random.whole(1, 14));
  return filled({
    skNomor: `${random.whole(11, 139)}/TK/TAHUN ${year}`,
    hargaId: medal.id,
    tahun: String(year),
    skDate: date,
  });
}

function localValues(random: Random, today: LocalDate, person: Person): RecordValues {
  const year = Math.max(yearOf(person.start), yearOf(today) - random.whole(1, 3));
  const date = day(year, 11, random.whole(8, 28));
  return filled({
    skNomor: decreeNumber(random, '003', date),
    hargaId: '306',
    tahun: String(year),
    skDate: date,
  });
}

function medalCharter(person: Person, values: RecordValues, numeral: string) {
  const years = { X: '10 (sepuluh)', XX: '20 (dua puluh)', XXX: '30 (tiga puluh)' }[numeral];
  return {
    layout: 'certificate' as const,
    data: {
      emblem: 'garuda' as const,
      issuer: ['PRESIDEN REPUBLIK INDONESIA'],
      title: 'PIAGAM TANDA KEHORMATAN',
      number: `Keputusan Presiden RI ${values['skNomor']}`,
      opening: 'menganugerahkan tanda kehormatan',
      name: `SATYALANCANA KARYA SATYA ${numeral} TAHUN`,
      particulars: [
        { label: 'Kepada', value: nameOf(person), bold: true },
        { label: numberLabel(person), value: showNip(person.nip) },
        { label: 'Pangkat/Gol. ruang', value: rankLine(person, dateAt(values, 'skDate')) },
        { label: 'Jabatan', value: person.post.name },
        { label: 'Instansi', value: `Pemerintah ${regency.name}` },
      ],
      verdict: '',
      text: `sebagai penghargaan atas pengabdian, kesetiaan, kejujuran, kecakapan, dan kedisiplinan dalam melaksanakan tugas selama ${years} tahun sehingga dapat dijadikan teladan bagi pegawai lainnya.`,
      photo: false,
      place: 'Jakarta',
      date: longDate(values['skDate']!),
      signer: signerOf(
        {
          title: 'a.n. PRESIDEN REPUBLIK INDONESIA, SEKRETARIS MILITER (contoh)',
          name: 'BAYU ADHIKUSUMA',
          rank: 'pejabat rekaan',
          nip: '',
        },
        'SEKRETARIAT CONTOH',
      ),
    },
  };
}

function localCharter(person: Person, values: RecordValues) {
  return {
    layout: 'certificate' as const,
    data: {
      emblem: 'daerah' as const,
      issuer: [`PEMERINTAH ${regency.name.toUpperCase()}`],
      title: 'PIAGAM PENGHARGAAN',
      number: values['skNomor']!,
      opening: `Bupati ${regency.shortName} memberikan penghargaan kepada:`,
      name: nameOf(person),
      particulars: [
        { label: numberLabel(person), value: showNip(person.nip) },
        { label: 'Jabatan', value: person.post.name },
        { label: 'Unit kerja', value: `${person.unor.name}, ${person.opd.name}` },
      ],
      verdict: 'PEGAWAI TELADAN TINGKAT KABUPATEN',
      text: `Tahun ${values['tahun']}, atas prestasi dan pengabdiannya dalam melaksanakan tugas pelayanan kepada masyarakat ${regency.name}.`,
      photo: false,
      place: regency.seat,
      date: longDate(values['skDate']!),
      signer: regent,
    },
  };
}
