import { describe, expect, it } from 'vitest';
import { bestReading } from '#renderer/features/workbench/evidence/best-reading.ts';
import type { PageReading } from '#renderer/evidence/matching/document-reading.ts';

function reading(pass: PageReading['pass'], ...words: readonly [string, number][]): PageReading {
  return {
    pass,
    words: words.map(([text, confidence]) => ({
      text,
      confidence,
      box: [0.1, 0.1, 0.2, 0.12],
      line: 0,
    })),
  };
}

const text = (...readings: PageReading[]): string =>
  bestReading({ readings })
    .map((word) => word.text)
    .join(' ');

describe('the recognised text of a page', () => {
  it('is its text layer where that is trusted', () => {
    const image = reading('gambar', ['KEPUTUSAN', 96], ['BUPATI', 96]);
    expect(text(image, reading('lapisan_teks', ['Keputusan', 100]))).toBe('Keputusan');
  });

  it('is the reading that is surest of most', () => {
    const plain = reading('gambar', ['KEPUTUSAN', 90], ['~', 20]);
    const cleaned = reading('gambar_dibersihkan', ['KEPUTUSAN', 88], ['BUPATI', 85]);
    expect(text(plain, cleaned)).toBe('KEPUTUSAN BUPATI');
  });

  it('is not a noisy reading with more words', () => {
    const noisy = reading('gambar', ['KEPU', 30], ['TVSAN', 25], ['..', 10], ['BVPATI', 35]);
    expect(text(noisy, reading('gambar_dibersihkan', ['KEPUTUSAN', 80]))).toBe('KEPUTUSAN');
  });

  it('is never a piece of it, and may be nothing', () => {
    expect(text(reading('potongan', ['813', 99]))).toBe('');
  });
});
