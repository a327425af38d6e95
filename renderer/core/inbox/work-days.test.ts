import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#tests/support/samples/sample-row.ts';
import { firstWorkDay, workDaysBetween } from '#renderer/core/inbox/work-days.ts';
import { addDays } from '#shared/kernel/local-date.ts';

// 2026-11-22 is a Sunday.
test.each([
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-23', '2026-11-23', 1],
  ['2026-11-20', '2026-11-23', 2],
  ['2026-11-16', '2026-11-29', 10],
  ['2026-11-23', '2026-11-20', 0],
])('%s to %s: %i working days', (from, to, count) =>
  expect(workDaysBetween(day(from), day(to))).toBe(count),
);

test('a day more adds a working day or none', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (offset, length) => {
      const from = addDays(day('2026-01-01'), offset);
      const to = addDays(from, length);
      const weekday = new Date(`${addDays(to, 1)}T00:00:00Z`).getUTCDay();
      const step = weekday === 0 || weekday === 6 ? 0 : 1;
      expect(workDaysBetween(from, addDays(to, 1)) - workDaysBetween(from, to)).toBe(step);
    }),
  );
});

test('the last five working days begin a week ago', () => {
  expect(firstWorkDay(day('2026-11-22'), 5)).toBe('2026-11-16');
  expect(firstWorkDay(day('2026-11-20'), 5)).toBe('2026-11-16');
  expect(firstWorkDay(day('2026-11-23'), 5)).toBe('2026-11-17');
});
