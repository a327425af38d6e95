import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';

/** Working days (Monday to Friday) from `from` to `to`, both included; 0 when `to` is earlier. */
export function workDaysBetween(from: LocalDate, to: LocalDate): number {
  const days = daysBetween(from, to) + 1;
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  const start = weekdayOf(from);
  const rest = Array.from({ length: days % 7 }, (_, offset) => (start + offset) % 7);
  return weeks * 5 + rest.filter(isWorkDay).length;
}

/** The first of the last `count` working days up to and including `until`. */
export function firstWorkDay(until: LocalDate, count: number): LocalDate {
  let day = until;
  for (let left = isWorkDay(weekdayOf(day)) ? count - 1 : count; left > 0;) {
    day = addDays(day, -1);
    if (isWorkDay(weekdayOf(day))) left -= 1;
  }
  return day;
}

// 0 is Sunday.
function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isWorkDay(weekday: number): boolean {
  return weekday >= 1 && weekday <= 5;
}
