import { expect, test } from 'vitest';
import { waitAfter } from '#renderer/core/session/unlock.ts';

test('wrong passwords wait longer and longer, at most a minute', () => {
  const waits = [0, 1, 2, 3, 4, 7, 50].map((failures) => waitAfter(failures) / 1000);
  expect(waits).toEqual([0, 1, 2, 4, 8, 60, 60]);
});
