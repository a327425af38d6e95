import { describe, expect, it } from 'vitest';
import { fieldsToJudge, filledFields } from '#shared/records/judged-fields.ts';
import { makeSampleUsul, sampleValues } from '#tests/support/samples/faultless-usul.ts';

const namesOf = (usul: Parameters<typeof fieldsToJudge>[0]) =>
  fieldsToJudge(usul).map((field) => field.name);

describe('fieldsToJudge', () => {
  it('asks for every filled field of an addition, in the order of the paper', () => {
    const usul = makeSampleUsul('penghargaan');
    expect(namesOf(usul)).toEqual(['skNomor', 'hargaId', 'tahun', 'skDate']);
  });

  it('asks for a field that a change empties', () => {
    const usul = makeSampleUsul('penghargaan', {
      kind: 'ubah',
      values: { skNomor: '1', hargaId: '', tahun: '2021' },
      oldValues: sampleValues.penghargaan,
    });
    expect(namesOf(usul)).toEqual(['skNomor', 'hargaId', 'tahun', 'skDate']);
  });

  it('leaves out what is empty before and after', () => {
    const usul = makeSampleUsul('penghargaan', {
      kind: 'ubah',
      values: { skNomor: '1' },
      oldValues: { tahun: '2021' },
    });
    expect(namesOf(usul)).toEqual(['skNomor', 'tahun']);
  });

  it('asks for the reason of a deletion, not for the values that are to go', () => {
    const usul = makeSampleUsul('penghargaan', {
      kind: 'hapus',
      values: { skNomor: '1' },
      oldValues: sampleValues.penghargaan,
    });
    expect(namesOf(usul)).toEqual(['alasan_hapus']);
    expect(filledFields(usul).map(({ name }) => name)).toEqual(['skNomor']);
  });
});
