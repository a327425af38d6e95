import { addDays, isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** The time zones of Indonesia (Keppres 41/1987); none of them ever changes its clocks. */
export const timeZones = ['WIB', 'WITA', 'WIT'] as const;
/** A time zone of Indonesia. */
export type TimeZone = (typeof timeZones)[number];

const hourMs = 3_600_000;
/** Hours ahead of UTC. */
const ahead: Readonly<Record<TimeZone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** The calendar day in that time zone, whatever zone the machine is in. */
export function localDateIn(zone: TimeZone, at: Date): LocalDate {
  const text = new Date(at.getTime() + ahead[zone] * hourMs).toISOString().slice(0, 10);
  if (!isLocalDate(text)) throw new Error(`Not a day of the calendar: ${text}`);
  return text;
}

/** The moment at which a day begins in that time zone. */
export function beginOfDay(zone: TimeZone, day: LocalDate): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - ahead[zone] * hourMs);
}

/** The moment at which a day is over in that time zone. */
export function endOfDay(zone: TimeZone, day: LocalDate): Date {
  return beginOfDay(zone, addDays(day, 1));
}
