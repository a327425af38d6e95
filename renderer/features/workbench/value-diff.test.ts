import { describe, expect, it } from 'vitest';
import { diffValues } from '#renderer/features/workbench/value-diff.ts';

function marked(parts: readonly { text: string; changed: boolean }[]): string {
  return parts.map((part) => (part.changed ? `[${part.text}]` : part.text)).join('');
}

describe('difference of two values', () => {
  it.each([
    ['1 April 2020', '1 April 2022', '1 April [2020]', '1 April [2022]'],
    ['III/a', 'III/b', 'III/[a]', 'III/[b]'],
    ['823.3/101/BKD', '823.3/110/BKD', '823.3/[101]/BKD', '823.3/[110]/BKD'],
    ['Guru Ahli Muda', 'Guru Ahli Muda', 'Guru Ahli Muda', 'Guru Ahli Muda'],
    ['', 'Siti Aminah', '', '[Siti] [Aminah]'],
    ['Siti Aminah', '', '[Siti] [Aminah]', ''],
  ])('%s against %s', (old, proposed, oldMarked, newMarked) => {
    const diff = diffValues(old, proposed);
    expect(marked(diff.old)).toBe(oldMarked);
    expect(marked(diff.proposed)).toBe(newMarked);
  });

  it('keeps every letter of both values', () => {
    const diff = diffValues('Jl. Melati 5, Blok B', 'Jl. Mawar 5,  Blok B-2');
    expect(diff.old.map((part) => part.text).join('')).toBe('Jl. Melati 5, Blok B');
    expect(diff.proposed.map((part) => part.text).join('')).toBe('Jl. Mawar 5,  Blok B-2');
  });
});
