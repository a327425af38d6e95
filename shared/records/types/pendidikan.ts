import type { RecordType } from '#shared/records/record-type.ts';
import {
  code,
  date,
  documentNumber,
  longText,
  text,
  year,
  yesNo,
} from '#shared/records/types/field-formats.ts';

const ijazah = ['870', '871'];
const gelar = ['867', '870'];

/**
 * Riwayat pendidikan (domain.md 1.3a). The programme is its name, not BKN's id: 28,155 programmes are not shipped and
 * the ijazah prints the name. `pencantuman_gelar` says whether the title was recognised by an SK.
 */
export const pendidikan: RecordType = {
  id: 'pendidikan',
  label: 'Riwayat pendidikan',
  siasnIds: ['7'],
  authority: 'bkn',
  employeeKinds: ['pns', 'pppk'],
  documents: [
    { id: '870', label: 'Ijazah', required: true },
    { id: '871', label: 'Transkrip nilai', required: true },
    { id: '867', label: 'SK pencantuman gelar', required: false },
    { id: '889', label: 'SK CPNS', required: false },
  ],
  groups: [
    {
      label: 'Ijazah',
      fields: [
        {
          name: 'nomorIjasah',
          label: 'Nomor ijazah',
          format: documentNumber,
          required: true,
          provenBy: ijazah,
        },
        {
          name: 'tkPendidikanId',
          label: 'Tingkat pendidikan',
          format: code('tingkatPendidikan'),
          required: true,
          provenBy: ijazah,
        },
        {
          name: 'pendidikanNama',
          label: 'Program studi',
          format: text(250),
          required: true,
          provenBy: ijazah,
        },
        {
          name: 'namaSekolah',
          label: 'Nama sekolah/perguruan tinggi',
          format: text(250),
          required: true,
          provenBy: ijazah,
        },
        {
          name: 'tglLulus',
          label: 'Tanggal lulus',
          format: date,
          required: true,
          provenBy: ijazah,
        },
        {
          name: 'tahunLulus',
          label: 'Tahun lulus',
          format: year,
          required: true,
          provenBy: ijazah,
        },
      ],
    },
    {
      label: 'Gelar',
      fields: [
        {
          name: 'gelarDepan',
          label: 'Gelar depan',
          format: text(50),
          required: false,
          provenBy: gelar,
        },
        {
          name: 'gelarBelakang',
          label: 'Gelar belakang',
          format: text(50),
          required: false,
          provenBy: gelar,
        },
        {
          name: 'pencantuman_gelar',
          label: 'Gelar sudah dicantumkan',
          format: yesNo,
          required: false,
          provenBy: ['867'],
        },
      ],
    },
    {
      label: 'Keterangan',
      fields: [
        {
          name: 'isPendidikanPertama',
          label: 'Pendidikan saat pengangkatan pertama',
          format: yesNo,
          required: false,
          provenBy: ['889', '870'],
        },
        {
          name: 'keterangan',
          label: 'Keterangan',
          format: longText(500),
          required: false,
          provenBy: [],
        },
      ],
    },
  ],
  titleFields: ['tkPendidikanId', 'pendidikanNama', 'tahunLulus'],
};
