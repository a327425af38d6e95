import { expect, test } from 'vitest';
import { effectiveLockMinutes } from '#renderer/core/session/lock-minutes.ts';

test.each([
  [15, null, 15],
  [15, 5, 5],
  [15, 60, 15],
])('policy %s, own wish %s: locks after %s minutes', (lockAfterMinutes, lockMinutes, expected) => {
  expect(effectiveLockMinutes({ lockAfterMinutes }, { lockMinutes })).toBe(expected);
});
