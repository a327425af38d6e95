import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isLocalDate,
  localDateOf,
  localDateSchema,
  makeLocalDate,
  type LocalDate,
} from '#shared/kernel/local-date.ts';

const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => addDays(makeLocalDate(1900, 1, 1)!, days));

describe('LocalDate', () => {
  it.each(['2023-02-29', '2020-13-01', '2020-00-10', '2020-1-1', '20200101', '2020-01-01T00:00'])(
    'does not take %s',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(localDateSchema.safeParse(text).success).toBe(false);
    },
  );

  it('takes days of the calendar', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(makeLocalDate(2024, 2, 29)).toBe('2024-02-29');
    expect(makeLocalDate(2023, 2, 29)).toBeUndefined();
    expect(makeLocalDate(999, 1, 1)).toBeUndefined();
  });

  it('is the day on the wall of the PC, not the day in Greenwich', () => {
    expect(localDateOf(new Date(2026, 10, 22, 0, 30))).toBe('2026-11-22');
    expect(localDateOf(new Date(2026, 10, 22, 23, 30))).toBe('2026-11-22');
  });

  it('adds days and counts them back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2010-01-01', 24, '2012-01-01'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-15', -3, '2023-12-15'],
  ])('%s plus %i months is %s', (text, months, expected) => {
    expect(addMonths(localDateSchema.parse(text), months)).toBe(expected);
  });

  it('adds months to any day without leaving the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (date, months) => {
        const later = addMonths(date, months);
        const difference =
          (+later.slice(0, 4) - +date.slice(0, 4)) * 12 + (+later.slice(5, 7) - +date.slice(5, 7));
        expect(difference).toBe(months);
      }),
    );
  });
});
