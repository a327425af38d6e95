import type { RecordType } from '#shared/records/record-type.ts';
import {
  code,
  date,
  documentNumber,
  integer,
  text,
  year,
} from '#shared/records/types/field-formats.ts';

const sertifikat = ['881'];

/** Riwayat kursus (domain.md 1.3c). The kind of course and the places are names, since their tables are not shipped. */
export const kursus: RecordType = {
  id: 'kursus',
  label: 'Riwayat kursus',
  siasnIds: ['13'],
  authority: 'opd',
  employeeKinds: ['pns', 'pppk', 'ppt_non_asn'],
  documents: [{ id: '881', label: 'Sertifikat kursus', required: true }],
  groups: [
    {
      label: 'Sertifikat',
      fields: [
        {
          name: 'nomorSertipikat',
          label: 'Nomor sertifikat',
          format: documentNumber,
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'namaKursus',
          label: 'Nama kursus',
          format: text(300),
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'jenisDiklatId',
          label: 'Jenis diklat',
          format: code('jenisDiklat'),
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'jenisKursusNama',
          label: 'Jenis kursus',
          format: text(200),
          required: false,
          provenBy: sertifikat,
        },
        {
          name: 'jenisKursusSertipikat',
          label: 'Jenis sertifikat',
          format: code('jenisKursusSertipikat'),
          required: false,
          provenBy: sertifikat,
        },
        {
          name: 'institusiPenyelenggara',
          label: 'Penyelenggara',
          format: text(200),
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'instansiNama',
          label: 'Instansi penyelenggara',
          format: text(200),
          required: false,
          provenBy: sertifikat,
        },
        {
          name: 'lokasiNama',
          label: 'Tempat',
          format: text(150),
          required: false,
          provenBy: sertifikat,
        },
      ],
    },
    {
      label: 'Pelaksanaan',
      fields: [
        {
          name: 'tanggalKursus',
          label: 'Tanggal mulai',
          format: date,
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'tanggalSelesaiKursus',
          label: 'Tanggal selesai',
          format: date,
          required: true,
          provenBy: sertifikat,
        },
        { name: 'tahunKursus', label: 'Tahun', format: year, required: true, provenBy: sertifikat },
        {
          name: 'jumlahJam',
          label: 'Jumlah jam pelajaran',
          format: integer(1, 5000, 'JP'),
          required: true,
          provenBy: sertifikat,
        },
      ],
    },
  ],
  titleFields: ['namaKursus', 'tahunKursus'],
};
