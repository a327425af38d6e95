import { expect, it } from 'vitest';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { beginOfDay, endOfDay, localDateIn, timeZones } from '#shared/kernel/time-zone.ts';

it.each([
  ['2026-11-30T16:59:59.999Z', '2026-11-30', '2026-12-01', '2026-12-01'],
  ['2026-11-30T17:00:00.000Z', '2026-12-01', '2026-12-01', '2026-12-01'],
  ['2026-11-30T14:59:59.999Z', '2026-11-30', '2026-11-30', '2026-11-30'],
  ['2026-11-30T15:00:00.000Z', '2026-11-30', '2026-11-30', '2026-12-01'],
])('%s is %s, %s and %s', (at, ...days) => {
  expect(timeZones.map((zone) => localDateIn(zone, new Date(at)))).toEqual(days);
});

it.each(timeZones)('a day of %s begins and ends where its neighbours end and begin', (zone) => {
  const day = '2028-02-29';
  if (!isLocalDate(day)) throw new Error('It is a leap year.');
  const [begin, end] = [beginOfDay(zone, day), endOfDay(zone, day)];
  expect(end.getTime() - begin.getTime()).toBe(86_400_000);
  expect(localDateIn(zone, begin)).toBe(day);
  expect(localDateIn(zone, new Date(begin.getTime() - 1))).toBe('2028-02-28');
  expect(localDateIn(zone, new Date(end.getTime() - 1))).toBe(day);
  expect(localDateIn(zone, end)).toBe('2028-03-01');
});
