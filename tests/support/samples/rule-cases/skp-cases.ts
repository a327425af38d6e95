import { makeSampleUsul, sampleValues } from '#tests/support/samples/faultless-usul.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import {
  dp3,
  finds,
  silent,
  withValues,
  type RuleCase,
} from '#tests/support/samples/rule-cases/rule-case.ts';

const periodic: RecordValues = {
  ...sampleValues.skp,
  jenisSkp: 'periodik',
  tahun: '',
  periodikId: '1',
  bulanMulaiPenilaian: '1',
  tahunMulaiPenilaian: '2026',
  bulanSelesaiPenilaian: '1',
  tahunSelesaiPenilaian: '2026',
};

/** Cases of the rules about SKP. */
export const skpCases: readonly RuleCase[] = [
  finds(
    'SKP_BUKAN_DUA_TAHUN',
    withValues('skp', { tahun: '2023' }),
    'SKP tahun 2023 lebih tua dari dua tahun terakhir (2024).',
  ),
  silent('SKP_BUKAN_DUA_TAHUN', withValues('skp', { tahun: '2024' })),
  finds(
    'SKP_BENTUK_TAHUN',
    withValues('skp', { tahun: '2021' }),
    'SKP 2022 dan sesudahnya tidak berlaku untuk tahun 2021.',
  ),
  silent('SKP_BENTUK_TAHUN', makeSampleUsul('skp', { values: dp3 })),
  finds(
    'SKP_PREDIKAT',
    withValues('skp', { perilakuKerjaNilai: '3' }),
    'Predikat Baik tidak sesuai dengan rating hasil kerja dan perilaku kerja (Kurang).',
  ),
  silent(
    'SKP_PREDIKAT',
    withValues('skp', {
      hasilKinerjaNilai: '1',
      perilakuKerjaNilai: '1',
      kuadranKinerjaNilai: '1',
    }),
  ),
  finds(
    'SKP_JUMLAH',
    makeSampleUsul('skp', { values: { ...dp3, jumlah: '572' } }),
    'Jumlah 572 berbeda dengan jumlah unsur, 571.',
  ),
  finds(
    'SKP_JUMLAH',
    makeSampleUsul('skp', { values: { ...dp3, nilairatarata: '82.57' } }),
    'Nilai rata-rata 82,57 berbeda dengan rata-rata unsur, 81,57.',
  ),
  silent('SKP_JUMLAH', makeSampleUsul('skp', { values: dp3 })),
  finds(
    'SKP_PERIODE',
    makeSampleUsul('skp', { values: { ...periodic, bulanMulaiPenilaian: '2' } }),
    'Periode mulai 2-2026 lebih akhir daripada selesai 1-2026.',
  ),
  silent('SKP_PERIODE', makeSampleUsul('skp', { values: periodic })),
  finds(
    'NIP_PENILAI',
    withValues('skp', { penilaiNipNrp: '1970' }),
    'NIP penilai "1970": NIP terdiri atas 18 angka, bukan 4.',
  ),
  silent('NIP_PENILAI', withValues('skp', { penilaiNipNrp: '1970', statusPenilai: 'NON ASN' })),
];
