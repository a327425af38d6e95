import {
  finds,
  silent,
  withValues,
  type RuleCase,
} from '#tests/support/samples/rule-cases/rule-case.ts';

/** Cases of the rules about education, courses and awards. */
export const learningCases: readonly RuleCase[] = [
  finds(
    'COM_5',
    withValues('pendidikan', { gelarBelakang: '' }),
    'Gelar kosong untuk tingkat S-1/Sarjana tanpa keterangan.',
  ),
  silent('COM_5', withValues('pendidikan', { gelarBelakang: '', keterangan: 'Tanpa gelar' })),
  finds(
    'JENIS_SERTIFIKAT',
    withValues('kursus', { jenisKursusSertipikat: 'F' }),
    'Jenis sertifikat Fungsional tidak cocok dengan jenis diklat Diklat Teknis (Teknis).',
  ),
  silent(
    'JENIS_SERTIFIKAT',
    withValues('kursus', { jenisKursusSertipikat: 'F', jenisDiklatId: '2' }),
  ),
  finds(
    'KARYA_SATYA_MASA_KERJA',
    withValues('penghargaan', { hargaId: '202' }),
    'Karya Satya 20 tahun bertanggal 9 Agustus 2021, padahal TMT CPNS 1 Januari 2010.',
  ),
  silent('KARYA_SATYA_MASA_KERJA', withValues('penghargaan', { hargaId: '300' })),
];
