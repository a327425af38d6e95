import { describe, expect, test } from 'vitest';
import { embeddedImages, planImages } from '#renderer/pdf/embedded-images.ts';

const bytesOf = (...objects: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    ['%PDF-1.7', ...objects.map((text, at) => `${at + 1} 0 obj\n${text}\nendobj`)].join('\n'),
  );
const image = (head: string): string =>
  `<</Type/XObject/Subtype/Image${head}/Length 4>>\nstream\nabcd\nendstream`;

describe('the pictures of a file', () => {
  test('are found by their dictionaries, with their size and depth', () => {
    const file = bytesOf(
      '<</Type/Catalog>>',
      image('/Width 4961/Height 7016/BitsPerComponent 1/Filter/CCITTFaxDecode'),
      image(' /Width 10 /Height 20 /ImageMask true'),
      image('/Width 10/Height 10/BitsPerComponent 8/DecodeParms<</Columns 10/K -1>>'),
      '<</Length 4>>\nstream\n/Width\nendstream',
    );
    expect(embeddedImages(file)).toEqual([
      { pixels: 4961 * 7016, bilevel: true },
      { pixels: 200, bilevel: true },
      { pixels: 100, bilevel: false },
    ]);
  });

  test('are no further described where a number stands elsewhere, or the codec has its own', () => {
    const file = bytesOf(
      image('/Width 7 0 R/Height 20/BitsPerComponent 1'),
      image('/Width 5/Height 5/BitsPerComponent 1/Filter/JPXDecode'),
    );
    expect(embeddedImages(file)).toEqual([
      { pixels: 0, bilevel: true },
      { pixels: 25, bilevel: false },
    ]);
  });
});

describe('how they are decoded', () => {
  const limits = { imagePixels: 100, bilevelPixels: 150 };

  test('as ever while none is large', () => {
    const plan = planImages([{ pixels: 100, bilevel: false }], limits);
    expect(plan).toEqual({ mostPixels: 100, isPacked: false, leavesOut: false });
  });

  test('packed where the large ones are black and white', () => {
    const images = [
      { pixels: 150, bilevel: true },
      { pixels: 9, bilevel: false },
    ];
    expect(planImages(images, limits)).toEqual({
      mostPixels: 150,
      isPacked: true,
      leavesOut: false,
    });
  });

  test.each([
    ['in colour', { pixels: 101, bilevel: false }],
    ['too large for any', { pixels: 151, bilevel: true }],
  ])('one that is %s is left out', (_name, large) => {
    expect(planImages([large, { pixels: 120, bilevel: true }], limits)).toEqual({
      mostPixels: 100,
      isPacked: false,
      leavesOut: true,
    });
  });
});
