import { longDate, monthName } from '#shared/kernel/date-text.ts';
import { addDays, addMonths, isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';

/** When a record holds: from a day on, or from a day to another (both included). */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** As people say it. */
  readonly shown: string;
}

/** Reads the period out of a record; null when it is not filled, or not a day of the calendar. */
export type ReadPeriod = (values: RecordValues) => Period | null;

/** From a day on. */
export function startsOn(field: string): ReadPeriod {
  return (values) => {
    const from = dayOf(values, field);
    return from && { from, to: null, shown: longDate(from) };
  };
}

/** In a year, known to the day where a day is filled. */
export function inYear(year: string, day: string): ReadPeriod {
  return (values) => {
    const from = dayOf(values, day);
    return from ? { from, to: null, shown: longDate(from) } : yearFrom(values[year], null);
  };
}

/** From one day to another; an open end stays open. */
export function between(first: string, last: string): ReadPeriod {
  return (values) => {
    const [from, to] = [dayOf(values, first), dayOf(values, last)];
    if (!from) return null;
    return { from, to, shown: to ? `${longDate(from)} – ${longDate(to)}` : longDate(from) };
  };
}

/** The months that a performance review covers: the whole year, or those of a periodic one. */
export const reviewed: ReadPeriod = (values) => {
  const from = monthOf(values, 'Mulai');
  const last = monthOf(values, 'Selesai');
  if (!from || !last) return yearFrom(values['tahun'], 12);
  const to = addDays(addMonths(last, 1), -1);
  return { from, to, shown: `${monthText(from)} – ${monthText(last)}` };
};

/** `April 2024`. */
export function monthText(day: LocalDate): string {
  return `${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`;
}

function yearFrom(year: string | undefined, months: 12 | null): Period | null {
  const from = dayFrom(`${year ?? ''}-01-01`);
  if (year === undefined || !from) return null;
  return { from, to: months && addDays(addMonths(from, months), -1), shown: year };
}

function monthOf(values: RecordValues, end: 'Mulai' | 'Selesai'): LocalDate | null {
  const month = values[`bulan${end}Penilaian`] ?? '';
  return dayFrom(`${values[`tahun${end}Penilaian`] ?? ''}-${month.padStart(2, '0')}-01`);
}

function dayOf(values: RecordValues, field: string): LocalDate | null {
  return dayFrom(values[field] ?? '');
}

/** Null at the end of the calendar too: the day after it could not be counted. */
function dayFrom(text: string): LocalDate | null {
  return isLocalDate(text) && text < '9900' ? text : null;
}
