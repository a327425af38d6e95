import { describe, expect, test } from 'vitest';
import { PictureShelf, type GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';
import { resample } from '#renderer/evidence/reading/picture/resample.ts';
import { shrunk } from '#renderer/evidence/reading/picture/shrink.ts';

function drawn(width: number, height: number, shade: (x: number, y: number) => number): GreyImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, at) =>
    shade(at % width, Math.floor(at / width)),
  );
  return { width, height, pixels };
}

const whole = ({ width, height }: GreyImage) => ({ left: 0, top: 0, width, height });

describe('a picture at another size', () => {
  test('even grey stays even grey', () => {
    const grey = drawn(20, 10, () => 137);
    const larger = resample(
      grey,
      whole(grey),
      { width: 53, height: 31 },
      new PictureShelf(),
      'uji',
    );
    expect(new Set(larger.pixels)).toEqual(new Set([137]));
  });

  test('fine stripes become grey when it shrinks, not one of the two shades', () => {
    const stripes = drawn(64, 64, (x) => (x % 2 === 0 ? 0 : 255));
    const small = resample(
      stripes,
      whole(stripes),
      { width: 16, height: 16 },
      new PictureShelf(),
      'uji',
    );
    for (const shade of small.pixels) expect(Math.abs(shade - 127)).toBeLessThan(40);
  });

  test('a part is taken from its place', () => {
    const halves = drawn(40, 40, (x) => (x < 20 ? 10 : 240));
    const part = { left: 24, top: 5, width: 10, height: 10 };
    const large = resample(halves, part, { width: 30, height: 30 }, new PictureShelf(), 'uji');
    expect(new Set(large.pixels)).toEqual(new Set([240]));
  });

  test('an edge stays where it was when it grows', () => {
    const halves = drawn(40, 8, (x) => (x < 20 ? 0 : 255));
    const large = resample(
      halves,
      whole(halves),
      { width: 120, height: 24 },
      new PictureShelf(),
      'uji',
    );
    const row = [...large.pixels.subarray(0, 120)];
    expect(row.findIndex((shade) => shade > 127)).toBe(60);
  });
});

describe('a picture made smaller by areas', () => {
  test('even grey stays even, up to what rounding takes', () => {
    const small = shrunk(
      drawn(67, 43, () => 137),
      0.75,
      new PictureShelf(),
      'uji',
    );
    expect([small.width, small.height]).toEqual([50, 32]);
    for (const shade of small.pixels) expect(Math.abs(shade - 137)).toBeLessThanOrEqual(1);
  });

  test('four pixels become their mean', () => {
    const checked = drawn(8, 8, (x, y) => ((x + y) % 2 === 0 ? 0 : 200));
    expect(new Set(shrunk(checked, 0.5, new PictureShelf(), 'uji').pixels)).toEqual(new Set([100]));
  });
});
