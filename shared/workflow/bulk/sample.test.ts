import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualBulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import {
  drawSample,
  drawSome,
  factorAfterClean,
  factorAfterFault,
  faultShareFound,
  highestFactor,
  sampleSizes,
  type Drawable,
  type Stratum,
} from '#shared/workflow/bulk/sample.ts';

const policy = fc.record({
  percent: fc.integer({ min: 1, max: 100 }),
  least: fc.integer({ min: 1, max: 100 }),
});
const stratum: fc.Arbitrary<Stratum> = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  factor: fc.integer({ min: 1, max: highestFactor }),
});
const strata = fc
  .dictionary(fc.stringMatching(/^v\d$/u), stratum, { minKeys: 1 })
  .map((table) => new Map(Object.entries(table)));
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const wholeOf = (all: ReadonlyMap<string, Stratum>): number =>
  sum([...all.values()].map(({ count }) => count));

/** The usual sample of so many usul of one verifikator. */
const usualSize = (count: number) =>
  sampleSizes(new Map([['v', { count, factor: 1 }]]), usualBulkPolicy).get('v');

describe('the size of a sample', () => {
  it('is the least number and the share of the policy at least, and never more than there is', () => {
    fc.assert(
      fc.property(strata, policy, (all, asked) => {
        const sizes = sampleSizes(all, asked);
        const whole = wholeOf(all);
        const least = Math.min(whole, Math.max(asked.least, (whole * asked.percent) / 100));
        expect(sum(sizes.values())).toBeGreaterThanOrEqual(least);
        for (const [id, { count }] of all) expect(sizes.get(id)).toBeLessThanOrEqual(count);
      }),
    );
  });

  it('gives each verifikator one at least, and as much as his or her part of the whole', () => {
    fc.assert(
      fc.property(strata, policy, (all, asked) => {
        const sizes = sampleSizes(all, asked);
        const whole = wholeOf(all);
        const wanted = Math.min(whole, Math.max(asked.least, (whole * asked.percent) / 100));
        for (const [id, { count }] of all) {
          expect(sizes.get(id)).toBeGreaterThanOrEqual(1);
          expect(sizes.get(id)).toBeGreaterThanOrEqual((wanted * count) / whole);
        }
      }),
    );
  });

  it('grows with the factor of a verifikator, and leaves the others as they are', () => {
    fc.assert(
      fc.property(strata, policy, (all, asked) => {
        const usual = new Map<string, Stratum>(
          [...all].map(([id, one]) => [id, { ...one, factor: 1 }]),
        );
        const [first = ''] = usual.keys();
        const one = usual.get(first)!;
        const raised = new Map(usual).set(first, { ...one, factor: 2 });
        const [before, after] = [sampleSizes(usual, asked), sampleSizes(raised, asked)];
        for (const id of usual.keys()) {
          const expected = id === first ? Math.min(one.count, before.get(id)! * 2) : before.get(id);
          expect(after.get(id)).toBe(expected);
        }
      }),
    );
  });

  it('of 1,000 is a twentieth, of 100 the 29 of the usual policy, of 12 all of them', () => {
    expect([1000, 100, 12, 1].map(usualSize)).toEqual([50, 29, 12, 1]);
  });

  it('tells what share of faults a clean one would have met', () => {
    expect([29, 59, 0, 1].map(faultShareFound)).toEqual([10, 5, 100, 95]);
    expect(faultShareFound(299)).toBe(1);
  });
});

describe('a factor', () => {
  it('doubles with each fault up to a most, and falls by one with each clean batch', () => {
    const rises = [1, 2, 4, highestFactor].map(factorAfterFault);
    expect(rises).toEqual([2, 4, highestFactor, highestFactor]);
    expect([highestFactor, 2, 1].map(factorAfterClean)).toEqual([highestFactor - 1, 1, 1]);
  });
});

describe('a draw', () => {
  const items: fc.Arbitrary<readonly Drawable[]> = fc
    .array(
      fc.record({
        verifikatorId: fc.constantFrom('v1', 'v2', 'v3'),
        drawnBefore: fc.boolean(),
      }),
      { minLength: 1, maxLength: 200 },
    )
    .map((list) => list.map((one, index) => ({ ...one, id: `u${index}` })));
  const draws = fc.infiniteStream(fc.nat());

  it('takes what was drawn before, and of the others a whole sample', () => {
    fc.assert(
      fc.property(items, policy, draws, (all, asked, stream) => {
        const random = (below: number) => stream.next().value! % below;
        const drawn = drawSample(all, new Map(), asked, random);
        const fresh = all.filter(({ drawnBefore }) => !drawnBefore);
        const again = all.filter(({ drawnBefore }) => drawnBefore);
        expect(again.every(({ id }) => drawn.has(id))).toBe(true);
        const newly = fresh.filter(({ id }) => drawn.has(id));
        const least = Math.max(asked.least, (fresh.length * asked.percent) / 100);
        expect(newly.length).toBeGreaterThanOrEqual(Math.min(fresh.length, least));
        for (const id of new Set(fresh.map(({ verifikatorId }) => verifikatorId))) {
          expect(newly.some(({ verifikatorId }) => verifikatorId === id)).toBe(true);
        }
      }),
    );
  });

  it('can meet each of them, and none twice', () => {
    const from = Array.from({ length: 10 }, (_, index) => index);
    const met = new Set<number>();
    let next = 0;
    const random = (below: number) => (next += 7) % below;
    for (let time = 0; time < 200; time += 1) {
      const some = drawSome(from, 3, random);
      expect(new Set(some).size).toBe(3);
      for (const one of some) met.add(one);
    }
    expect(met.size).toBe(10);
    expect(drawSome(from, 20, random)).toHaveLength(10);
  });
});
