import { describe, expect, it } from 'vitest';
import { referenceTableIds } from '#shared/reference/reference-table-ids.ts';
import {
  codeLabel,
  golonganOf,
  listCodes,
  sertipikatOf,
} from '#shared/reference/reference-tables.ts';

describe.each(referenceTableIds)('%s', (table) => {
  it('has unique ids and a label for each', () => {
    const codes = listCodes(table);
    expect(codes.length).toBeGreaterThan(1);
    expect(new Set(codes.map((code) => code.id)).size).toBe(codes.length);
    for (const code of codes) {
      expect(code.id).not.toBe('');
      expect(code.label).not.toBe('');
      expect(codeLabel(table, code.id)).toBe(code.label);
    }
  });
});

describe('codes', () => {
  it('are text: leading zeros count', () => {
    expect(codeLabel('tingkatPendidikan', '05')).toBe('Sekolah Dasar');
    expect(codeLabel('tingkatPendidikan', '5')).toBeUndefined();
    expect(codeLabel('kepanitiaan', 'C')).toBe('KORPRI');
  });

  it('name golongan and pangkat apart', () => {
    expect(golonganOf('34')).toMatchObject({ golongan: 'III/d', pangkat: 'Penata Tingkat I' });
    expect(golonganOf('46')).toBeUndefined();
    expect(listCodes('golonganPns')).toHaveLength(17);
  });

  it('know the certificate of a jenis diklat', () => {
    expect(['2', '3', '9', '99'].map(sertipikatOf)).toEqual(['F', 'T', 'P', undefined]);
  });
});
