import { expect, test } from 'vitest';
import { readTyped } from '#shared/records/typed-value.ts';
import type { FieldFormat } from '#shared/records/record-type.ts';

const integer: FieldFormat = { kind: 'integer', min: 0, max: 50, unit: 'tahun' };
const decimal: FieldFormat = { kind: 'decimal', min: 0, max: 100, scale: 2 };

test.each<readonly [FieldFormat, string, string]>([
  [{ kind: 'date' }, ' 1 April 2020 ', '2020-04-01'],
  [{ kind: 'date' }, '01-04-2020', '2020-04-01'],
  [{ kind: 'date' }, 'Karanganyar, 9 Agt 2021', '2021-08-09'],
  [{ kind: 'date' }, '31 April 2020', '31 April 2020'],
  [integer, '12 tahun', '12'],
  [integer, '012', '012'],
  [integer, '1,5', '1,5'],
  [decimal, '87,50', '87.50'],
  [decimal, '1.087,5', '1.087,5'],
  [{ kind: 'money' }, 'Rp 3.089.300', '3089300'],
  [{ kind: 'money' }, '3.089.300,00', '3089300'],
  [{ kind: 'money' }, '3.08.9300', '3.08.9300'],
  [{ kind: 'documentNumber' }, ' 821/12/ K/2020 ', '821/12/ K/2020'],
  [{ kind: 'nip' }, '19800101 200501 1 001', '198001012005011001'],
])('%j reads %j as %j', (format, typed, value) => {
  expect(readTyped(format, typed)).toBe(value);
});
