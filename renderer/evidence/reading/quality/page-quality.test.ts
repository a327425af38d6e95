import { describe, expect, test } from 'vitest';
import { pageQuality, type PageMeasures } from '#renderer/evidence/reading/quality/page-quality.ts';
import type { ReadWord } from '#renderer/evidence/matching/document-reading.ts';

const good: PageMeasures = {
  dpi: 150,
  acuity: { acuity: 0.55, best: 0.7, contrast: 180, blocks: 400 },
  paper: 245,
  turned: 0,
  confidence: 91,
  words: wordsAlong(0.1),
};

function wordsAlong(left: number): ReadWord[] {
  return [0.2, 0.25, 0.3, 0.35].map((top, line) => ({
    text: 'Nomor',
    confidence: 88,
    box: [left, top, left + 0.1, top + 0.015],
    line,
  }));
}

describe('what is wrong with a page as a picture', () => {
  test('nothing, where it is sharp, even and whole', () => {
    expect(pageQuality(good)).toEqual({
      level: 'baik',
      flaws: [],
      dpi: 150,
      acuity: 0.55,
    });
  });

  test.each([
    [
      'out of focus',
      { acuity: { acuity: 0.22, best: 0.3, contrast: 180, blocks: 400 } },
      'tidak_terbaca',
      ['kabur'],
    ],
    [
      'shaken',
      { acuity: { acuity: 0.28, best: 0.53, contrast: 180, blocks: 400 } },
      'tidak_terbaca',
      ['kabur'],
    ],
    [
      'soft',
      { acuity: { acuity: 0.27, best: 0.36, contrast: 180, blocks: 400 } },
      'kurang_tajam',
      ['kurang_tajam'],
    ],
    ['read without certainty', { confidence: 38 }, 'tidak_terbaca', []],
    ['on dark paper', { paper: 80 }, 'baik', ['gelap']],
    [
      'printed in pale ink',
      { acuity: { acuity: 0.5, best: 0.6, contrast: 48, blocks: 90 } },
      'baik',
      ['pudar'],
    ],
    ['upside down', { turned: 180 }, 'baik', ['terbalik']],
    ['coarse', { dpi: 72 }, 'baik', ['resolusi_rendah']],
    ['cut off at the left', { words: wordsAlong(-0.001) }, 'baik', ['terpotong']],
    ['cut off at the right', { words: wordsAlong(0.9) }, 'baik', ['terpotong']],
    ['with nothing on it but specks', { words: [] }, 'tidak_terbaca', ['kosong']],
    ['blank', { acuity: null, confidence: null }, 'tidak_terbaca', ['kosong']],
  ] as const)('%s', (_name, measures, level, flaws) => {
    const quality = pageQuality({ ...good, ...measures });
    expect(quality).toMatchObject({ level, flaws });
  });

  test('nothing is said of the sharpness of a page that was not scanned', () => {
    const drawn = {
      ...good,
      dpi: null,
      acuity: { acuity: 0.2, best: 0.3, contrast: 180, blocks: 9 },
    };
    expect(pageQuality(drawn)).toEqual({ level: 'baik', flaws: [], dpi: null, acuity: null });
  });

  test('a scanner set to 100 dots per inch is not coarse, though it gives a hair less', () => {
    expect(pageQuality({ ...good, dpi: 99.9 }).flaws).toEqual([]);
  });
});
