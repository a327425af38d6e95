import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import {
  finds,
  silent,
  withValues,
  type RuleCase,
} from '#tests/support/samples/rule-cases/rule-case.ts';

const spouse: RecordValues = {
  hubungan: 'pasangan',
  nama: 'RINA CONTOH',
  nomorIdentitas: '9901015204860002',
  jenisKelamin: 'F',
  tglLahir: '1986-04-12',
  agamaId: '1',
  pasanganKe: '1',
  statusPernikahan: '1',
  aktaMenikah: '1234/01/XII/2012',
  tgglMenikah: '2012-12-12',
  statusHidup: '1',
};

const earlierSpouse = {
  id: 'r-1',
  values: {
    ...spouse,
    nama: 'SINTA CONTOH',
    tglLahir: '1980-01-05',
    aktaMenikah: '77/02/IV/2004',
    statusPernikahan: '2',
  },
};

/** Cases of the rules about the person and the family. */
export const personCases: readonly RuleCase[] = [
  finds(
    'COM_6',
    withValues('personal', { email: 'budi@contoh' }),
    'Surel pribadi "budi@contoh" salah bentuk.',
  ),
  finds('COM_6', withValues('personal', { email: '' }), 'Surel pribadi kosong.'),
  silent('COM_6', withValues('personal', {})),
  finds('COM_7', withValues('personal', { noHp: '' }), 'Nomor HP kosong.'),
  silent('COM_7', withValues('personal', {})),
  finds(
    'KTP_BEDA_NIK',
    withValues('personal', { nomorIdDocument: '9901011203850002' }),
    'Nomor KTP 9901011203850002 berbeda dengan NIK 9901011203850001.',
  ),
  silent(
    'KTP_BEDA_NIK',
    withValues('personal', { jenisIdDokumenId: '2', nomorIdDocument: 'X123456' }),
  ),
  finds(
    'NIK_BEDA_DATA',
    withValues('personal', { nik: '9901011303850001' }),
    'Tanggal lahir 12 Maret 1985 berbeda dengan NIK (130385).',
  ),
  finds(
    'NIK_BEDA_DATA',
    withValues('personal', { nik: '9901015203850001' }),
    'Jenis kelamin pria berbeda dengan NIK (wanita).',
  ),
  silent('NIK_BEDA_DATA', makeSampleUsul('keluarga', { values: spouse })),
  finds(
    'NIK_PROVINSI',
    withValues('personal', { nik: '0501011203850001' }),
    'Kode provinsi NIK 05 tidak dikenal.',
  ),
  {
    ...finds('NIK_PROVINSI', withValues('personal', {}), 'Kode provinsi NIK 99 tidak dikenal.'),
    strictProvince: true,
  },
  silent('NIK_PROVINSI', withValues('personal', {})),
  finds(
    'LAHIR_ORANG_TUA_ANAK',
    withValues('keluarga', { tglLahir: '1985-03-12' }),
    'Tanggal lahir anak 12 Maret 1985 tidak sesudah tanggal lahir pegawai 12 Maret 1985.',
  ),
  finds(
    'LAHIR_ORANG_TUA_ANAK',
    withValues('keluarga', { hubungan: 'orang_tua' }),
    'Tanggal lahir orang tua 7 Juni 2014 tidak sebelum tanggal lahir pegawai 12 Maret 1985.',
  ),
  silent('LAHIR_ORANG_TUA_ANAK', makeSampleUsul('keluarga', { values: spouse })),
  finds(
    'LAHIR_SEBELUM_NIKAH',
    makeSampleUsul('keluarga', {
      existingRecords: [{ id: 'r', values: { ...spouse, tgglMenikah: '2015-01-01' } }],
    }),
    'Anak kandung lahir 7 Juni 2014, sebelum tanggal menikah 1 Januari 2015.',
  ),
  silent(
    'LAHIR_SEBELUM_NIKAH',
    makeSampleUsul('keluarga', { existingRecords: [{ id: 'r', values: spouse }] }),
  ),
  finds(
    'JENIS_KELAMIN_PASANGAN',
    makeSampleUsul('keluarga', { values: { ...spouse, jenisKelamin: 'M' } }),
    'Pasangan dan pegawai sama-sama pria.',
  ),
  silent('JENIS_KELAMIN_PASANGAN', makeSampleUsul('keluarga', { values: spouse })),
  finds(
    'PASANGAN_KE',
    makeSampleUsul('keluarga', { values: { ...spouse, pasanganKe: '2' } }),
    'Suami/istri ke-2, padahal di riwayat belum ada pasangan lain.',
  ),
  finds(
    'PASANGAN_KE',
    makeSampleUsul('keluarga', {
      values: { ...spouse, pasanganKe: '3' },
      existingRecords: [earlierSpouse],
    }),
    'Suami/istri ke-3, padahal di riwayat baru ada 1 pasangan lain.',
  ),
  // The record that is changed is no other spouse.
  finds(
    'PASANGAN_KE',
    makeSampleUsul('keluarga', {
      kind: 'ubah',
      values: { ...spouse, pasanganKe: '2' },
      oldValues: spouse,
      existingRecords: [{ id: 'r-2', values: spouse }],
    }),
    'Suami/istri ke-2, padahal di riwayat belum ada pasangan lain.',
  ),
  silent(
    'PASANGAN_KE',
    makeSampleUsul('keluarga', {
      values: { ...spouse, pasanganKe: '2' },
      existingRecords: [earlierSpouse],
    }),
  ),
  silent('PASANGAN_KE', makeSampleUsul('keluarga', { values: spouse })),
];
