import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';

/** Pixels of a rectangle of a picture: left, top, width, height; whole numbers. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Taps {
  /** First source pixel of each target pixel, and its weights, `taps` of them. */
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly taps: number;
}

/** A part of a picture, or all of it, at another size: cubic when it grows, averaged when it shrinks. */
export function resample(
  image: GreyImage,
  part: PixelBox,
  to: { readonly width: number; readonly height: number },
  shelf: PictureShelf,
  purpose: string,
): GreyImage {
  const across = tapsOf(part.width, to.width);
  const down = tapsOf(part.height, to.height);
  const target = shelf.image(purpose, to.width, to.height);
  const rows = new Map<number, Float32Array>();
  const row = (y: number): Float32Array => {
    const known = rows.get(y);
    if (known) return known;
    const made = acrossRow(image, part, y, across, to.width);
    rows.set(y, made);
    return made;
  };
  for (let y = 0; y < to.height; y += 1) {
    const first = down.first[y] ?? 0;
    for (const old of rows.keys()) if (old < clampRow(first, part.height)) rows.delete(old);
    const sum = new Float32Array(to.width);
    for (let tap = 0; tap < down.taps; tap += 1) {
      const weight = down.weights[y * down.taps + tap] ?? 0;
      if (weight === 0) continue;
      const from = row(clampRow(first + tap, part.height));
      for (let x = 0; x < to.width; x += 1) sum[x] = (sum[x] ?? 0) + weight * (from[x] ?? 0);
    }
    const start = y * to.width;
    for (let x = 0; x < to.width; x += 1) {
      target.pixels[start + x] = Math.max(0, Math.min(255, Math.round(sum[x] ?? 0)));
    }
  }
  return target;
}

function acrossRow(
  image: GreyImage,
  part: PixelBox,
  y: number,
  { first, weights, taps }: Taps,
  width: number,
): Float32Array {
  const made = new Float32Array(width);
  const start = (part.top + y) * image.width + part.left;
  for (let x = 0; x < width; x += 1) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const at = clampRow((first[x] ?? 0) + tap, part.width);
      sum += (weights[x * taps + tap] ?? 0) * (image.pixels[start + at] ?? 0);
    }
    made[x] = sum;
  }
  return made;
}

function clampRow(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}

function tapsOf(from: number, to: number): Taps {
  const step = from / to;
  const reach = Math.max(1, step) * 2;
  const taps = Math.ceil(reach * 2) + 1;
  const first = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let at = 0; at < to; at += 1) {
    const middle = (at + 0.5) * step - 0.5;
    const start = Math.ceil(middle - reach);
    first[at] = start;
    let sum = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const weight = cubic((start + tap - middle) / Math.max(1, step));
      weights[at * taps + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap += 1) {
      weights[at * taps + tap] = (weights[at * taps + tap] ?? 0) / sum;
    }
  }
  return { first, weights, taps };
}

// Catmull and Rom's cubic: sharp, with little ringing.
function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1;
  if (x < 2) return -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2;
  return 0;
}
