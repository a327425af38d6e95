import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import {
  decreeNumber,
  errorClause,
  identityOf,
  letterNumber,
  pertekLetter,
  pertekNumber,
  rankLine,
  regencyDecree,
} from '#build/demo/records/paperwork.ts';
import { dutyStatement } from '#build/demo/records/duty-statement.ts';
import { type RecordBuilder, filled, dateAt } from '#build/demo/records/record-draft.ts';
import { addMonths, day, longDate, workdayBefore, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

const origins = [
  ['Pemerintah Kabupaten Lembah Asri', 'Dinas Pendidikan', 'daerah_daerah'],
  ['Pemerintah Kota Bumi Pratama', 'Dinas Kesehatan', 'daerah_daerah'],
  ['Pemerintah Provinsi Nusa Kencana', 'Biro Umum', 'daerah_daerah'],
  ['Kementerian Pembangunan Wilayah (rekaan)', 'Direktorat Bina Daerah', 'pusat_daerah'],
] as const;

/** A move from another instansi, with decree, BKN consideration and the statement of taking up duty. */
export const buildPindahInstansi: RecordBuilder = ({ person, random, today }) => {
  if (person.kind !== 'pns' || yearOf(person.start) > yearOf(today) - 5) return undefined;
  const tmt = addMonths(day(yearOf(today), 1, 1), -random.whole(2, 30));
  const signed = workdayBefore(tmt, [10, 40], random);
  const values = moveValues(person, random, tmt, signed);
  return {
    values,
    others: [],
    documents: [
      {
        documentId: 'mv-sk-pi',
        sheet: random.pick([sheets.f4, sheets.legal]),
        content: decree(person, values, random),
      },
      {
        documentId: 'mv-pertek-pi',
        sheet: sheets.a4,
        content: pertekLetter(person, random, {
          number: values['skBknNomor']!,
          date: dateAt(values, 'skBknTanggal'),
          about: 'pindah instansi Pegawai Negeri Sipil',
          facts: [
            { label: 'Instansi asal', value: values['instansiKerjaLamaNama']! },
            { label: 'Instansi tujuan', value: values['instansiKerjaBaruNama']! },
            { label: 'Pangkat/Gol. ruang', value: rankLine(person, tmt) },
          ],
        }),
      },
      {
        documentId: 'mv-spmt',
        sheet: sheets.f4,
        content: dutyStatement(person, random, {
          number: letterNumber(random, '800', person.opd.slug, addDays(tmt, 1)),
          decree: { number: values['nomor'] ?? values['skTujuanNomor']!, date: signed },
          tmt,
          post: values['jabatanBaruNama']!,
        }),
      },
    ],
  };
};

function moveValues(
  person: Person,
  random: Random,
  tmt: LocalDate,
  signed: LocalDate,
): RecordValues {
  const [origin, office, kind] = random.pick(origins);
  const consideration = workdayBefore(signed, [10, 30], random);
  const released = workdayBefore(consideration, [20, 50], random);
  const requested = workdayBefore(released, [10, 40], random);
  return filled({
    jenisPi: kind,
    skUsulNomor: letterNumber(random, '824', 'BKPSDM', requested),
    skUsulTanggal: requested,
    skBknNomor: pertekNumber(random, 'PI'),
    skBknTanggal: consideration,
    skAsalNomor: letterNumber(random, '824', 'BKD', released),
    skAsalTanggal: released,
    skTujuanNomor: decreeNumber(random, '824', signed),
    skTujuanTanggal: signed,
    instansiKerjaLamaNama: origin,
    unorLamaNama: office,
    jenisJabatanLama: '4',
    jabatanLamaNama: 'Pengadministrasi Perkantoran',
    instansiKerjaBaruNama: `Pemerintah ${regency.name}`,
    unorBaruNama: person.unor.name,
    jenisJabatanBaru: person.post.kindId,
    jabatanBaruNama: person.post.name,
    tmtPi: tmt,
  });
}

function decree(person: Person, values: RecordValues, random: Random) {
  return regencyDecree({
    number: values['skTujuanNomor']!,
    date: dateAt(values, 'skTujuanTanggal'),
    subject: 'PEMINDAHAN PEGAWAI NEGERI SIPIL ANTARINSTANSI',
    excerpt: random.chance(0.5),
    considering: [
      `bahwa berdasarkan surat persetujuan pindah dari ${values['instansiKerjaLamaNama']} Nomor ${values['skAsalNomor']} tanggal ${longDate(values['skAsalTanggal']!)} yang bersangkutan disetujui pindah;`,
      'bahwa untuk memenuhi kebutuhan pegawai perlu menetapkan pemindahan Pegawai Negeri Sipil dimaksud;',
    ],
    noting: [
      `Surat usul pindah Nomor ${values['skUsulNomor']} tanggal ${longDate(values['skUsulTanggal']!)};`,
      `Pertimbangan Teknis Kepala Kantor Regional ${regency.kanregRoman} BKN Nomor ${values['skBknNomor']} tanggal ${longDate(values['skBknTanggal']!)};`,
    ],
    dicta: [
      {
        label: 'KESATU',
        particulars: [
          ...identityOf(person, random),
          { label: 'Pangkat/Gol. ruang', value: rankLine(person, dateAt(values, 'tmtPi')) },
          { label: 'Instansi asal', value: values['instansiKerjaLamaNama']! },
          { label: 'Unit organisasi asal', value: values['unorLamaNama']! },
          { label: 'Jabatan lama', value: values['jabatanLamaNama']! },
          { label: 'Instansi tujuan', value: values['instansiKerjaBaruNama']! },
          { label: 'Unit organisasi tujuan', value: `${values['unorBaruNama']}` },
          { label: 'Jabatan baru', value: values['jabatanBaruNama']! },
        ],
        text: `Terhitung mulai tanggal ${longDate(values['tmtPi']!)} dipindahkan dari instansi asal ke instansi tujuan tersebut di atas.`,
      },
      {
        label: 'KEDUA',
        text: 'Gaji dan tunjangan yang bersangkutan dibebankan pada anggaran instansi tujuan terhitung mulai bulan berikutnya.',
      },
      { label: 'KETIGA', text: errorClause },
    ],
    copies: [
      `Kepala Kantor Regional ${regency.kanregRoman} BKN di ${regency.kanregSeat}`,
      `Pimpinan ${values['instansiKerjaLamaNama']}`,
      'Yang bersangkutan',
    ],
  });
}
