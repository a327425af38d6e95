import { expect, test } from 'vitest';
import { coveringSeeds, waysOf } from '#tests/faults/plan/covering-seeds.ts';

test('a dozen days at most have everything in them that two hundred have', () => {
  const seeds = coveringSeeds(20);
  expect(seeds.length).toBeLessThanOrEqual(12);
  const met = new Set(seeds.flatMap((seed) => [...waysOf(seed, 20)]));
  for (let seed = 1; seed <= 200; seed += 1) {
    expect([...waysOf(seed, 20)].filter((way) => !met.has(way))).toEqual([]);
  }
});
