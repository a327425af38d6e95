import { describe, expect, test } from 'vitest';
import { unreadPrint } from '#renderer/evidence/reading/picture/unread-print.ts';
import type { PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import type { ReadWord } from '#renderer/evidence/matching/document-reading.ts';

const [width, height, dpi] = [600, 400, 150];

// Print in the upper and the lower half of the sheet, nothing between.
function isInk(x: number, y: number): boolean {
  const isLine = (y > 40 && y < 140) || (y > 260 && y < 360);
  return isLine && x > 50 && x < 550 && x % 9 < 3 && y % 14 < 8;
}

const picture: PagePicture = {
  image: {
    width,
    height,
    pixels: Uint8Array.from({ length: width * height }, (_, at) =>
      isInk(at % width, Math.floor(at / width)) ? 20 : 245,
    ),
  },
  toPage: [1 / width, 0, 0, 1 / height, 0, 0],
};

function wordAt(top: number, bottom: number): ReadWord {
  return { text: 'baris', confidence: 90, box: [0.08, top, 0.92, bottom], line: 0 };
}

describe('print that was not read', () => {
  test('all of it where no word is', () => {
    expect(unreadPrint(picture, dpi, [])).toBe(1);
  });

  test('half of it where half was read', () => {
    const half = unreadPrint(picture, dpi, [wordAt(0.1, 0.35)]);
    expect(half).toBeGreaterThan(0.4);
    expect(half).toBeLessThan(0.6);
  });

  test('none where all was read', () => {
    expect(unreadPrint(picture, dpi, [wordAt(0.1, 0.35), wordAt(0.65, 0.9)])).toBe(0);
  });

  test('none on a blank sheet', () => {
    const pixels = new Uint8Array(width * height).fill(250);
    expect(unreadPrint({ ...picture, image: { width, height, pixels } }, dpi, [])).toBe(0);
  });
});
