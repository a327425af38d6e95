import { describe, expect, test } from 'vitest';
import { mapPoint, type Affine } from '#renderer/pdf/affine.ts';
import { PictureShelf, type GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';
import { layAnew, layoutOf, turns } from '#renderer/evidence/reading/picture/turn.ts';

const portrait = { width: 595, height: 842 };

// 3 by 2 pixels, each its own shade.
const image: GreyImage = { width: 3, height: 2, pixels: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
const asItLies: Affine = [1 / 3, 0, 0, 1 / 2, 0, 0];

function rows({ width, height, pixels }: GreyImage): number[][] {
  return Array.from({ length: height }, (_, y) => [...pixels.subarray(y * width, (y + 1) * width)]);
}

describe('laying a picture anew', () => {
  test.each([
    [
      90,
      [
        [4, 1],
        [5, 2],
        [6, 3],
      ],
    ],
    [
      180,
      [
        [6, 5, 4],
        [3, 2, 1],
      ],
    ],
    [
      270,
      [
        [3, 6],
        [2, 5],
        [1, 4],
      ],
    ],
  ] as const)('by %i degrees clockwise', (degrees, expected) => {
    const laid = layAnew({ image, toPage: asItLies }, turns[degrees], new PictureShelf(), 'uji');
    expect(rows(laid.image)).toEqual(expected);
  });

  test.each([90, 180, 270] as const)('every pixel keeps its place on the page at %i', (degrees) => {
    const laid = layAnew({ image, toPage: asItLies }, turns[degrees], new PictureShelf(), 'uji');
    for (const [y, row] of rows(laid.image).entries()) {
      for (const [x, shade] of row.entries()) {
        const [right, down] = mapPoint(laid.toPage, x + 0.5, y + 0.5);
        const at = Math.floor(down * 2) * 3 + Math.floor(right * 3);
        expect(image.pixels[at]).toBe(shade);
      }
    }
  });

  test.each([
    ['upright', [1, 0, 0, 1, 0, 0], { transpose: false, flipX: false, flipY: false }],
    ['upside down', [-1, 0, 0, -1, 1, 1], { transpose: false, flipX: true, flipY: true }],
    ['a little askew', [1, 0.02, -0.02, 1, 0, 0], { transpose: false, flipX: false, flipY: false }],
  ] as const)('a scan that the page places %s', (_name, toPage, layout) => {
    expect(layoutOf(toPage, portrait)).toEqual(layout);
  });

  test('a landscape scan on a page that turns it comes to stand upright', () => {
    // Its rows run down the page: a quarter turn clockwise.
    const toPage: Affine = [0, 1 / 3, -1 / 2, 0, 1, 0];
    const layout = layoutOf(toPage, portrait);
    const laid = layAnew({ image, toPage }, layout, new PictureShelf(), 'uji');
    expect(rows(laid.image)).toEqual([
      [4, 1],
      [5, 2],
      [6, 3],
    ]);
    expect(mapPoint(laid.toPage, 0, 0)).toEqual([0, 0]);
    expect(mapPoint(laid.toPage, 2, 3)).toEqual([1, 1]);
  });
});
