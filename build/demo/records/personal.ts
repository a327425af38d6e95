import type { CardFace } from '#build/demo/documents/layouts/card.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import {
  type DraftDocument,
  type RecordBuilder,
  filled,
} from '#build/demo/records/record-draft.ts';
import { makeRandom } from '#build/demo/random.ts';
import { shortDate } from '#build/demo/calendar.ts';

const religions: Readonly<Record<string, string>> = {
  '1': 'ISLAM',
  '2': 'KRISTEN',
  '3': 'KATHOLIK',
  '4': 'HINDU',
  '5': 'BUDHA',
};

/** Personal data with copies of the identity card and of the cards that prove its numbers. */
export const buildPersonal: RecordBuilder = ({ person, random }) => {
  const numbers = makeRandom(person.id, 'kartu');
  const address = `${person.address.street}, RT/RW ${person.address.rtRw}, ${person.address.village}, Kecamatan ${person.address.subdistrict}`;
  const npwp = `99.${numbers.digits(3)}.${numbers.digits(3)}.${numbers.digits(1)}-990.000`;
  const bpjs = `0009${numbers.digits(9)}`;
  const withNpwp = random.chance(0.45);
  const withBpjs = random.chance(0.35);
  const values = filled({
    nik: person.nik,
    jenisIdDokumenId: '1',
    nomorIdDocument: person.nik,
    alamat: address,
    kabupatenNama: regency.name,
    agamaId: person.agamaId,
    jenisKawinId: person.spouse ? '1' : '4',
    noHp: person.phone,
    email: person.email,
    noNpwp: withNpwp ? npwp : undefined,
    bpjs: withBpjs ? bpjs : undefined,
  });
  const documents = [cardDocument('mv-ktp', identityCard(person))];
  if (withNpwp)
    documents.push(
      cardDocument(
        'mv-npwp',
        numberCard(person, ['KEMENTERIAN KEUANGAN (CONTOH)', 'NPWP'], npwp, '#e9dfa8', address),
      ),
    );
  if (withBpjs)
    documents.push(
      cardDocument(
        'mv-bpjs',
        numberCard(
          person,
          ['JAMINAN KESEHATAN NASIONAL (CONTOH)', 'KARTU INDONESIA SEHAT'],
          bpjs,
          '#cfe6d2',
          address,
        ),
      ),
    );
  return { values, others: [], documents };
};

function cardDocument(documentId: string, face: CardFace): DraftDocument {
  return {
    documentId,
    sheet: sheets.a4,
    content: { layout: 'card', data: { faces: [face] } },
  };
}

function identityCard(person: Person): CardFace {
  const { address } = person;
  return {
    lines: [`PROVINSI ${regency.province.toUpperCase()}`, regency.name.toUpperCase()],
    number: `NIK : ${person.nik}`,
    particulars: [
      { label: 'Nama', value: person.name.toUpperCase() },
      {
        label: 'Tempat/Tgl Lahir',
        value: `${person.birthplace.toUpperCase()}, ${shortDate(person.born)}`,
      },
      { label: 'Jenis Kelamin', value: person.sex === 'M' ? 'LAKI-LAKI' : 'PEREMPUAN' },
      { label: 'Alamat', value: address.street.toUpperCase() },
      { label: '  RT/RW', value: address.rtRw },
      { label: '  Kel/Desa', value: address.village.toUpperCase() },
      { label: '  Kecamatan', value: address.subdistrict.toUpperCase() },
      { label: 'Agama', value: religions[person.agamaId] ?? 'ISLAM' },
      { label: 'Status Perkawinan', value: person.spouse ? 'KAWIN' : 'BELUM KAWIN' },
      {
        label: 'Pekerjaan',
        value: person.kind === 'pns' ? 'PEGAWAI NEGERI SIPIL (PNS)' : 'KARYAWAN HONORER',
      },
      { label: 'Kewarganegaraan', value: 'WNI' },
      { label: 'Berlaku Hingga', value: 'SEUMUR HIDUP' },
    ],
    color: '#bfd8ea',
    photo: true,
    foot: [regency.seat.toUpperCase(), 'CONTOH'],
  };
}

function numberCard(
  person: Person,
  lines: readonly string[],
  number: string,
  color: string,
  address: string,
): CardFace {
  return {
    lines,
    number,
    particulars: [
      { label: 'Nama', value: person.name.toUpperCase() },
      { label: 'NIK', value: person.nik },
      { label: 'Tanggal Lahir', value: shortDate(person.born) },
      { label: 'Alamat', value: address },
    ],
    color,
    photo: false,
    foot: [],
  };
}
