import { describe, expect, test } from 'vitest';
import type { Columns } from '#server/imports/columns/column.ts';
import { problemSentence } from '#server/imports/rows/row-problem.ts';
import { RowReader } from '#server/imports/rows/row-reader.ts';
import type { Cell } from '#server/imports/table/table.ts';

const columns = {
  nip: { label: 'NIP', names: [] },
  wajib: { label: 'Nama', names: [], required: true },
} satisfies Columns;

function reading<T>(cell: Cell | undefined, read: (row: RowReader<'nip' | 'wajib'>) => T) {
  const row = new RowReader(columns, () => cell);
  const value = read(row);
  for (const problem of row.problems) expect(problemSentence(problem)).toMatch(/^[A-Z].*[.]$/u);
  return row.problems.length === 0 ? value : row.problems.map(({ kind }) => kind);
}

describe('a NIP', () => {
  test.each<[Cell, unknown]>([
    ['198001012005011001', '198001012005011001'],
    ['19800101 200501 1 001', '198001012005011001'],
    ['`198001012005011001', '198001012005011001'],
    ['198001012021211001', '198001012021211001'],
    [1.98001012005011e17, ['angka_hilang']],
    [198001012005011, ['nomor']],
    ['1.98001E+17', ['angka_hilang']],
    ['1,98E+17', ['angka_hilang']],
    ['198001012005011000', ['angka_hilang']],
    ['19800101200501100', ['nomor']],
    ['198013012005011001', ['nomor']],
    ['#N/A', ['rumus']],
    ['19800101\n200501 1 001', ['tanda']],
    ['\u202e198001012005011001', ['tanda']],
    ['', undefined],
    [' - ', undefined],
  ])('%s', (cell, expected) => {
    expect(reading(cell, (row) => row.employeeNumber('nip')?.digits)).toEqual(expected);
  });
});

describe('a NIK that a spreadsheet took for a number', () => {
  test.each<[Cell, unknown]>([
    ['9999014101800001', '9999014101800001'],
    [9999014101800000, ['angka_hilang']],
    ['9,99901E+15', ['angka_hilang']],
  ])('%s', (cell, expected) => {
    expect(reading(cell, (row) => row.nik('nip'))).toEqual(expected);
  });
});

describe('a day', () => {
  test.each<[Cell, unknown]>([
    ['09-08-2021', '2021-08-09'],
    ['9/8/2021', '2021-08-09'],
    ['9.8.2021', '2021-08-09'],
    ['2021-08-09', '2021-08-09'],
    ['2022-04-01T00:00:00Z', '2022-04-01'],
    ['9 Agustus 2021', '2021-08-09'],
    ['Kota Rekaan, 9 Nopember 2021', '2021-11-09'],
    ['1 Peb 2020', '2020-02-01'],
    [32874, '1990-01-01'],
    [32874.75, '1990-01-01'],
    ['32874', '1990-01-01'],
    ['31-02-2021', ['tanggal']],
    ['12/31/1990', ['tanggal']],
    ['01-01-90', ['tanggal']],
    [1990, ['tanggal']],
    ['99999', ['tanggal']],
    ['kemarin', ['tanggal']],
  ])('%s', (cell, expected) => {
    expect(reading(cell, (row) => row.day('nip'))).toEqual(expected);
  });
});

describe('a text', () => {
  test.each<[Cell, unknown]>([
    ['  Sari \u00a0 Dewi ', 'Sari Dewi'],
    ['', ['kosong']],
    ['–', ['kosong']],
    ['a\0b', ['tanda']],
    ['a\ud800b', ['tanda']],
    ['a\u2028b', ['tanda']],
    ['a\ufffdb', ['tanda']],
    ['=cmd|x', ['awal_rumus']],
    ['@SUM(A1)', ['awal_rumus']],
    ['x'.repeat(201), ['panjang']],
    [12, '12'],
  ])('%j', (cell, expected) => {
    expect(reading(cell, (row) => row.text('wajib'))).toEqual(expected);
  });
});

test.each<[Cell, unknown]>([
  ['Ya', true],
  ['TRUE', true],
  [1, true],
  ['Tidak Aktif', false],
  ['FALSE', false],
  [0, false],
  ['mungkin', ['pilihan']],
])('whether %s', (cell, expected) => {
  expect(reading(cell, (row) => row.flag('nip'))).toEqual(expected);
});

test('a sentence does not repeat a value of any length', () => {
  const row = new RowReader(columns, () => '=' + 'x'.repeat(150));
  row.text('wajib');
  expect(problemSentence(row.problems[0]!).length).toBeLessThan(140);
});
