import { recordText } from '#renderer/features/workbench/text/record.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { showField } from '#shared/records/value-text.ts';

/** A field beside the title of a record; `as` says what it is where the value alone does not. */
interface Detail {
  readonly field: string;
  readonly as?: keyof typeof recordText.details;
}

const number = (field: string): Detail => ({ field, as: 'number' });

/** What tells two records of a kind apart, or shows that they are one: in the order in which it is compared. */
const details: Readonly<Record<RecordTypeId, readonly Detail[]>> = {
  personal: [],
  keluarga: [
    { field: 'tglLahir', as: 'born' },
    { field: 'jenisAnakId' },
    { field: 'tgglMenikah', as: 'married' },
    { field: 'tgglCerai', as: 'divorced' },
    { field: 'tglMeninggal', as: 'died' },
    { field: 'nomorIdentitas', as: 'nik' },
  ],
  jabatan: [{ field: 'eselonId' }, { field: 'unorNama' }, number('nomorSk')],
  pendidikan: [{ field: 'pendidikanNama' }, { field: 'namaSekolah' }, number('nomorIjasah')],
  diklat: [{ field: 'institusiPenyelenggara' }, { field: 'jumlahJam' }, number('nomor')],
  kursus: [{ field: 'institusiPenyelenggara' }, { field: 'jumlahJam' }, number('nomorSertipikat')],
  skp: [
    { field: 'kuadranKinerjaNilai', as: 'rating' },
    { field: 'nilaiPrestasiKerja', as: 'score' },
    { field: 'penilaiNama', as: 'assessor' },
  ],
  penghargaan: [number('skNomor'), { field: 'skDate' }],
  golongan: [
    { field: 'jenisKPId' },
    { field: 'masaKerjaGolonganTahun' },
    { field: 'masaKerjaGolonganBulan' },
    number('skNomor'),
  ],
  pmk: [{ field: 'tasaKerjaTahun' }, { field: 'masaKerjaBulan' }, number('nomorSk')],
  pindah_instansi: [{ field: 'instansiKerjaLamaNama', as: 'from' }, number('skTujuanNomor')],
  cltn: [number('skNomor')],
  cpns_pns: [
    number('nomor_sk_cpns'),
    { field: 'tmt_pns', as: 'pnsFrom' },
    { field: 'nomor_sk_pns', as: 'pnsNumber' },
  ],
  organisasi: [{ field: 'jabatanOrganisasi' }, { field: 'kepanitiaanId' }],
};

/** What stands under the title of a record, so that it can be compared without opening anything. */
export function detailsOf(recordType: RecordTypeId, values: RecordValues): string {
  const specs = fieldsOf(recordTypes[recordType]);
  return details[recordType]
    .flatMap(({ field, as }) => {
      const spec = specs.find(({ name }) => name === field);
      const value = values[field] ?? '';
      if (!spec || value === '') return [];
      const shown = showField(spec, value);
      return as === undefined ? shown : recordText.details[as](shown);
    })
    .join(' · ');
}
