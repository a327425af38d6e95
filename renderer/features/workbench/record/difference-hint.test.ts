import { describe, expect, it } from 'vitest';
import { differenceHint } from '#renderer/features/workbench/record/difference-hint.ts';

describe('differences that the eye misses', () => {
  it.each([
    ['Siti Aminah', 'Siti  Aminah', 'spasi'],
    ['SITI AMINAH', 'Siti Aminah', 'besar_kecil'],
    ['821-12', '821–12', 'tanda_hubung'],
    ['S.Sos', 'S.Sos.', 'tanda_baca_akhir'],
    ['821/012/2020', '821/12/2020', 'nol_depan'],
    ['SK I/2020', 'SK l/2020', 'huruf_mirip'],
    ['1O1/BKD', '101/BKD', 'huruf_mirip'],
    ['101', '110', null],
    ['101', '101', null],
    ['', 'x', null],
  ])('%s against %s', (old, proposed, hint) => {
    expect(differenceHint(old, proposed)).toBe(hint);
  });
});
