import { describe, expect, it } from 'vitest';
import { labelsOfField } from '#renderer/evidence/matching/printed-labels.ts';
import { evidenceFor, verdictOn } from '#tests/support/samples/matched.ts';
import { sampleText } from '#tests/support/samples/sample-page.ts';

const counted = (unit: 'tahun' | 'bulan', value: string, field: string) => ({
  kind: 'angka' as const,
  value,
  unit,
  labels: [...labelsOfField(field)],
  of: 'dokumen' as const,
});
const years = (value: string) => counted('tahun', value, 'masaKerjaGolonganTahun');
const months = (value: string) => counted('bulan', value, 'masaKerjaGolonganBulan');

describe('time of service in the golongan', () => {
  const own = 'golongan ruang III/c, dengan masa kerja 2 Tahun 9 Bulan';

  it.each([
    ['Masa kerja keseluruhan : 10 Tahun 4 Bulan', own],
    [own, 'Masa Kerja Keseluruhan 10 Tahun 4 Bulan'],
    ['Masa kerja seluruhnya : 10 (sepuluh) Tahun 4 (empat) Bulan', own],
    ['Masa kerja golongan : 02 Tahun 09 Bulan', 'Masa kerja pensiun : 10 Tahun 4 Bulan'],
  ])('is not another one: %s, %s', (...lines) => {
    const paper = sampleText(...lines);
    expect(evidenceFor(years('10'), paper)).toMatchObject({ status: 'berbeda' });
    expect(evidenceFor(months('4'), paper)).toMatchObject({ status: 'berbeda' });
    expect(verdictOn(years('2'), paper)).toBe('ditemukan');
    expect(verdictOn(months('9'), paper)).toBe('ditemukan');
  });

  it('is not green from one that is named the other way round', () => {
    const paper = sampleText('Keseluruhan masa kerja : 10 Tahun 4 Bulan', own);
    expect(verdictOn(years('10'), paper)).not.toBe('ditemukan');
    expect(verdictOn(years('2'), paper)).toBe('ditemukan');
  });

  it('may be the same as that of the whole career', () => {
    const paper = sampleText('Masa kerja keseluruhan : 2 Tahun 9 Bulan', own);
    expect(verdictOn(years('2'), paper)).toBe('ditemukan');
    expect(verdictOn(months('9'), paper)).toBe('ditemukan');
  });

  it('is not told by that of the whole career alone, which another record asks for', () => {
    const paper = sampleText('Masa kerja keseluruhan : 10 Tahun 4 Bulan');
    expect(verdictOn(years('10'), paper)).toBe('kolom_lain');
    expect(verdictOn(counted('tahun', '10', 'tasaKerjaTahun'), paper)).toBe('ditemukan');
  });
});
