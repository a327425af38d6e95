import { describe, expect, it } from 'vitest';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { FieldFormat } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { showField, showNip, showValue } from '#shared/records/value-text.ts';

describe('showValue', () => {
  it.each<[FieldFormat, string, string]>([
    [{ kind: 'date' }, '2020-04-01', '1 April 2020'],
    [{ kind: 'date' }, '2020-02-31', '2020-02-31'],
    [{ kind: 'code', table: 'golonganPns' }, '34', 'III/d – Penata Tingkat I'],
    [{ kind: 'code', table: 'tingkatPendidikan' }, '05', 'Sekolah Dasar'],
    [{ kind: 'code', table: 'tingkatPendidikan' }, '5', '5'],
    [{ kind: 'nip' }, '199001012015031999', '19900101 201503 1 999'],
    [{ kind: 'money' }, '3089300', 'Rp 3.089.300'],
    [{ kind: 'money' }, '999', 'Rp 999'],
    [{ kind: 'decimal', min: 0, max: 100, scale: 2 }, '81.57', '81,57'],
    [{ kind: 'integer', min: 0, max: 50, unit: 'tahun' }, '12', '12 tahun'],
    [{ kind: 'integer', min: 0, max: 50 }, '12', '12'],
    [{ kind: 'documentNumber' }, '224 TAHUN 2022', '224 TAHUN 2022'],
    [{ kind: 'date' }, '', ''],
  ])('shows %o %s as %s', (format, value, expected) => {
    expect(showValue(format, value)).toBe(expected);
  });
});

describe('showField', () => {
  it.each([
    ['bulanMulaiPenilaian', '4', 'April'],
    ['bulanSelesaiPenilaian', '13', '13'],
    ['bulanSelesaiPenilaian', '', ''],
    ['penilaiNipNrp', '198503122010011901', '19850312 201001 1 901'],
    ['atasanPenilaiNipNrp', '11980012', '11980012'],
    ['nilaiSkp', '81.5', '81,5'],
  ])('shows %s %s as %s', (name, value, expected) => {
    const spec = fieldsOf(recordTypes.skp).find((field) => field.name === name)!;
    expect(showField(spec, value)).toBe(expected);
  });
});

describe('showNip', () => {
  it('leaves other numbers alone', () => {
    expect(showNip('PTT-12')).toBe('PTT-12');
  });
});
