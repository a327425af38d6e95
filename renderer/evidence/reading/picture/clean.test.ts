import { describe, expect, test } from 'vitest';
import { flattened } from '#renderer/evidence/reading/picture/clean.ts';
import { PictureShelf, type GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';
import { eraseRuledLines } from '#renderer/evidence/reading/picture/ruled-lines.ts';

function drawn(width: number, height: number, shade: (x: number, y: number) => number): GreyImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, at) =>
    shade(at % width, Math.floor(at / width)),
  );
  return { width, height, pixels };
}

const at = ({ width, pixels }: GreyImage, x: number, y: number) => pixels[y * width + x] ?? -1;

const isInk = (x: number, y: number) => x % 40 < 4 && y % 24 < 12;
const isLine = (x: number, y: number) => Math.abs(y - (100 + x / 100)) < 1.5 && x > 20;
const isStroke = (x: number, y: number) => x >= 300 && x < 304 && y > 85 && y < 125;

describe('even paper', () => {
  test('a shadow over half of the page goes, print stays dark', () => {
    const page = drawn(640, 480, (x, y) => {
      const paper = 250 - (x / 640) * 140;
      return isInk(x, y) ? paper * 0.2 : paper;
    });
    const flat = flattened(page, new PictureShelf(), 'uji');
    expect(at(flat, 20, 240)).toBeGreaterThan(225);
    expect(at(flat, 620, 240)).toBeGreaterThan(225);
    expect(at(flat, 601, 243)).toBeLessThan(90);
    expect(at(flat, 1, 243)).toBeLessThan(90);
  });

  test('a page that is even already keeps every pixel', () => {
    const page = drawn(200, 200, (x, y) => (x % 9 === 0 && y % 9 < 5 ? 30 : 244));
    expect(flattened(page, new PictureShelf(), 'uji').pixels).toEqual(page.pixels);
  });
});

describe('ruled lines', () => {
  const dpi = 200;

  test('a line across the page goes, also where it leans; a stroke through it stays', () => {
    const page = drawn(600, 200, (x, y) => (isLine(x, y) || isStroke(x, y) ? 20 : 250));
    eraseRuledLines(page, dpi);
    expect(at(page, 100, 101)).toBe(255);
    expect(at(page, 500, 105)).toBe(255);
    expect(at(page, 301, 103)).toBe(20);
    expect(at(page, 301, 90)).toBe(20);
  });

  test('an upright line goes as well', () => {
    const page = drawn(200, 600, (x, y) => (x >= 100 && x < 103 && y > 10 ? 20 : 250));
    eraseRuledLines(page, dpi);
    expect(at(page, 101, 300)).toBe(255);
  });

  test('letters and bold dashes stay', () => {
    const page = drawn(600, 200, (x, y) => (x > 100 && x < 140 && y >= 90 && y < 94 ? 20 : 250));
    eraseRuledLines(page, dpi);
    expect(at(page, 120, 92)).toBe(20);
  });
});
