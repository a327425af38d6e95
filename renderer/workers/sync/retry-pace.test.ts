import { expect, test } from 'vitest';
import { longestBackoffMs } from '#renderer/workers/sync/backoff.ts';
import { longestUnreachableMs, makeRetryPace } from '#renderer/workers/sync/retry-pace.ts';

const almostOne = (): number => 0.999;

function waits(pace: ReturnType<typeof makeRetryPace>, unreachable: boolean): number[] {
  return Array.from({ length: 200 }, () => pace.failed(unreachable));
}

test('a server that is away for hours is asked again within a minute, never in step', () => {
  const late = waits(makeRetryPace(almostOne), true);
  expect(Math.max(...late)).toBeLessThanOrEqual(longestUnreachableMs);
  expect(late.at(-1)).toBeGreaterThan(longestUnreachableMs * 0.9);
  expect(
    waits(
      makeRetryPace(() => 0),
      true,
    ).at(-1),
  ).toBe(longestUnreachableMs / 2);
});

test('a server that answers with trouble is given up to ten minutes', () => {
  expect(waits(makeRetryPace(almostOne), false).at(-1)).toBeGreaterThan(longestBackoffMs * 0.9);
});

test('the first trouble after a long outage does not cost the wait of the outage', () => {
  const pace = makeRetryPace(almostOne);
  waits(pace, true);
  expect(pace.failed(false)).toBeLessThanOrEqual(2.2 * longestUnreachableMs);
});

test('begins anew after a round that went well', () => {
  const pace = makeRetryPace(almostOne);
  expect(pace.failing()).toBe(false);
  waits(pace, true);
  expect(pace.failing()).toBe(true);
  pace.succeeded();
  expect(pace.failing()).toBe(false);
  expect(pace.failed(true)).toBeLessThanOrEqual(2_000);
});

test('what the server asks for is waited for, but never longer than the longest wait', () => {
  const pace = makeRetryPace(() => 0);
  expect(pace.failed(false, 45)).toBe(45_000);
  expect(pace.failed(false, 1)).toBe(2_000);
  expect(pace.failed(false, 86_400)).toBe(longestBackoffMs);
});
