import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs, longestBackoffMs } from '#renderer/workers/sync/backoff.ts';

test('grows from about two seconds and never passes ten minutes', () => {
  expect(backoffMs(1, 0)).toBe(1000);
  expect(backoffMs(1, 0.999)).toBeLessThanOrEqual(2000);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, r) => {
        expect(backoffMs(n, r)).toBeGreaterThan(0);
        expect(backoffMs(n, r)).toBeLessThanOrEqual(longestBackoffMs);
      },
    ),
  );
});

test('spreads PCs that fail together', () => {
  expect(backoffMs(5, 0)).not.toBe(backoffMs(5, 0.5));
});
