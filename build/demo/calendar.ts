import * as dateText from '#shared/kernel/date-text.ts';
import { addDays, isLocalDate, makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Random } from '#build/demo/random.ts';

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Builds a date whose day is moved back into its month if the month is shorter. */
export function day(year: number, month: number, dayOfMonth: number): LocalDate {
  const monthIndex = year * 12 + (month - 1);
  const realYear = Math.floor(monthIndex / 12);
  const realMonth = (monthIndex % 12) + 1;
  for (let tried = dayOfMonth; tried > 0; tried -= 1) {
    const date = makeLocalDate(realYear, realMonth, tried);
    if (date) return date;
  }
  throw new Error(`No such month: ${year}-${month}`);
}

/** Year of a date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
/** Month of a date, 1 to 12. */
export const monthOf = (date: string): number => Number(date.slice(5, 7));
/** Day of the month. */
export const dayOf = (date: string): number => Number(date.slice(8, 10));

/** The same day that many years later (29 February becomes the 28th). */
export function addYears(date: LocalDate, years: number): LocalDate {
  return day(yearOf(date) + years, monthOf(date), dayOf(date));
}

/** The same day that many months later, or the last of a shorter month. */
export function addMonths(date: LocalDate, count: number): LocalDate {
  return day(yearOf(date), monthOf(date) + count, dayOf(date));
}

/** Whole months from one date to a later one. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const whole = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return dayOf(to) < dayOf(from) ? whole - 1 : whole;
}

/** A day on or before which an office is closed moves to the Monday after. */
export function workday(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0) return addDays(date, 1);
  return weekday === 6 ? addDays(date, 2) : date;
}

/** A working day that many days before the given one, a little scattered. */
export function workdayBefore(date: LocalDate, days: readonly [number, number], random: Random) {
  const found = addDays(date, -random.whole(days[0], days[1]));
  const moved = workday(found);
  return moved < date ? moved : addDays(found, -2);
}

/** `9 Agustus 2021`; records carry their dates as plain text. */
export const longDate = (date: string): string => dateText.longDate(asLocalDate(date));
/** `09-08-2021`. */
export const shortDate = (date: string): string => dateText.shortDate(asLocalDate(date));
/** Month in Roman numerals, as in the numbers of letters. */
export const romanMonth = (date: string): string => romanMonths[monthOf(date) - 1]!;
/** Name of the month, 1 to 12. */
export const monthName = (month: number): string => dateText.monthName(month)!;

function asLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Not a day: ${text}`);
  return text;
}
