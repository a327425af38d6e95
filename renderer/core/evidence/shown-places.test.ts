import { describe, expect, test } from 'vitest';
import { keepablePlace, wordsIn } from '#renderer/core/evidence/shown-places.ts';
import type { DocumentReading, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import { pageWith } from '#tests/support/desk/fake-evidence.ts';

function reading(...passes: readonly (readonly ReadWord[])[]): DocumentReading {
  const readings = passes.map((words) => ({ pass: 'gambar' as const, words: [...words] }));
  const pages = [{ ...pageWith([]), readings }];
  return { sha256: 'a'.repeat(64), engine: 'x', pageCount: 1, failure: null, pages };
}

const word = (text: string, left: number, confidence = 90): ReadWord => ({
  text,
  confidence,
  box: [left, 0.1, left + 0.1, 0.12],
  line: 0,
});

describe('the words in a box', () => {
  test('are those whose middle lies in it, in reading order', () => {
    const read = reading([word('Siti', 0.1), word('binti', 0.21), word('Contoh', 0.32)]);
    expect(wordsIn(read, 1, [0.14, 0.05, 0.28, 0.2])).toBe('Siti binti');
    expect(wordsIn(read, 1, [0.5, 0.5, 0.6, 0.6])).toBe('');
    expect(wordsIn(read, 2, [0, 0, 1, 1])).toBe('');
  });

  test('are taken of the reading that is surest of them', () => {
    const read = reading([word('S1ti', 0.1, 40)], [word('Siti', 0.1, 88)], []);
    expect(wordsIn(read, 1, [0, 0, 1, 1])).toBe('Siti');
  });

  test('are none of a document that was not read', () => {
    expect(wordsIn(undefined, 1, [0, 0, 1, 1])).toBe('');
  });
});

const drawn = (...box: readonly [number, number, number, number]) =>
  keepablePlace({ sha256: 'a', page: 1, box })?.box;

describe('a place that is kept', () => {
  test('lies on the page, whichever way it was drawn', () => {
    expect(drawn(0.4, 0.5, 0.1, 0.2)).toEqual([0.1, 0.2, 0.4, 0.5]);
    expect(drawn(-0.3, 0.5, 1.4, 0.7)).toEqual([0, 0.5, 1, 0.7]);
  });

  test('has an extent and a page', () => {
    expect(drawn(0.1, 0.1, 0.1, 0.4)).toBeUndefined();
    expect(drawn(Number.NaN, 0.1, 0.1, 0.4)).toBeUndefined();
    expect(keepablePlace({ sha256: 'a', page: 0, box: [0, 0, 1, 1] })).toBeNull();
  });
});
