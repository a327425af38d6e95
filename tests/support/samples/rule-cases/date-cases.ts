import {
  finds,
  silent,
  withValues,
  type RuleCase,
} from '#tests/support/samples/rule-cases/rule-case.ts';

/** Cases of the rules about dates and years. */
export const dateCases: readonly RuleCase[] = [
  finds(
    'TANGGAL_MENDATANG',
    withValues('golongan', { skTanggal: '2026-11-23' }),
    'Tanggal SK 23 November 2026 lebih akhir daripada hari ini, 22 November 2026.',
  ),
  silent(
    'TANGGAL_MENDATANG',
    withValues('golongan', { skTanggal: '2026-11-22', tmtGolongan: '2026-12-01' }),
  ),
  finds(
    'TMT_TERLALU_JAUH',
    withValues('golongan', { tmtGolongan: '2028-04-01' }),
    'TMT golongan 1 April 2028 lebih dari satu tahun ke depan.',
  ),
  silent('TMT_TERLALU_JAUH', withValues('golongan', { tmtGolongan: '2027-04-01' })),
  finds('TAHUN_MENDATANG', withValues('skp', { tahun: '2027' }), 'Tahun 2027 belum tiba.'),
  silent('TAHUN_MENDATANG', withValues('skp', { tahun: '2026' })),
  finds(
    'SEBELUM_LAHIR',
    withValues('pendidikan', { tglLulus: '1985-03-12', tahunLulus: '1985' }),
    'Tanggal lulus 12 Maret 1985 tidak sesudah tanggal lahir pegawai, 12 Maret 1985.',
  ),
  silent(
    'SEBELUM_LAHIR',
    withValues('keluarga', {
      hubungan: 'orang_tua',
      tglLahir: '1955-03-12',
      jenisAnakId: '',
      agamaId: '',
    }),
  ),
  finds(
    'TMT_SEBELUM_CPNS',
    withValues('golongan', {
      skTanggal: '2009-01-01',
      tglPertekBkn: '2009-01-01',
      tmtGolongan: '2009-04-01',
    }),
    'TMT golongan 1 April 2009 lebih awal daripada TMT CPNS 1 Januari 2010.',
  ),
  silent('TMT_SEBELUM_CPNS', withValues('golongan', { tmtGolongan: '2010-01-01' })),
  finds(
    'URUTAN_TANGGAL',
    withValues('diklat', { tanggal: '2022-08-06' }),
    'Tanggal mulai 6 Agustus 2022 lebih akhir daripada tanggal selesai 5 Agustus 2022.',
  ),
  silent('URUTAN_TANGGAL', withValues('diklat', { tanggal: '2022-08-05' })),
  finds(
    'PERTEK_SETELAH_SK',
    withValues('golongan', { tglPertekBkn: '2022-05-03' }),
    'Tanggal pertek BKN 3 Mei 2022 lebih akhir daripada tanggal SK 25 Maret 2022.',
  ),
  silent('PERTEK_SETELAH_SK', withValues('golongan', { tglPertekBkn: '2022-03-25' })),
  finds(
    'SYARAT_SETELAH_SK_PNS',
    withValues('cpns_pns', { tgl_sttpl: '2011-02-01' }),
    'Tanggal STTPL 1 Februari 2011 lebih akhir daripada tanggal SK PNS 20 Januari 2011.',
  ),
  silent('SYARAT_SETELAH_SK_PNS', withValues('cpns_pns', { tgl_sttpl: '2011-01-20' })),
  finds(
    'SPMT_SEBELUM_SK',
    withValues('cpns_pns', { tglSpmt: '2009-12-19' }),
    'Tanggal SK CPNS 20 Desember 2009 lebih akhir daripada tanggal SPMT 19 Desember 2009.',
  ),
  silent('SPMT_SEBELUM_SK', withValues('cpns_pns', { tglSpmt: '2009-12-20' })),
  finds(
    'AKTIF_SEBELUM_AKHIR',
    withValues('cltn', { cltnId: '3', tanggalAktif: '2027-12-31' }),
    'Tanggal akhir 31 Januari 2028 lebih akhir daripada tanggal aktif kembali 31 Desember 2027.',
  ),
  silent('AKTIF_SEBELUM_AKHIR', withValues('cltn', { cltnId: '3', tanggalAktif: '2028-02-01' })),
  finds(
    'TMT_BERLAKU_SURUT',
    withValues('golongan', { skTanggal: '2022-04-20' }),
    'Tanggal SK 20 April 2022 lebih akhir daripada TMT golongan 1 April 2022.',
  ),
  silent('TMT_BERLAKU_SURUT', withValues('golongan', { skTanggal: '2022-04-01' })),
  finds(
    'ACC_1',
    withValues('cpns_pns', { tmt_pns: '2009-12-31', tgl_sk_pns: '2009-12-30' }),
    'TMT CPNS 1 Januari 2010 lebih akhir daripada TMT PNS 31 Desember 2009.',
  ),
  silent('ACC_1', withValues('cpns_pns', { tmt_pns: '2010-01-01' })),
  finds(
    'TAHUN_BERBEDA',
    withValues('pendidikan', { tahunLulus: '2009' }),
    'Tahun lulus 2009 berbeda dengan tanggal lulus 9 Agustus 2008.',
  ),
  silent('TAHUN_BERBEDA', withValues('pendidikan', { tglLulus: '' })),
  finds(
    'TAHUN_PENGHARGAAN',
    withValues('penghargaan', { tahun: '2020' }),
    'Tahun 2020 berbeda dengan tanggal SK 9 Agustus 2021.',
  ),
  silent('TAHUN_PENGHARGAAN', withValues('penghargaan', {})),
];
