import type { RecordType } from '#shared/records/record-type.ts';
import { code, date, documentNumber, year } from '#shared/records/types/field-formats.ts';

const sertifikat = ['892'];

/** Riwayat penghargaan (domain.md 1.5); `hargaId` is BKN's own spelling. */
export const penghargaan: RecordType = {
  id: 'penghargaan',
  label: 'Riwayat penghargaan',
  siasnIds: ['14'],
  authority: 'opd',
  employeeKinds: ['pns', 'pppk', 'ppt_non_asn'],
  documents: [{ id: '892', label: 'Sertifikat penghargaan', required: true }],
  groups: [
    {
      label: 'Penghargaan',
      fields: [
        {
          name: 'skNomor',
          label: 'Nomor SK/Keppres',
          format: documentNumber,
          required: true,
          provenBy: sertifikat,
        },
        {
          name: 'hargaId',
          label: 'Jenis penghargaan',
          format: code('penghargaan'),
          required: true,
          provenBy: sertifikat,
        },
        { name: 'tahun', label: 'Tahun', format: year, required: true, provenBy: sertifikat },
        { name: 'skDate', label: 'Tanggal SK', format: date, required: true, provenBy: sertifikat },
      ],
    },
  ],
  titleFields: ['hargaId', 'tahun'],
};
