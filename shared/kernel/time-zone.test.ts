import { describe, expect, test } from 'vitest';
import { makeLocalDate } from '#shared/kernel/local-date.ts';
import { dayIn, endOfDayIn } from '#shared/kernel/time-zone.ts';

describe('the day in a zone', () => {
  test.each([
    ['2026-12-31T16:59:59Z', '2026-12-31', '2027-01-01', '2027-01-01'],
    ['2026-12-31T17:00:00Z', '2027-01-01', '2027-01-01', '2027-01-01'],
    ['2026-12-31T15:30:00Z', '2026-12-31', '2026-12-31', '2027-01-01'],
    ['2026-12-31T14:59:59Z', '2026-12-31', '2026-12-31', '2026-12-31'],
  ])('%s', (instant, wib, wita, wit) => {
    const at = new Date(instant);
    expect([dayIn('WIB', at), dayIn('WITA', at), dayIn('WIT', at)]).toEqual([wib, wita, wit]);
  });

  test.each(['WIB', 'WITA', 'WIT'] as const)('of %s ends where the next one begins', (zone) => {
    const day = makeLocalDate(2026, 12, 31)!;
    const end = endOfDayIn(zone, day);
    expect(dayIn(zone, new Date(end.getTime() - 1))).toBe(day);
    expect(dayIn(zone, end)).toBe('2027-01-01');
  });
});
