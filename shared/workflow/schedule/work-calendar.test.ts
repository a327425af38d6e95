import { describe, expect, test } from 'vitest';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import {
  daysAfter,
  isWorkDay,
  lastWorkDay,
  nextWorkDay,
  weekdayOf,
  type WorkCalendar,
} from '#shared/workflow/schedule/work-calendar.ts';

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`${text} is no day.`);
  return text;
}

// Christmas 2026 falls on a Friday; the Thursday before is collective leave.
const holidays = new Set([day('2026-12-24'), day('2026-12-25'), day('2027-01-01')]);
const fiveDays: WorkCalendar = { workDays: [1, 2, 3, 4, 5], holidays };
const sixDays: WorkCalendar = { workDays: [1, 2, 3, 4, 5, 6], holidays };

describe('the days on which an office works', () => {
  test.each([
    ['2026-11-30', 1],
    ['2026-12-05', 6],
    ['2026-12-06', 7],
  ])('%s is day %i of its week', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  test.each([
    ['2026-12-23', true, true],
    ['2026-12-24', false, false],
    ['2026-12-25', false, false],
    ['2026-12-26', false, true],
    ['2026-12-27', false, false],
    ['2026-12-28', true, true],
  ])('%s: five days a week %s, six %s', (text, five, six) => {
    expect([isWorkDay(day(text), fiveDays), isWorkDay(day(text), sixDays)]).toEqual([five, six]);
  });

  test('the next and the last one', () => {
    expect(nextWorkDay(day('2026-12-24'), fiveDays)).toBe('2026-12-28');
    expect(nextWorkDay(day('2026-12-24'), sixDays)).toBe('2026-12-26');
    expect(lastWorkDay(day('2026-12-27'), fiveDays)).toBe('2026-12-23');
    expect(lastWorkDay(day('2026-12-23'), fiveDays)).toBe('2026-12-23');
  });
});

describe('days after a day', () => {
  test.each([
    ['2026-12-22', 0, 'kerja', '2026-12-22'],
    ['2026-12-22', 1, 'kerja', '2026-12-23'],
    ['2026-12-22', 2, 'kerja', '2026-12-28'],
    ['2026-12-25', 1, 'kerja', '2026-12-28'],
    ['2026-12-22', 10, 'kerja', '2027-01-08'],
    ['2026-12-22', 10, 'kalender', '2027-01-01'],
  ] as const)('%s and %i days (%s): %s', (from, days, count, expected) => {
    expect(daysAfter(day(from), days, count, fiveDays)).toBe(expected);
  });

  test('a calendar in which nobody ever works is not searched for ever', () => {
    const everyDay = Array.from({ length: 800 }, (_, at) =>
      daysAfter(day('2026-06-01'), at, 'kalender', fiveDays),
    );
    const never = { workDays: [7], holidays: new Set(everyDay) };
    expect(daysAfter(day('2026-12-22'), 3, 'kerja', never)).toBe('2026-12-25');
  });
});
