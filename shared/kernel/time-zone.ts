import { z } from 'zod';
import { addDays, makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** The time zones of Indonesia (Keputusan Presiden 41/1987), in hours ahead of UTC; none changes its clocks in summer. */
const hoursAhead = { WIB: 7, WITA: 8, WIT: 9 } as const;

/** Time zone of an office as zod schema. */
export const timeZoneSchema = z.enum(['WIB', 'WITA', 'WIT']);
/** Time zone of an office. */
export type TimeZone = z.infer<typeof timeZoneSchema>;

const hourMs = 3_600_000;

/** The calendar day in that zone at an instant, whatever zone the machine itself is set to. */
export function dayIn(zone: TimeZone, instant: Date): LocalDate {
  const there = new Date(instant.getTime() + hoursAhead[zone] * hourMs);
  const day = makeLocalDate(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate());
  if (!day) throw new Error(`No day of the calendar: ${instant.toISOString()}`);
  return day;
}

/** The instant at which that day ends in the zone: the first one of the day after. */
export function endOfDayIn(zone: TimeZone, day: LocalDate): Date {
  return new Date(Date.parse(`${addDays(day, 1)}T00:00:00Z`) - hoursAhead[zone] * hourMs);
}
