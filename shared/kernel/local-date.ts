import { z } from 'zod';

/** A calendar day without time zone, canonical form `yyyy-mm-dd`; comparable as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Builds a LocalDate; undefined when the day does not exist in the calendar (31 February, month 13). */
export function makeLocalDate(year: number, month: number, day: number): LocalDate | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists =
    instant.getUTCFullYear() === year &&
    instant.getUTCMonth() === month - 1 &&
    instant.getUTCDate() === day;
  const text = instant.toISOString().slice(0, 10);
  return exists && hasPattern(text) ? text : undefined;
}

/** Whether the text is a canonical `yyyy-mm-dd` of an existing day. */
export function isLocalDate(text: string): text is LocalDate {
  const match = pattern.exec(text);
  return match !== null && makeLocalDate(+match[1]!, +match[2]!, +match[3]!) !== undefined;
}

/** Canonical LocalDate as zod schema; its input and output are the same text. */
export const localDateSchema = z
  .string()
  .max(10)
  .refine(isLocalDate, 'Tanggal harus berbentuk tttt-bb-hh dan ada dalam kalender.')
  .meta({ format: 'date' });

/** The day that many whole days later (negative: earlier); past the years 1000 to 9999 the calendar's first or last. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const text = new Date(toMs(date) + days * dayMs).toISOString().slice(0, 10);
  return isLocalDate(text) ? text : edgeOfCalendar(days);
}

/**
 * The day that many calendar months later; a day that the month lacks becomes the month's last (31 January + 1). Past
 * the years 1000 to 9999 it is the calendar's first or last: what is typed may be any day, and a rule only compares.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = +date.slice(0, 4) * 12 + +date.slice(5, 7) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const day = +date.slice(8);
  // Only the last three days of a long month can be missing.
  for (const candidate of [day, day - 1, day - 2, day - 3]) {
    const found = makeLocalDate(year, month, candidate);
    if (found) return found;
  }
  return edgeOfCalendar(months);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toMs(to) - toMs(from)) / dayMs);
}

/** The calendar day that the given clock reading falls on in the PC's own time zone. */
export function localDateOf(now: Date): LocalDate {
  return makeLocalDate(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}

function edgeOfCalendar(direction: number): LocalDate {
  return direction < 0 ? makeLocalDate(1000, 1, 1)! : makeLocalDate(9999, 12, 31)!;
}

function hasPattern(text: string): text is LocalDate {
  return pattern.test(text);
}

function toMs(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
