import { describe, expect, test } from 'vitest';
import type { PageContent, PlacedPicture } from '#renderer/pdf/page-content.ts';
import type { LayerWord } from '#renderer/pdf/text-layer.ts';
import {
  isInked,
  mayTrustText,
  printedOnce,
} from '#renderer/evidence/reading/document/trust-text.ts';

const plain: PageContent = {
  pictures: [],
  showsText: true,
  hidesText: false,
  onlyPictures: false,
  marks: [],
  isLayered: false,
};

const words: readonly LayerWord[] = [
  { text: 'Nomor', box: [0.1, 0.1, 0.2, 0.12], line: 0, size: 12 },
  { text: '821.2/123', box: [0.22, 0.1, 0.4, 0.12], line: 0, size: 12 },
];

function moved([left, top, right, bottom]: LayerWord['box']): LayerWord['box'] {
  return [left + 0.0005, top + 0.0002, right + 0.0005, bottom + 0.0002];
}

function picture(coverage: number): PlacedPicture {
  const size = { width: 100, height: 100, stencil: false, masked: false };
  return { name: 'img', ...size, toPage: [1, 0, 0, 1, 0, 0], coverage };
}

describe('a text layer is believed', () => {
  test('when it is all that a page shows', () => {
    expect(mayTrustText(plain, words)).toBe(true);
  });

  test('also where bold type is made by printing twice; each word counts once', () => {
    const bold = words.map((word) => ({ ...word, box: moved(word.box) }));
    expect(printedOnce([...words, ...bold])).toEqual(words);
  });

  test('also beside a small emblem', () => {
    expect(mayTrustText({ ...plain, pictures: [picture(0.02)] }, words)).toBe(true);
  });
});

describe('a text layer is not believed', () => {
  test.each([
    ['over a large picture', { pictures: [picture(0.9)] }],
    ['over a picture in strips', { pictures: Array.from({ length: 8 }, () => picture(0.1)) }],
    ['when some of it is drawn so that nobody sees it', { hidesText: true }],
  ])('%s', (_name, content) => {
    expect(mayTrustText({ ...plain, ...content }, words)).toBe(false);
  });

  test.each([
    ['on one another', { text: '999.9/999', box: [0.221, 0.1, 0.398, 0.12], line: 1, size: 12 }],
    ['too small to be read', { text: 'kecil', box: [0.5, 0.5, 0.51, 0.501], line: 1, size: 1 }],
    ['beside the page', { text: 'jauh', box: [1.4, 0.5, 1.5, 0.52], line: 1, size: 12 }],
    [
      'without meaning',
      { text: '\uE001\uE002'.repeat(9), box: [0.5, 0.5, 0.6, 0.52], line: 1, size: 12 },
    ],
  ] as const)('when a word lies %s', (_name, word) => {
    expect(mayTrustText(plain, [...words, word])).toBe(false);
  });
});

test('a word that leaves no mark on the page as it is drawn is seen to be missing', () => {
  const [width, height] = [100, 100];
  const pixels = new Uint8Array(width * height).fill(255);
  const drawn = { width, height, pixels };
  for (let x = 10; x < 20; x += 2) pixels[11 * width + x] = 0;
  expect(isInked(words.slice(0, 1), drawn)).toBe(true);
  expect(isInked(words, drawn)).toBe(false);
});
