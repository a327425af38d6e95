import { describe, expect, it } from 'vitest';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { verdictOn } from '#tests/support/samples/matched.ts';
import { sampleQuery, sampleText } from '#tests/support/samples/sample-page.ts';

describe('a family card tells of each person in a row', () => {
  const card = sampleText(
    'KARTU KELUARGA',
    'No. 9901020507120008',
    'Nama Kepala Keluarga : BUDI CONTOH',
    '1  BUDI CONTOH    9901021203820003  PRIA    KENCANA  12-03-1982',
    '2  RATNA CONTOH   9901024507850006  WANITA  TELADAN  05-07-1985',
    '3  ZAHRA CONTOH   9901026811110002  WANITA  KENCANA  28-11-2011',
    '',
    '3  BELUM KAWIN  ANAK  BUDI CONTOH  RATNA CONTOH',
  );
  const member = (values: Record<'nama' | 'nik' | 'lahir', string>) => {
    const query = (field: keyof typeof values, kind: FieldQuery['kind']): FieldQuery =>
      sampleQuery({ field, kind, value: values[field], person: 'anggota' });
    const queries = [query('nama', 'nama'), query('nik', 'nik'), query('lahir', 'tanggal')];
    return matchFields(queries, card).map((found) =>
      found.status === 'mirip' ? found.because : found.status,
    );
  };
  const zahra = { nama: 'ZAHRA CONTOH', nik: '9901026811110002', lahir: '2011-11-28' };

  it('finds a person whose values stand in one row', () => {
    expect(member(zahra)).toEqual(['ditemukan', 'ditemukan', 'ditemukan']);
  });

  it.each([
    ['nama', 'BUDI CONTOH', ['kolom_lain', 'ditemukan', 'ditemukan']],
    ['nik', '9901024507850006', ['ditemukan', 'kolom_lain', 'ditemukan']],
    ['nik', '9901020507120008', ['ditemukan', 'kolom_lain', 'ditemukan']],
    ['lahir', '1985-07-05', ['ditemukan', 'ditemukan', 'kolom_lain']],
  ] as const)('does not take %s %s of another row', (field, value, expected) => {
    expect(member({ ...zahra, [field]: value })).toEqual(expected);
  });

  it.each([
    ['nik', '9901026811110020', ['ditemukan', 'berbeda', 'ditemukan']],
    ['lahir', '2011-11-29', ['ditemukan', 'ditemukan', 'berbeda']],
  ] as const)('says that another %s stands in the own row', (field, value, expected) => {
    expect(member({ ...zahra, [field]: value })).toEqual(expected);
  });

  it('knows the rows where single figures of others were misread', () => {
    const misread = sampleText(
      '1  BUDI CONTOH    99OI02l2O382OO03  PRIA    KENCANA  12031982',
      '2  RATNA CONTOH   a901024507850006  WANITA  TELADAN  05-07.1985',
      '3  ZAHRA CONTOH   9901026811110002  WANITA  KENCANA  28-11-2011',
    );
    const queries = [
      sampleQuery({ field: 'nama', kind: 'nama', value: 'ZAHRA CONTOH', person: 'anggota' }),
      sampleQuery({ field: 'tempat', kind: 'teks', value: 'KENCANA', person: 'anggota' }),
    ];
    const [, place] = matchFields(queries, misread);
    // Of two places of the value, that in the person's row: the third line.
    const top = place?.status === 'ditemukan' ? place.place.boxes[0]![1] : null;
    expect(top).toBeCloseTo(0.09);
  });

  it('does not take a NIK for the number of the card, nor that for a NIK', () => {
    const number = { kind: 'nik' as const, labels: ['Nomor Kartu Keluarga', 'No. KK'] };
    expect(verdictOn({ ...number, value: '9901020507120008' }, card)).toBe('ditemukan');
    expect(verdictOn({ ...number, value: '9901021203820003' }, card)).toBe('berbeda');
    expect(verdictOn({ kind: 'nik', value: '9901020507120008', labels: ['NIK'] }, card)).toBe(
      'kolom_lain',
    );
  });
});
