import { describe, expect, it } from 'vitest';
import { searchLines, type ReadTextWord } from '#renderer/viewer/text/read-text.ts';

function word(text: string, line: number, confidence = 95): ReadTextWord {
  return { text, line, confidence };
}

const words = [
  word('NOMOR', 0),
  word(':', 0),
  word('813.3/851', 0, 40),
  word('Nomor', 1),
  word('Induk', 1),
];

function shown(query: string): readonly string[] {
  return searchLines(words, query).lines.map((line) =>
    line
      .map(({ text, unsure, match }) => {
        const read = unsure ? `~${text}~` : text;
        return match === null ? read : `[${match}:${read}]`;
      })
      .join(''),
  );
}

describe('the recognised text of a page', () => {
  it('stands in its lines, with what is not certain marked', () => {
    expect(shown('')).toEqual(['NOMOR : ~813.3/851~', 'Nomor Induk']);
  });

  it('is searched whatever the capitals, place after place', () => {
    expect(shown('nomor')).toEqual(['[0:NOMOR] : ~813.3/851~', '[1:Nomor] Induk']);
    expect(searchLines(words, 'nomor').found).toBe(2);
  });

  it('is searched across words', () => {
    expect(shown('  nomor   induk ')).toEqual(['NOMOR : ~813.3/851~', '[0:Nomor Induk]']);
  });

  it('is searched within words that are not certain', () => {
    expect(shown('3/8')).toEqual(['NOMOR : ~813.~[0:~3/8~]~51~', 'Nomor Induk']);
  });

  it('has no place for what is not in it', () => {
    expect(searchLines(words, 'golongan').found).toBe(0);
  });
});
