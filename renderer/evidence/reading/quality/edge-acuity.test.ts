import { describe, expect, test } from 'vitest';
import type { GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';
import { edgeAcuity } from '#renderer/evidence/reading/quality/edge-acuity.ts';
import { acuityLimits, isBlurred } from '#renderer/evidence/reading/quality/page-quality.ts';

const [width, height] = [480, 360];

// Strokes in every direction, as letters have them, three pixels thick.
function printed(): Float32Array {
  const shades = new Float32Array(width * height).fill(245);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [column, row] = [x % 30, y % 30];
      const isStroke =
        (column >= 3 && column < 6 && row > 3 && row < 20) ||
        (row >= 3 && row < 6 && column > 3 && column < 15) ||
        (Math.abs(column - row - 2) < 2 && row > 6 && row < 22) ||
        (Math.abs(column + row - 34) < 2 && row > 8 && row < 24);
      if (isStroke) shades[y * width + x] = 25;
    }
  }
  return shades;
}

function blurred(shades: Float32Array, sigma: number, directions: readonly number[]): GreyImage {
  let from = shades;
  for (const step of directions) {
    const to = new Float32Array(from.length);
    const reach = Math.ceil(sigma * 3);
    for (let at = 0; at < from.length; at += 1) {
      let [sum, weights] = [0, 0];
      for (let away = -reach; away <= reach; away += 1) {
        const weight = Math.exp(-(away * away) / (2 * sigma * sigma));
        sum += weight * (from[at + away * step] ?? 245);
        weights += weight;
      }
      to[at] = sum / weights;
    }
    from = to;
  }
  return { width, height, pixels: Uint8Array.from(from, Math.round) };
}

const sharp = { width, height, pixels: Uint8Array.from(printed()) };

function blurredOrNot(image: GreyImage): boolean | null {
  const acuity = edgeAcuity(image);
  return acuity && isBlurred(acuity);
}

describe('edge acuity', () => {
  test('print as it comes off a printer is sharp', () => {
    expect(edgeAcuity(sharp)?.acuity).toBeGreaterThan(acuityLimits.soft);
    expect(blurredOrNot(sharp)).toBe(false);
  });

  test('print out of focus cannot be read', () => {
    const soft = blurred(printed(), 2.8, [1, width]);
    expect(blurredOrNot(soft)).toBe(true);
  });

  test.each([
    ['across', 1],
    ['down', width],
  ])('a picture shaken %s cannot be read, though it is sharp the other way', (_name, step) => {
    const shaken = blurred(printed(), 2.8, [step]);
    expect(blurredOrNot(shaken)).toBe(true);
  });

  test('a ruled form that lies a little askew is as sharp as the few letters in it', () => {
    const pixels = Uint8Array.from(printed(), (shade, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const isLettered = y < 60;
      const middle = Math.round((y - x * 0.01) / 24) * 24 + x * 0.01;
      // Ink of a pixel that a line two pixels thick covers in part.
      const inked = Math.max(0, Math.min(1, 1.5 - Math.abs(y - middle)));
      const grain = ((x * 7919 + y * 104_729) % 25) - 12;
      return isLettered ? shade : 235 - 200 * inked + grain;
    });
    expect(edgeAcuity({ width, height, pixels })?.acuity).toBeGreaterThan(acuityLimits.soft);
  });

  test('the same print in pale ink is as sharp', () => {
    const pale = { ...sharp, pixels: sharp.pixels.map((shade) => 160 + shade * 0.35) };
    expect(edgeAcuity(pale)?.acuity).toBeGreaterThan(acuityLimits.soft);
  });

  test('a page without print has none', () => {
    expect(
      edgeAcuity({ width, height, pixels: new Uint8Array(width * height).fill(250) }),
    ).toBeNull();
  });
});
