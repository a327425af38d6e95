import type { RecordType } from '#shared/records/record-type.ts';
import { code, integer, text, year } from '#shared/records/types/field-formats.ts';
import {
  assessorFields,
  elementFields,
  generation,
  scoreResultFields,
  skpProof as proof,
  superiorFields,
} from '#shared/records/types/skp-fields.ts';

const dp3 = generation('dp3');
const skp2014To2021 = generation('skp_2014', 'skp_2021');
const skp2021 = generation('skp_2021');
const rated = generation('skp22', 'periodik');
const periodic = generation('periodik');
const yearly = generation('dp3', 'skp_2014', 'skp_2021', 'skp22');

/**
 * Riwayat SKP (domain.md 1.4): five generations of the form in one record type, told apart by `jenisSkp` (our code).
 * BKN has a separate endpoint for each. Names keep BKN's spelling (`nilairatarata`, `jenisPeraturanKinerjaKd`).
 */
export const skp: RecordType = {
  id: 'skp',
  label: 'Riwayat SKP',
  siasnIds: ['25', '15'],
  authority: 'opd',
  employeeKinds: ['pns'],
  documents: [
    { id: 'mv-dp3', label: 'DP3', required: true, appliesWhen: dp3 },
    { id: '891', label: 'Realisasi SKP', required: true, appliesWhen: skp2014To2021 },
    // BKN also uses dok_id 1179 for a document of this name.
    { id: '890', label: 'Dokumen evaluasi kinerja', required: true, appliesWhen: rated },
  ],
  groups: [
    {
      label: 'Periode',
      fields: [
        {
          name: 'jenisSkp',
          label: 'Bentuk penilaian',
          format: code('jenisSkp'),
          required: true,
          provenBy: proof,
        },
        {
          name: 'tahun',
          label: 'Tahun',
          format: year,
          required: true,
          provenBy: proof,
          appliesWhen: yearly,
        },
        {
          name: 'periodikId',
          label: 'Periode',
          format: code('periodikKinerja'),
          required: true,
          provenBy: proof,
          appliesWhen: periodic,
        },
        {
          name: 'bulanMulaiPenilaian',
          label: 'Bulan mulai',
          format: integer(1, 12),
          required: true,
          provenBy: proof,
          appliesWhen: periodic,
        },
        {
          name: 'tahunMulaiPenilaian',
          label: 'Tahun mulai',
          format: year,
          required: true,
          provenBy: proof,
          appliesWhen: periodic,
        },
        {
          name: 'bulanSelesaiPenilaian',
          label: 'Bulan selesai',
          format: integer(1, 12),
          required: true,
          provenBy: proof,
          appliesWhen: periodic,
        },
        {
          name: 'tahunSelesaiPenilaian',
          label: 'Tahun selesai',
          format: year,
          required: true,
          provenBy: proof,
          appliesWhen: periodic,
        },
        {
          name: 'jenisJabatan',
          label: 'Jenis jabatan',
          format: code('jenisJabatan'),
          required: false,
          provenBy: proof,
          appliesWhen: skp2014To2021,
        },
        {
          name: 'jenisPeraturanKinerjaKd',
          label: 'Peraturan kinerja',
          format: text(40),
          required: false,
          provenBy: proof,
          appliesWhen: skp2021,
        },
      ],
    },
    // The forms name the people first, then score the work.
    { label: 'Pejabat penilai', fields: assessorFields },
    { label: 'Atasan pejabat penilai', fields: superiorFields },
    { label: 'Unsur penilaian', fields: elementFields },
    {
      label: 'Hasil',
      fields: [
        ...scoreResultFields,
        {
          name: 'hasilKinerjaNilai',
          label: 'Rating hasil kerja',
          format: code('hasilKinerja'),
          required: true,
          provenBy: proof,
          appliesWhen: rated,
        },
        {
          name: 'perilakuKerjaNilai',
          label: 'Rating perilaku kerja',
          format: code('perilakuKerja'),
          required: true,
          provenBy: proof,
          appliesWhen: rated,
        },
        {
          name: 'kuadranKinerjaNilai',
          label: 'Predikat kinerja',
          format: code('kuadranKinerja'),
          required: true,
          provenBy: proof,
          appliesWhen: rated,
        },
        {
          name: 'koefisienId',
          label: 'Koefisien',
          format: text(20),
          required: false,
          provenBy: proof,
          appliesWhen: periodic,
        },
      ],
    },
  ],
  titleFields: ['jenisSkp', 'tahun', 'bulanMulaiPenilaian', 'tahunMulaiPenilaian'],
};
