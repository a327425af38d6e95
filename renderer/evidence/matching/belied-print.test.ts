import { describe, expect, test } from 'vitest';
import { isBelied } from '#renderer/evidence/matching/belied-print.ts';

const looks = (confidence: number, ...texts: readonly string[]) =>
  texts.map((text) => ({ text, confidence }));
const name = 'rahmawati';

describe('a text layer is belied', () => {
  test.each([
    ['by the same other letter, seen twice', name, looks(90, 'RAHMAWUTI', 'RAHMAWUTI', 'RAHMAWAT')],
    [
      'by the same other figure',
      '19850412201001',
      looks(85, '19850412 201007', '19850412 201007', ''),
    ],
    ['by a figure that is missing', '1985', looks(90, '198', '198', '1985?')],
    ['by a figure of a number, however unsure', '821245', looks(40, '821.2/46', '821.2/46', '')],
    ['by other figures altogether', '19850412', looks(50, '53612789', '53612789', '')],
    ['by something else altogether', name, looks(92, 'BUDI SANTOSO', 'BUDI SANTOSO', 'x')],
  ])('%s', (_name, wanted, seen) => {
    expect(isBelied(wanted, seen)).toBe(true);
  });
});

describe('a type that recognition cannot read belies nothing', () => {
  test.each([
    ['that is read otherwise each time', name, looks(90, 'RAHMAWAII', 'RAHNAWATI', 'BAHMAWATI')],
    ['that is read without being sure', name, looks(55, 'RAHMAWUTI', 'RAHMAWUTI', 'RAHMAWUTI')],
    ['that is noise', name, looks(30, 'A2 7-1 o', '~', 'j')],
    ['in which a tail is a matter of style', 'baiq', looks(93, 'Baig', 'Baig', 'Baig')],
  ])('%s', (_name, wanted, seen) => {
    expect(isBelied(wanted, seen)).toBe(false);
  });
});
