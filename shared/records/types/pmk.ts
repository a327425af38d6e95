import type { RecordType } from '#shared/records/record-type.ts';
import {
  code,
  date,
  documentNumber,
  integer,
  text,
  yesNo,
} from '#shared/records/types/field-formats.ts';

const sk = ['1644'];
const pertek = ['1643', '1644'];

/** Peninjauan masa kerja (domain.md 1.8); `tasaKerjaTahun` is BKN's own spelling. */
export const pmk: RecordType = {
  id: 'pmk',
  label: 'Peninjauan masa kerja',
  siasnIds: ['6'],
  authority: 'bkn',
  employeeKinds: ['pns'],
  documents: [
    { id: '1644', label: 'SK PMK', required: true },
    { id: '1643', label: 'Pertek PMK', required: false },
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
        {
          name: 'nomorBkn',
          label: 'Nomor pertek BKN',
          format: documentNumber,
          required: false,
          provenBy: pertek,
        },
        {
          name: 'tanggalBkn',
          label: 'Tanggal pertek BKN',
          format: date,
          required: false,
          provenBy: pertek,
        },
      ],
    },
    {
      label: 'Pengalaman',
      fields: [
        {
          name: 'jenisPmk',
          label: 'Jenis PMK',
          format: code('jenisPmk'),
          required: true,
          provenBy: sk,
        },
        {
          name: 'pengalaman',
          label: 'Instansi/perusahaan',
          format: text(250),
          required: true,
          provenBy: sk,
        },
        { name: 'tanggalAwal', label: 'Tanggal awal', format: date, required: true, provenBy: sk },
        {
          name: 'tanggalSelesai',
          label: 'Tanggal akhir',
          format: date,
          required: true,
          provenBy: sk,
        },
        {
          name: 'tasaKerjaTahun',
          label: 'Masa kerja (tahun)',
          format: integer(0, 50, 'tahun'),
          required: true,
          provenBy: sk,
        },
        // Up to 99 by format, so that the rule on 11 months can say what is wrong.
        {
          name: 'masaKerjaBulan',
          label: 'Masa kerja (bulan)',
          format: integer(0, 99, 'bulan'),
          required: true,
          provenBy: sk,
        },
        { name: 'dinilai', label: 'Diperhitungkan', format: yesNo, required: false, provenBy: sk },
      ],
    },
  ],
  titleFields: ['pengalaman', 'tanggalAwal'],
};
