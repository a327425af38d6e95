import { describe, expect, test } from 'vitest';
import { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { greyOfPicture } from '#renderer/evidence/reading/picture/to-grey.ts';
import type { DecodedPicture } from '#renderer/pdf/page-picture.ts';

// Pixels in memory are made grey without a canvas.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const noCanvas = {} as OffscreenCanvas;

function shadesOf(picture: DecodedPicture, pixels = 1000): readonly number[] {
  const { grey } = greyOfPicture(picture, noCanvas, new PictureShelf(), { pixels });
  return [grey.width, grey.height, ...grey.pixels];
}

describe('a decoded picture in grey', () => {
  test('is as the eye weighs its colours', () => {
    const pixels = Uint8Array.from([255, 255, 255, 0, 0, 0, 255, 0, 0]);
    expect(shadesOf({ kind: 'rgb', width: 3, height: 1, pixels })).toEqual([3, 1, 255, 0, 76]);
  });

  test('shows the paper where it is transparent: black with its print in the mask is print on white', () => {
    const pixels = Uint8Array.from([0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 102]);
    expect(shadesOf({ kind: 'rgba', width: 3, height: 1, pixels })).toEqual([3, 1, 0, 255, 153]);
  });

  test('of one bit a pixel is black and white', () => {
    const pixels = Uint8Array.from([0b10100000, 0b01000000]);
    const picture = { kind: 'bit', width: 3, height: 2, pixels } as const;
    expect(shadesOf(picture)).toEqual([3, 2, 255, 0, 255, 0, 255, 0]);
  });

  test('of one bit a pixel that is too large is shrunk by whole dots to their mean shade', () => {
    const pixels = Uint8Array.from([0b11110000, 0b10010000, 0b11000000, 0b11010000]);
    const picture = { kind: 'bit', width: 4, height: 4, pixels } as const;
    expect(shadesOf(picture, 15)).toEqual([2, 2, 191, 191, 255, 63]);
  });
});
