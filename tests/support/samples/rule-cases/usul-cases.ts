import {
  makeSampleUsul,
  sampleEmployee,
  samplePppk,
  sampleValues,
} from '#tests/support/samples/faultless-usul.ts';
import { finds, silent, type RuleCase } from '#tests/support/samples/rule-cases/rule-case.ts';

const golonganRecord = { id: 'r-1', values: sampleValues.golongan };

/** Cases of the rules about the usul as a whole. */
export const usulCases: readonly RuleCase[] = [
  finds(
    'JENIS_TIDAK_BERLAKU',
    makeSampleUsul('golongan', { employee: samplePppk }),
    'Riwayat pangkat/golongan tidak berlaku untuk PPPK.',
  ),
  finds(
    'JENIS_TIDAK_BERLAKU',
    makeSampleUsul('jabatan', { employee: { ...sampleEmployee, kind: 'ppt_non_asn' } }),
    'Riwayat jabatan tidak berlaku untuk PPT Non-ASN.',
  ),
  silent(
    'JENIS_TIDAK_BERLAKU',
    makeSampleUsul('kursus', { employee: { ...sampleEmployee, kind: 'ppt_non_asn' } }),
  ),
  finds(
    'DUPLIKAT',
    makeSampleUsul('golongan', { existingRecords: [golonganRecord] }),
    'Riwayat yang sama sudah ada: golongan/pangkat III/c – Penata, TMT golongan 1 April 2022, jenis kenaikan pangkat Reguler.',
  ),
  silent(
    'DUPLIKAT',
    makeSampleUsul('golongan', {
      kind: 'ubah',
      oldValues: sampleValues.golongan,
      existingRecords: [golonganRecord],
      values: { ...sampleValues.golongan, skNomor: '225 TAHUN 2022' },
    }),
  ),
  finds(
    'UBAH_TANPA_BEDA',
    makeSampleUsul('golongan', {
      kind: 'ubah',
      oldValues: { ...sampleValues.golongan, jumlahKreditUtama: '' },
    }),
    'Nilai usul sama dengan nilai lama; tidak ada yang diubah.',
  ),
  silent(
    'UBAH_TANPA_BEDA',
    makeSampleUsul('golongan', {
      kind: 'ubah',
      oldValues: { ...sampleValues.golongan, skNomor: '225 TAHUN 2022' },
    }),
  ),
  finds(
    'TANPA_NILAI_LAMA',
    makeSampleUsul('golongan', { kind: 'hapus' }),
    'Riwayat yang akan dihapus tidak ditemukan.',
  ),
  finds(
    'TANPA_NILAI_LAMA',
    makeSampleUsul('golongan', { kind: 'ubah' }),
    'Riwayat yang akan diubah tidak ditemukan.',
  ),
  silent(
    'TANPA_NILAI_LAMA',
    makeSampleUsul('golongan', { kind: 'hapus', oldValues: sampleValues.golongan }),
  ),
  finds(
    'HAPUS_BERBEDA',
    makeSampleUsul('golongan', {
      kind: 'hapus',
      oldValues: { ...sampleValues.golongan, golonganId: '34' },
    }),
    'Isian usul hapus berbeda dengan riwayat yang ada: Golongan/pangkat.',
  ),
  silent(
    'HAPUS_BERBEDA',
    makeSampleUsul('golongan', { kind: 'hapus', oldValues: sampleValues.golongan }),
  ),
  finds(
    'BUKAN_RIWAYAT_TERAKHIR',
    makeSampleUsul('golongan', {
      existingRecords: [{ id: 'r', values: { tmtGolongan: '2024-04-01', golonganId: '34' } }],
    }),
    'TMT golongan 1 April 2022 lebih awal daripada riwayat terakhir, 1 April 2024.',
  ),
  silent(
    'BUKAN_RIWAYAT_TERAKHIR',
    makeSampleUsul('golongan', {
      existingRecords: [{ id: 'r', values: { tmtGolongan: '2018-04-01', golonganId: '32' } }],
    }),
  ),
  finds(
    'GOLONGAN_TURUN',
    makeSampleUsul('golongan', {
      existingRecords: [{ id: 'r', values: { tmtGolongan: '2018-04-01', golonganId: '34' } }],
    }),
    'Golongan III/c – Penata lebih rendah daripada golongan sebelumnya, III/d – Penata Tingkat I.',
  ),
  silent(
    'GOLONGAN_TURUN',
    makeSampleUsul('golongan', {
      existingRecords: [
        { id: 'r', values: { tmtGolongan: '2024-04-01', golonganId: '34' } },
        { id: 's', values: { tmtGolongan: '2018-04-01', golonganId: '33' } },
      ],
    }),
  ),
];
