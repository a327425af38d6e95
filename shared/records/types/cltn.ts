import type { FieldCondition, RecordType } from '#shared/records/record-type.ts';
import { code, date, documentNumber } from '#shared/records/types/field-formats.ts';

const sk = ['884'];
const pertek = ['885', '884'];

/** Kinds that end a leave (domain.md 1.10, table 2.8). */
const reactivation: FieldCondition = { field: 'cltnId', values: ['3', '4', '8', '11', '12'] };
/** BKN approves only leave proper, its extension and its end; study leave and offices need no pertek. */
const approved: FieldCondition = { field: 'cltnId', values: ['1', '3', '5'] };

/** Cuti di luar tanggungan negara and the like (domain.md 1.10). */
export const cltn: RecordType = {
  id: 'cltn',
  label: 'CLTN',
  siasnIds: ['19'],
  authority: 'bkn',
  employeeKinds: ['pns'],
  documents: [
    { id: '884', label: 'SK CLTN', required: true },
    { id: '885', label: 'Pertek CLTN', required: true, appliesWhen: approved },
    {
      id: 'mv-sk-pengaktifan',
      label: 'SK pengaktifan kembali',
      required: false,
      appliesWhen: reactivation,
    },
  ],
  groups: [
    {
      label: 'Surat keputusan',
      fields: [
        { name: 'cltnId', label: 'Jenis CLTN', format: code('cltn'), required: true, provenBy: sk },
        {
          name: 'skNomor',
          label: 'Nomor SK',
          format: documentNumber,
          required: true,
          provenBy: sk,
        },
        { name: 'skTanggal', label: 'Tanggal SK', format: date, required: true, provenBy: sk },
        {
          name: 'nomorLetterBkn',
          label: 'Nomor pertek BKN',
          format: documentNumber,
          required: true,
          provenBy: pertek,
          appliesWhen: approved,
        },
        {
          name: 'tanggalLetterBkn',
          label: 'Tanggal pertek BKN',
          format: date,
          required: true,
          provenBy: pertek,
          appliesWhen: approved,
        },
      ],
    },
    {
      label: 'Masa cuti',
      fields: [
        { name: 'tanggalAwal', label: 'Tanggal awal', format: date, required: true, provenBy: sk },
        {
          name: 'tanggalAkhir',
          label: 'Tanggal akhir',
          format: date,
          required: true,
          provenBy: sk,
        },
        {
          name: 'tanggalAktif',
          label: 'Tanggal aktif kembali',
          format: date,
          required: true,
          provenBy: ['mv-sk-pengaktifan', '884'],
          appliesWhen: reactivation,
        },
      ],
    },
  ],
  titleFields: ['cltnId', 'tanggalAwal'],
};
