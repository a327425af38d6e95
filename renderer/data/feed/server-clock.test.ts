import { expect, test } from 'vitest';
import { clockAheadOf } from '#renderer/data/feed/server-clock.ts';

test('a slow line is not taken for a wrong clock', () => {
  const serverTime = '2026-11-22T03:00:00.000Z';
  const server = Date.parse(serverTime);
  expect(clockAheadOf({ askedAt: server - 90_000, answeredAt: server + 90_000, serverTime })).toBe(
    0,
  );
  expect(clockAheadOf({ askedAt: server + 5, answeredAt: server + 9, serverTime })).toBe(5);
  expect(clockAheadOf({ askedAt: server - 9, answeredAt: server - 5, serverTime })).toBe(-5);
});
