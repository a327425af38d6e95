import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiffPart } from '#renderer/ui/diff/diff-part.ts';
import { diffValues } from '#renderer/ui/diff/value-diff.ts';

function marked(parts: readonly DiffPart[]): string {
  return parts.map((part) => (part.changed ? `[${part.text}]` : part.text)).join('');
}

function textOf(parts: readonly DiffPart[]): string {
  return parts.map((part) => part.text).join('');
}

describe('difference of two values', () => {
  it.each([
    ['823.3/101/BKD', '823.3/110/BKD', '823.3/1[01]/BKD', '823.3/1[10]/BKD'],
    [
      '19850312 201001 1 901',
      '19850321 201001 1 901',
      '198503[12] 201001 1 901',
      '198503[21] 201001 1 901',
    ],
    ['Guru Ahli Muda', 'Guru Ahli Muda', 'Guru Ahli Muda', 'Guru Ahli Muda'],
    ['Siti Aminah', 'Siti Aminnah', 'Siti Aminah', 'Siti Amin[n]ah'],
    ['Soerjaatmadja', 'Surjaatmaja', 'S[oe]rjaatma[d]ja', 'S[u]rjaatmaja'],
    ['Kepala Bidang Aset', 'Kepala Seksi Aset', 'Kepala [Bidang] Aset', 'Kepala [Seksi] Aset'],
    ['Jalan  Melati', 'Jalan Melati', 'Jalan [ ]Melati', 'Jalan Melati'],
    ['81,57', '81,75', '81,[57]', '81,[75]'],
    ['', 'Siti Aminah', '', '[Siti Aminah]'],
    ['Siti Aminah', '', '[Siti Aminah]', ''],
  ])('letters: %s against %s', (old, proposed, oldMarked, newMarked) => {
    const diff = diffValues(old, proposed, 'huruf');
    expect([marked(diff.old), marked(diff.proposed)]).toEqual([oldMarked, newMarked]);
  });

  it.each([
    ['1 April 2020', '1 Mei 2020', '1 [April] 2020', '1 [Mei] 2020'],
    ['1 April 2020', '1 April 2022', '1 April [2020]', '1 April [2022]'],
    [
      'III/a – Penata Muda',
      'III/b – Penata Muda Tingkat I',
      'III/[a] – Penata Muda',
      'III/[b] – Penata Muda[ Tingkat I]',
    ],
  ])('words: %s against %s', (old, proposed, oldMarked, newMarked) => {
    const diff = diffValues(old, proposed, 'kata');
    expect([marked(diff.old), marked(diff.proposed)]).toEqual([oldMarked, newMarked]);
  });

  it('keeps every letter, reads the same where nothing is marked, and marks nothing in equal values', () => {
    const value = oneof(
      string({ unit: 'grapheme', maxLength: 40 }),
      string({ unit: constantFrom('a', 'b', '1', ' ', '/', '.', '-'), maxLength: 24 }),
    );
    assert(
      property(value, value, constantFrom('huruf', 'kata'), (old, proposed, grain) => {
        const diff = diffValues(old, proposed, grain);
        expect([textOf(diff.old), textOf(diff.proposed)]).toEqual([old, proposed]);
        const kept = (parts: readonly DiffPart[]): string =>
          textOf(parts.filter((part) => !part.changed));
        expect(kept(diff.old)).toBe(kept(diff.proposed));
        expect(
          diff.old.some((part) => part.changed) || diff.proposed.some((part) => part.changed),
        ).toBe(old !== proposed);
      }),
    );
  });
});
