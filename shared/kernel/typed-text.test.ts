import { describe, expect, test } from 'vitest';
import { isPlainLine, saysSomething } from '#shared/kernel/typed-text.ts';

const unseen = [
  '',
  '  \t\n',
  '\u00A0',
  '\u200B\u200D',
  '\u2060',
  '\uFEFF',
  '\u00AD\uFE0F',
  '\u3164',
  '\u115F',
  '\u2800',
  '\u202E',
  '\u{E0041}',
];

describe('what a person types', () => {
  test('says nothing where nothing of it is seen', () => {
    expect(unseen.filter(saysSomething)).toEqual([]);
    expect(unseen.filter(isPlainLine)).toEqual([]);
  });

  test('says something in every script, and with one sign', () => {
    const seen = ['?', '.', '12', 'Asli?', 'الياس', '陳大文', '👍', 'Nur\u00ADaini', 'a\u200Bb'];
    expect(seen.filter((text) => !saysSomething(text))).toEqual([]);
  });

  test('is no line where it has several, rings, or turns what stands beside it', () => {
    const odd = [
      'a\nb',
      'a\rb',
      'a\tb',
      'a\u0007',
      'a\u0085',
      'a\u2028b',
      'Budi\u202Egnalo',
      'a\u2066b',
    ];
    expect(odd.filter(isPlainLine)).toEqual([]);
    expect(odd.filter(saysSomething)).toEqual(odd);
    expect(isPlainLine("Dr. I Gusti Ngurah Rai'i, S.Kom., M.Si.")).toBe(true);
    expect(isPlainLine('الياس')).toBe(true);
  });
});
