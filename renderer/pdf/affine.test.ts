import { describe, expect, test } from 'vitest';
import { compose, identity, invert, mapBox, mapPoint, type Affine } from '#renderer/pdf/affine.ts';

const skewed: Affine = [2, 0.5, -1, 3, 40, -7];

describe('plane maps', () => {
  test('the map back undoes the map', () => {
    const back = invert(skewed);
    const undone = back ? compose(back, skewed) : [];
    for (const [at, share] of identity.entries()) expect(undone[at]).toBeCloseTo(share, 9);
  });

  test('a composed map does the inner one first', () => {
    const half: Affine = [0.5, 0, 0, 0.5, 0, 0];
    const aside: Affine = [1, 0, 0, 1, 10, 20];
    expect(mapPoint(compose(half, aside), 0, 0)).toEqual([5, 10]);
    expect(mapPoint(compose(aside, half), 0, 0)).toEqual([10, 20]);
  });

  test('a turned box is as large as its corners reach', () => {
    expect(mapBox([0, 1, -1, 0, 5, 0], [0, 0, 2, 1])).toEqual([4, 0, 5, 2]);
  });

  test('a plane that is squeezed flat has no way back', () => {
    expect(invert([1, 2, 2, 4, 0, 0])).toBeNull();
  });
});
