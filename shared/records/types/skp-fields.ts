import type { FieldCondition, FieldSpec } from '#shared/records/record-type.ts';
import { code, date, decimal, personName, text } from '#shared/records/types/field-formats.ts';

/** Proof of every field of a SKP, the strongest first; an usul has the one document of its form's generation. */
export const skpProof: readonly string[] = ['890', '891', 'mv-dp3'];

/** While the record is of one of these generations of the form. */
export function generation(...values: readonly string[]): FieldCondition {
  return { field: 'jenisSkp', values };
}

/** The generations that score each element with a number. */
export const scoredGenerations = generation('dp3', 'skp_2014', 'skp_2021');

const dp3 = generation('dp3');
const skp2014To2021 = generation('skp_2014', 'skp_2021');
const skp2021 = generation('skp_2021');

/** Elements in the order of the forms, with the generations that have them. Only those who lead are scored for it. */
export const elementFields: readonly FieldSpec[] = [
  element('kesetiaan', 'Kesetiaan', dp3),
  element('prestasiKerja', 'Prestasi kerja', dp3),
  element('tanggungJawab', 'Tanggung jawab', dp3),
  element('ketaatan', 'Ketaatan', dp3),
  element('kejujuran', 'Kejujuran', dp3),
  element('prakarsa', 'Prakarsa', dp3),
  element('nilaiSkp', 'Nilai SKP', skp2014To2021),
  element('orientasiPelayanan', 'Orientasi pelayanan', skp2014To2021),
  { ...element('integritas', 'Integritas', skp2014To2021), required: false },
  element('komitmen', 'Komitmen', skp2014To2021),
  { ...element('disiplin', 'Disiplin', skp2014To2021), required: false },
  { ...element('inisiatifKerja', 'Inisiatif kerja', skp2021), required: false },
  element('kerjasama', 'Kerja sama', scoredGenerations),
  { ...element('kepemimpinan', 'Kepemimpinan', scoredGenerations), required: false },
  element('jumlah', 'Jumlah', scoredGenerations, 1000),
  element('nilairatarata', 'Nilai rata-rata', scoredGenerations),
];

/** Results of the generations with scores. */
export const scoreResultFields: readonly FieldSpec[] = [
  element('nilaiPerilakuKerja', 'Nilai perilaku kerja', skp2014To2021),
  element('nilaiPrestasiKerja', 'Nilai prestasi kerja', skp2014To2021),
  { ...element('konversiNilai', 'Konversi nilai', skp2021, 120), required: false },
  { ...element('nilaiIntegrasi', 'Nilai integrasi', skp2021, 120), required: false },
];

/** The assessor, whom every generation names. NIP or NRP (military) is text, hence no NIP format. */
export const assessorFields = assessor('penilai', 'Penilai', 'penilai');

/** The assessor's superior, whom only the generations with scores name. */
export const superiorFields = assessor('atasanPenilai', 'AtasanPenilai', 'atasan penilai').map(
  (field): FieldSpec => ({ ...field, required: false, appliesWhen: scoredGenerations }),
);

function element(name: string, label: string, appliesWhen: FieldCondition, max = 100): FieldSpec {
  return { name, label, format: decimal(max, 2), required: true, provenBy: skpProof, appliesWhen };
}

function assessor(prefix: string, suffix: string, who: string): readonly FieldSpec[] {
  const specs: readonly (Pick<FieldSpec, 'name' | 'label' | 'format' | 'required'> & {
    readonly appliesWhen?: FieldCondition;
  })[] = [
    {
      name: `status${suffix}`,
      label: `Status ${who}`,
      format: code('statusPenilai'),
      required: false,
    },
    { name: `${prefix}NipNrp`, label: `NIP/NRP ${who}`, format: text(20), required: true },
    { name: `${prefix}Nama`, label: `Nama ${who}`, format: personName, required: true },
    { name: `${prefix}Jabatan`, label: `Jabatan ${who}`, format: text(200), required: true },
    {
      name: `${prefix}Golongan`,
      label: `Golongan ${who}`,
      format: code('golonganPns'),
      required: false,
    },
    {
      name: `${prefix}TmtGolongan`,
      label: `TMT golongan ${who}`,
      format: date,
      required: false,
      appliesWhen: scoredGenerations,
    },
    { name: `${prefix}UnorNama`, label: `Unit kerja ${who}`, format: text(250), required: false },
  ];
  return specs.map((spec) => ({ ...spec, provenBy: skpProof }));
}
