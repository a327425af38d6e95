import type { RecordType } from '#shared/records/record-type.ts';
import { code, date, documentNumber, text } from '#shared/records/types/field-formats.ts';

const sk = ['872'];
const structural = { field: 'jenisJabatan', values: ['1', '3'] };
const functional = { field: 'jenisJabatan', values: ['2', '3'] };
const general = { field: 'jenisJabatan', values: ['4'] };

/**
 * Riwayat jabatan (domain.md 1.2). Where BKN has an id into a huge table (70,899 jabatan pelaksana, every unor) the
 * field is its name (BKN's own `…Nama`): a verifikator compares names with the SK, and the tables are not shipped.
 */
export const jabatan: RecordType = {
  id: 'jabatan',
  label: 'Riwayat jabatan',
  siasnIds: ['8'],
  authority: 'opd',
  employeeKinds: ['pns', 'pppk'],
  documents: [
    { id: '872', label: 'SK jabatan', required: true },
    { id: '873', label: 'Surat pelantikan', required: false },
  ],
  groups: [
    {
      label: 'Surat keputusan',
      fields: [
        {
          name: 'nomorSk',
          label: 'Nomor SK',
          format: documentNumber,
          required: true,
          provenBy: sk,
        },
        { name: 'tanggalSk', label: 'Tanggal SK', format: date, required: true, provenBy: sk },
      ],
    },
    {
      label: 'Jabatan',
      fields: [
        {
          name: 'jenisJabatan',
          label: 'Jenis jabatan',
          format: code('jenisJabatan'),
          required: true,
          provenBy: sk,
        },
        {
          name: 'namaJabatan',
          label: 'Jabatan struktural',
          format: text(250),
          required: true,
          provenBy: sk,
          appliesWhen: structural,
        },
        {
          name: 'eselonId',
          label: 'Eselon',
          format: code('eselon'),
          required: true,
          provenBy: sk,
          appliesWhen: structural,
        },
        {
          name: 'jabatanFungsionalNama',
          label: 'Jabatan fungsional',
          format: text(250),
          required: true,
          provenBy: sk,
          appliesWhen: functional,
        },
        {
          name: 'jabatanFungsionalUmumNama',
          label: 'Jabatan pelaksana',
          format: text(250),
          required: true,
          provenBy: sk,
          appliesWhen: general,
        },
        {
          name: 'subJabatanNama',
          label: 'Subjabatan',
          format: text(250),
          required: false,
          provenBy: sk,
          appliesWhen: functional,
        },
        {
          name: 'jenisPenugasanId',
          label: 'Jenis penugasan',
          format: code('jenisPenugasan'),
          required: false,
          provenBy: sk,
        },
        {
          name: 'jenisMutasiId',
          label: 'Jenis mutasi',
          format: code('jenisMutasi'),
          required: false,
          provenBy: sk,
        },
      ],
    },
    {
      label: 'Unit kerja',
      fields: [
        {
          name: 'unorNama',
          label: 'Unit organisasi',
          format: text(250),
          required: true,
          provenBy: sk,
        },
        {
          name: 'unorIndukNama',
          label: 'Unit organisasi induk',
          format: text(250),
          required: false,
          provenBy: sk,
        },
        {
          name: 'satuanKerjaNama',
          label: 'Satuan kerja',
          format: text(250),
          required: false,
          provenBy: sk,
        },
        {
          name: 'instansiKerjaNama',
          label: 'Instansi kerja',
          format: text(250),
          required: false,
          provenBy: sk,
        },
      ],
    },
    {
      label: 'Mulai berlaku',
      fields: [
        { name: 'tmtJabatan', label: 'TMT jabatan', format: date, required: true, provenBy: sk },
        {
          name: 'tmtPelantikan',
          label: 'Tanggal pelantikan',
          format: date,
          required: false,
          provenBy: ['873', '872'],
        },
        { name: 'tmtMutasi', label: 'TMT mutasi', format: date, required: false, provenBy: sk },
      ],
    },
  ],
  titleFields: ['namaJabatan', 'jabatanFungsionalNama', 'jabatanFungsionalUmumNama', 'tmtJabatan'],
};
