import {
  finds,
  silent,
  withValues,
  type RuleCase,
} from '#tests/support/samples/rule-cases/rule-case.ts';

/** Cases of the rules about appointment, rank, post, leave and service. */
export const careerCases: readonly RuleCase[] = [
  finds(
    'TMT_BUKAN_TANGGAL_1',
    withValues('golongan', { tmtGolongan: '2022-04-02' }),
    'TMT golongan 2 April 2022 bukan tanggal 1.',
  ),
  silent('TMT_BUKAN_TANGGAL_1', withValues('golongan', { tmtGolongan: '2024-12-01' })),
  finds(
    'MASA_KERJA_BULAN',
    withValues('golongan', { masaKerjaGolonganBulan: '14' }),
    'Bulan masa kerja 14 melebihi 11.',
  ),
  finds(
    'MASA_KERJA_BULAN',
    withValues('golongan', { masaKerjaGolonganBulan: '12' }),
    'Bulan masa kerja 12 melebihi 11.',
  ),
  silent('MASA_KERJA_BULAN', withValues('golongan', { masaKerjaGolonganBulan: '11' })),
  finds(
    'POLA_PERTEK',
    withValues('golongan', { noPertekBkn: '02/KEP/1998' }),
    'Nomor pertek "02/KEP/1998" tidak berbentuk dua huruf, tanda hubung, dan 11 angka.',
  ),
  silent('POLA_PERTEK', withValues('golongan', { noPertekBkn: '' })),
  finds(
    'ACC_3',
    withValues('jabatan', {
      jenisJabatan: '1',
      tmtJabatan: '2011-12-31',
      tanggalSk: '2011-12-01',
      tmtPelantikan: '',
    }),
    'Jabatan struktural pada 31 Desember 2011, kurang dari 2 tahun sejak TMT CPNS 1 Januari 2010.',
  ),
  silent('ACC_3', withValues('jabatan', { jenisJabatan: '1', tmtJabatan: '2012-01-01' })),
  finds(
    'ACC_9',
    withValues('jabatan', { jabatanFungsionalUmumNama: 'Guru Ahli Pertama' }),
    'Jabatan pelaksana "Guru Ahli Pertama" bernama jabatan fungsional.',
  ),
  silent('ACC_9', withValues('jabatan', { jabatanFungsionalUmumNama: 'Pengolah Data' })),
  finds(
    'TMT_CPNS_NIP',
    withValues('cpns_pns', { tmtCpns: '2010-02-01' }),
    'TMT CPNS 1 Februari 2010 berbeda dengan NIP (Januari 2010).',
  ),
  silent('TMT_CPNS_NIP', withValues('cpns_pns', { tmtCpns: '2010-01-15' })),
  finds(
    'PERTEK_C2TH',
    withValues('cpns_pns', { tmt_pns: '2012-02-01' }),
    'Diangkat PNS 1 Februari 2012, lebih dari 2 tahun sejak TMT CPNS 1 Januari 2010, tanpa nomor pertek.',
  ),
  silent(
    'PERTEK_C2TH',
    withValues('cpns_pns', { tmt_pns: '2012-02-01', pertek_cpns_pns_l2th_nomor: 'C2-22172000123' }),
  ),
  finds(
    'TIM_3',
    withValues('cpns_pns', { status_cpns_pns: 'C' }),
    'Masih berstatus CPNS lebih dari 1 tahun sejak 1 Januari 2010.',
  ),
  silent('TIM_3', withValues('cpns_pns', { status_cpns_pns: 'C', tmtCpns: '2025-12-01' })),
  finds(
    'TIM_6',
    withValues('cltn', { tanggalAkhir: '2026-11-21' }),
    'CLTN berakhir 21 November 2026; periksa pengaktifan kembali.',
  ),
  silent('TIM_6', withValues('cltn', { tanggalAkhir: '2026-11-22' })),
  finds(
    'PMK_MELEBIHI_MASA',
    withValues('pmk', { jenisPmk: 'swasta', tasaKerjaTahun: '2', masaKerjaBulan: '1' }),
    'Masa kerja yang diperhitungkan, 25 bulan, melebihi setengah masa bekerja pada perusahaan swasta, 24 bulan.',
  ),
  finds(
    'PMK_MELEBIHI_MASA',
    withValues('pmk', { masaKerjaBulan: '1' }),
    'Masa kerja yang diperhitungkan, 49 bulan, melebihi masa bekerja, 48 bulan.',
  ),
  silent('PMK_MELEBIHI_MASA', withValues('pmk', { jenisPmk: 'swasta', tasaKerjaTahun: '2' })),
  finds(
    'INSTANSI_SAMA',
    withValues('pindah_instansi', { instansiKerjaBaruNama: 'KABUPATEN LAMA' }),
    'Instansi lama dan baru sama: Kabupaten Lama.',
  ),
  silent('INSTANSI_SAMA', withValues('pindah_instansi', {})),
];
