import { z } from 'zod';
import {
  addDays,
  daysBetween,
  localDateSchema,
  type LocalDate,
} from '#shared/kernel/local-date.ts';

/**
 * On which days an office works. Days of the week as ISO 8601 numbers them (1 Monday to 7 Sunday): five or six of them by
 * Perpres 21/2023. `holidays` are the national ones and the collective leave of the year's joint ministerial decree (SKB 3
 * Menteri), and those of the region.
 */
export const workCalendarSchema = z.object({
  workDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  holidays: z.array(localDateSchema).max(5_000),
});
/** On which days an office works. */
export interface WorkCalendar {
  readonly workDays: readonly number[];
  readonly holidays: ReadonlySet<LocalDate>;
}

/** How the days of a deadline are counted. */
export const dayCounts = ['kalender', 'kerja'] as const;
/** How the days of a deadline are counted: every day, or those on which the office works. */
export type DayCount = (typeof dayCounts)[number];

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether the office works on that day. */
export function isWorkDay(day: LocalDate, { workDays, holidays }: WorkCalendar): boolean {
  return workDays.includes(weekdayOf(day)) && !holidays.has(day);
}

/** Longer than any row of days without work: a calendar in which nobody ever works must not be searched for ever. */
const longestRestDays = 400;

/**
 * The day that many days after `day`, which itself is not counted (as for terms of administrative acts): every day, or
 * those on which the office works. A count that ends on a day of rest, counted by the calendar, stays there.
 */
export function daysAfter(
  day: LocalDate,
  days: number,
  count: DayCount,
  calendar: WorkCalendar,
): LocalDate {
  if (count === 'kalender') return addDays(day, days);
  let at = day;
  for (let left = days; left > 0; left -= 1) at = nextWorkDay(addDays(at, 1), calendar);
  return at;
}

/** No deadline lies farther ahead: a made-up date must not be counted to the end of the calendar. */
const farthestDays = 2_000;

/** How many days lie after `from`, up to `until` and with it: every day, or those on which the office works; 0 when it is over. */
export function daysLeft(
  from: LocalDate,
  until: LocalDate,
  count: DayCount,
  calendar: WorkCalendar,
): number {
  const days = Math.min(Math.max(0, daysBetween(from, until)), farthestDays);
  if (count === 'kalender') return days;
  const all = Array.from({ length: days }, (_, index) => addDays(from, index + 1));
  return all.filter((day) => isWorkDay(day, calendar)).length;
}

/** The day itself when the office works on it, else the next on which it does. */
export function nextWorkDay(day: LocalDate, calendar: WorkCalendar): LocalDate {
  return workDayFrom(day, 1, calendar);
}

/** The day itself when the office works on it, else the last one before on which it did. */
export function lastWorkDay(day: LocalDate, calendar: WorkCalendar): LocalDate {
  return workDayFrom(day, -1, calendar);
}

function workDayFrom(day: LocalDate, step: 1 | -1, calendar: WorkCalendar): LocalDate {
  let at = day;
  for (let rested = 0; rested < longestRestDays; rested += 1) {
    if (isWorkDay(at, calendar)) return at;
    at = addDays(at, step);
  }
  return day;
}
