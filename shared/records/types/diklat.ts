import type { RecordType } from '#shared/records/record-type.ts';
import {
  code,
  date,
  decimal,
  documentNumber,
  integer,
  text,
  year,
} from '#shared/records/types/field-formats.ts';

const sertifikat = ['874'];

/** Riwayat diklat struktural (domain.md 1.3b). */
export const diklat: RecordType = {
  id: 'diklat',
  label: 'Riwayat diklat struktural',
  siasnIds: ['9'],
  authority: 'opd',
  employeeKinds: ['pns', 'pppk', 'ppt_non_asn'],
  documents: [{ id: '874', label: 'Sertifikat diklat (STTPL)', required: true }],
  groups: [
    {
      label: 'Sertifikat',
      fields: [
        {
          name: 'nomor',
          label: 'Nomor sertifikat',
          format: documentNumber,
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'latihanStrukturalId',
          label: 'Jenis diklat struktural',
          format: code('latihanStruktural'),
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'institusiPenyelenggara',
          label: 'Penyelenggara',
          format: text(200),
          required: true,
          provenBy: sertifikat,
        },
      ],
    },
    {
      label: 'Pelaksanaan',
      fields: [
        {
          name: 'tanggal',
          label: 'Tanggal mulai',
          format: date,
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'tanggalSelesai',
          label: 'Tanggal selesai',
          format: date,
          required: true,
          provenBy: sertifikat,
        },
        { name: 'tahun', label: 'Tahun', format: year, required: true, provenBy: sertifikat },
        {
          name: 'jumlahJam',
          label: 'Jumlah jam pelajaran',
          format: integer(1, 5000, 'JP'),
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'bobot',
          label: 'Bobot',
          format: decimal(1000, 3),
          required: false,
          provenBy: sertifikat,
        },
        {
          name: 'jenisKompetensi',
          label: 'Jenis kompetensi',
          format: text(100),
          required: false,
          provenBy: sertifikat,
        },
      ],
    },
  ],
  titleFields: ['latihanStrukturalId', 'tahun'],
};
