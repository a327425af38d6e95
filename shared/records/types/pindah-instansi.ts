import type { RecordType } from '#shared/records/record-type.ts';
import { code, date, documentNumber, text } from '#shared/records/types/field-formats.ts';

const sk = ['mv-sk-pi'];
const pertek = ['mv-pertek-pi', 'mv-sk-pi'];
const origin = ['mv-sk-asal', 'mv-sk-pi'];
const destination = ['mv-sk-tujuan', 'mv-sk-pi'];
const start = ['mv-spmt', 'mv-sk-pi'];

/**
 * Pindah instansi (domain.md 1.9), one field each for what BKN keeps as a pair of ids (Lama, Baru). Instansi, unor and
 * jabatan are names, since their tables are not shipped and the SK prints names.
 */
export const pindahInstansi: RecordType = {
  id: 'pindah_instansi',
  label: 'Pindah instansi',
  siasnIds: ['18'],
  authority: 'bkn',
  employeeKinds: ['pns'],
  documents: [
    { id: 'mv-sk-pi', label: 'SK pindah instansi', required: true },
    { id: 'mv-pertek-pi', label: 'Pertek pindah instansi', required: true },
    { id: 'mv-spmt', label: 'SPMT instansi tujuan', required: true },
    { id: 'mv-sk-asal', label: 'SK instansi asal', required: false },
    { id: 'mv-sk-tujuan', label: 'SK instansi tujuan', required: false },
    { id: 'mv-surat-usul-pi', label: 'Surat usul pindah', required: false },
  ],
  groups: [
    {
      label: 'Surat',
      fields: [
        {
          name: 'jenisPi',
          label: 'Jenis perpindahan',
          format: code('jenisPi'),
          required: true,
          provenBy: sk,
        },
        {
          name: 'skUsulNomor',
          label: 'Nomor surat usul',
          format: documentNumber,
          required: false,
          provenBy: ['mv-surat-usul-pi', 'mv-sk-pi'],
        },
        {
          name: 'skUsulTanggal',
          label: 'Tanggal surat usul',
          format: date,
          required: false,
          provenBy: ['mv-surat-usul-pi', 'mv-sk-pi'],
        },
        {
          name: 'skBknNomor',
          label: 'Nomor pertek BKN',
          format: documentNumber,
          required: true,
          provenBy: pertek,
        },
        {
          name: 'skBknTanggal',
          label: 'Tanggal pertek BKN',
          format: date,
          required: true,
          provenBy: pertek,
        },
        {
          name: 'skAsalNomor',
          label: 'Nomor SK instansi asal',
          format: documentNumber,
          required: false,
          provenBy: origin,
        },
        {
          name: 'skAsalTanggal',
          label: 'Tanggal SK instansi asal',
          format: date,
          required: false,
          provenBy: origin,
        },
        {
          name: 'skAsalProvNomor',
          label: 'Nomor SK provinsi asal',
          format: documentNumber,
          required: false,
          provenBy: origin,
        },
        {
          name: 'skAsalProvTanggal',
          label: 'Tanggal SK provinsi asal',
          format: date,
          required: false,
          provenBy: origin,
        },
        {
          name: 'skTujuanNomor',
          label: 'Nomor SK instansi tujuan',
          format: documentNumber,
          required: false,
          provenBy: destination,
        },
        {
          name: 'skTujuanTanggal',
          label: 'Tanggal SK instansi tujuan',
          format: date,
          required: false,
          provenBy: destination,
        },
      ],
    },
    {
      label: 'Instansi asal',
      fields: [
        {
          name: 'instansiKerjaLamaNama',
          label: 'Instansi lama',
          format: text(250),
          required: true,
          provenBy: sk,
        },
        {
          name: 'satuanKerjaLamaNama',
          label: 'Satuan kerja lama',
          format: text(250),
          required: false,
          provenBy: sk,
        },
        {
          name: 'unorLamaNama',
          label: 'Unit organisasi lama',
          format: text(250),
          required: false,
          provenBy: sk,
        },
        {
          name: 'jenisJabatanLama',
          label: 'Jenis jabatan lama',
          format: code('jenisJabatan'),
          required: false,
          provenBy: sk,
        },
        {
          name: 'jabatanLamaNama',
          label: 'Jabatan lama',
          format: text(250),
          required: false,
          provenBy: sk,
        },
      ],
    },
    {
      label: 'Instansi tujuan',
      fields: [
        {
          name: 'instansiKerjaBaruNama',
          label: 'Instansi baru',
          format: text(250),
          required: true,
          provenBy: sk,
        },
        {
          name: 'satuanKerjaBaruNama',
          label: 'Satuan kerja baru',
          format: text(250),
          required: false,
          provenBy: sk,
        },
        {
          name: 'unorBaruNama',
          label: 'Unit organisasi baru',
          format: text(250),
          required: true,
          provenBy: sk,
        },
        {
          name: 'jenisJabatanBaru',
          label: 'Jenis jabatan baru',
          format: code('jenisJabatan'),
          required: false,
          provenBy: sk,
        },
        {
          name: 'jabatanBaruNama',
          label: 'Jabatan baru',
          format: text(250),
          required: false,
          provenBy: sk,
        },
        {
          name: 'lokasiKerjaBaruNama',
          label: 'Lokasi kerja baru',
          format: text(150),
          required: false,
          provenBy: sk,
        },
        {
          name: 'kpknBaruNama',
          label: 'Kantor bayar baru (KPPN)',
          format: text(150),
          required: false,
          provenBy: sk,
        },
      ],
    },
    {
      label: 'Mulai berlaku',
      fields: [
        {
          name: 'tmtPi',
          label: 'TMT pindah instansi',
          format: date,
          required: true,
          provenBy: start,
        },
      ],
    },
  ],
  titleFields: ['instansiKerjaBaruNama', 'tmtPi'],
};
