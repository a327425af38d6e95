import type { RecordType } from '#shared/records/record-type.ts';
import {
  code,
  date,
  decimal,
  documentNumber,
  integer,
} from '#shared/records/types/field-formats.ts';

const sk = ['858'];
const pertek = ['mv-pertek-kp', '858'];
const credit = ['879', '858'];

/** Riwayat pangkat/golongan (domain.md 1.6), in the order of the SK kenaikan pangkat (6.3). */
export const golongan: RecordType = {
  id: 'golongan',
  label: 'Riwayat pangkat/golongan',
  siasnIds: ['5'],
  authority: 'bkn',
  employeeKinds: ['pns'],
  documents: [
    { id: '858', label: 'SK kenaikan pangkat', required: true },
    { id: 'mv-pertek-kp', label: 'Pertek kenaikan pangkat', required: false },
    { id: '879', label: 'Penetapan angka kredit (PAK)', required: false },
  ],
  groups: [
    {
      label: 'Surat keputusan',
      fields: [
        {
          name: 'skNomor',
          label: 'Nomor SK',
          format: documentNumber,
          required: true,
          provenBy: sk,
        },
        { name: 'skTanggal', label: 'Tanggal SK', format: date, required: true, provenBy: sk },
      ],
    },
    {
      label: 'Pertimbangan teknis BKN',
      fields: [
        {
          name: 'noPertekBkn',
          label: 'Nomor pertek BKN',
          format: documentNumber,
          required: false,
          provenBy: pertek,
        },
        {
          name: 'tglPertekBkn',
          label: 'Tanggal pertek BKN',
          format: date,
          required: false,
          provenBy: pertek,
        },
      ],
    },
    {
      label: 'Kenaikan pangkat',
      fields: [
        { name: 'tmtGolongan', label: 'TMT golongan', format: date, required: true, provenBy: sk },
        {
          name: 'golonganId',
          label: 'Golongan/pangkat',
          format: code('golonganPns'),
          required: true,
          provenBy: sk,
        },
        {
          name: 'jenisKPId',
          label: 'Jenis kenaikan pangkat',
          format: code('jenisKp'),
          required: true,
          provenBy: sk,
        },
        {
          name: 'jumlahKreditUtama',
          label: 'Angka kredit utama',
          format: decimal(9999, 3),
          required: false,
          provenBy: credit,
        },
        {
          name: 'jumlahKreditTambahan',
          label: 'Angka kredit tambahan',
          format: decimal(9999, 3),
          required: false,
          provenBy: credit,
        },
        {
          name: 'masaKerjaGolonganTahun',
          label: 'Masa kerja golongan (tahun)',
          format: integer(0, 50, 'tahun'),
          required: true,
          provenBy: sk,
        },
        // Up to 99 by format, so that the rule on 11 months can say what is wrong.
        {
          name: 'masaKerjaGolonganBulan',
          label: 'Masa kerja golongan (bulan)',
          format: integer(0, 99, 'bulan'),
          required: true,
          provenBy: sk,
        },
      ],
    },
  ],
  titleFields: ['golonganId', 'tmtGolongan'],
};
