import type { RecordType } from '#shared/records/record-type.ts';
import { code, date, longText, text } from '#shared/records/types/field-formats.ts';

const sk = ['mv-sk-organisasi'];

/** Riwayat organisasi (domain.md 1.12). BKN has no web service for it; the field names are ours. */
export const organisasi: RecordType = {
  id: 'organisasi',
  label: 'Riwayat organisasi',
  siasnIds: [],
  authority: 'opd',
  employeeKinds: ['pns', 'pppk', 'ppt_non_asn'],
  documents: [{ id: 'mv-sk-organisasi', label: 'SK organisasi', required: true }],
  groups: [
    {
      label: 'Organisasi',
      fields: [
        {
          name: 'namaOrganisasi',
          label: 'Nama organisasi',
          format: text(200),
          required: true,
          provenBy: sk,
        },
        {
          name: 'kepanitiaanId',
          label: 'Jenis organisasi',
          format: code('kepanitiaan'),
          required: false,
          provenBy: sk,
        },
        {
          name: 'jabatanOrganisasi',
          label: 'Jabatan dalam organisasi',
          format: text(150),
          required: true,
          provenBy: sk,
        },
        {
          name: 'pengalaman',
          label: 'Pengalaman',
          format: longText(500),
          required: false,
          provenBy: sk,
        },
        {
          name: 'tanggalMulai',
          label: 'Tanggal mulai',
          format: date,
          required: true,
          provenBy: sk,
        },
        {
          name: 'tanggalSelesai',
          label: 'Tanggal selesai',
          format: date,
          required: false,
          provenBy: sk,
        },
      ],
    },
  ],
  titleFields: ['namaOrganisasi', 'jabatanOrganisasi'],
};
