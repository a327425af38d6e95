import { expect, test } from 'vitest';
import { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { sharpened } from '#renderer/evidence/reading/picture/sharpen.ts';

test('a soft edge becomes steeper, and even paper stays as it is', () => {
  const row = [200, 200, 200, 180, 120, 100, 100, 100];
  const image = { width: 8, height: 3, pixels: Uint8Array.from([...row, ...row, ...row]) };
  const sharp = [...sharpened(image, new PictureShelf(), 'tajam').pixels.subarray(8, 16)];
  expect([sharp[0], sharp[1], sharp[7]]).toEqual([200, 200, 100]);
  expect((sharp[3] ?? 0) - (sharp[4] ?? 0)).toBeGreaterThan(60);
});
