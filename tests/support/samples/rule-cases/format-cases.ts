import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';
import {
  dp3,
  finds,
  silent,
  withDeceased,
  withValues,
  type RuleCase,
} from '#tests/support/samples/rule-cases/rule-case.ts';

/** Cases of the rules about the form of single fields. */
export const formatCases: readonly RuleCase[] = [
  finds(
    'ISIAN_WAJIB',
    withValues('golongan', { skNomor: '', tmtGolongan: ' ' }),
    'Isian wajib belum terisi: Nomor SK, TMT golongan.',
  ),
  finds(
    'ISIAN_WAJIB',
    withDeceased({}),
    'Isian wajib belum terisi: Nomor akta kematian, Tanggal meninggal.',
  ),
  silent('ISIAN_WAJIB', withValues('golongan', { noPertekBkn: '' })),
  finds(
    'ISIAN_TIDAK_BERLAKU',
    withValues('jabatan', { eselonId: '41' }),
    'Isian tidak berlaku untuk usul ini: Eselon.',
  ),
  silent(
    'ISIAN_TIDAK_BERLAKU',
    withValues('jabatan', {
      jenisJabatan: '1',
      eselonId: '41',
      namaJabatan: 'Kepala Subbagian',
      jabatanFungsionalUmumNama: '',
    }),
  ),
  finds(
    'ISIAN_TIDAK_DIKENAL',
    withValues('golongan', { isianBaru: 'x' }),
    'Isian tidak dikenal aplikasi versi ini: isianBaru.',
  ),
  silent('ISIAN_TIDAK_DIKENAL', withValues('golongan', { isianBaru: '' })),
  finds(
    'KODE_TIDAK_DIKENAL',
    withValues('golongan', { golonganId: '46' }),
    'Golongan/pangkat: kode "46" tidak ada dalam tabel acuan.',
  ),
  finds(
    'KODE_TIDAK_DIKENAL',
    withValues('pendidikan', { tkPendidikanId: '5' }),
    'Tingkat pendidikan: kode "5" tidak ada dalam tabel acuan.',
  ),
  silent(
    'KODE_TIDAK_DIKENAL',
    withValues('pendidikan', { tkPendidikanId: '05', gelarBelakang: '' }),
  ),
  finds(
    'FORMAT_SALAH',
    withValues('golongan', { skTanggal: '2022-02-30' }),
    'Tanggal SK: "2022-02-30" bukan tanggal dalam kalender.',
  ),
  finds(
    'FORMAT_SALAH',
    withValues('pendidikan', { tahunLulus: '08' }),
    'Tahun lulus: "08" bukan tahun.',
  ),
  finds(
    'FORMAT_SALAH',
    withValues('kursus', { jumlahJam: '0' }),
    'Jumlah jam pelajaran 0 kurang dari 1.',
  ),
  finds(
    'FORMAT_SALAH',
    withValues('kursus', { jumlahJam: '4O' }),
    'Jumlah jam pelajaran: "4O" bukan bilangan bulat.',
  ),
  finds(
    'FORMAT_SALAH',
    makeSampleUsul('skp', { values: { ...dp3, kesetiaan: '101' } }),
    'Kesetiaan 101 melebihi 100.',
  ),
  finds(
    'FORMAT_SALAH',
    withValues('personal', { nik: '990101120385001' }),
    'NIK: NIK terdiri atas 16 angka, bukan 15.',
  ),
  silent('FORMAT_SALAH', withValues('golongan', { jumlahKreditUtama: '12.125' })),
  finds(
    'FORMAT_JANGGAL',
    withValues('golongan', { skNomor: '-' }),
    'Nomor SK "-" tidak memuat angka.',
  ),
  finds(
    'FORMAT_JANGGAL',
    withValues('keluarga', { nama: 'AN1 CONTOH' }),
    'Nama "AN1 CONTOH" memuat angka.',
  ),
  finds(
    'FORMAT_JANGGAL',
    withValues('personal', { noHp: '12' }),
    'Nomor HP "12" bukan nomor telepon Indonesia.',
  ),
  finds(
    'FORMAT_JANGGAL',
    withValues('personal', { emailGov: 'budi@' }),
    'Surel dinas "budi@" bukan alamat surel.',
  ),
  finds(
    'FORMAT_JANGGAL',
    withValues('personal', { kodePos: '123456' }),
    'Kode pos lebih dari 5 huruf.',
  ),
  silent(
    'FORMAT_JANGGAL',
    withValues('personal', { noHp: '+62 812-0000-0001', emailGov: 'budi.contoh@contohkab.go.id' }),
  ),
];
