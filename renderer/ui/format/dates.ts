import { daysBetween, localDateOf, type LocalDate } from '#shared/kernel/local-date.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];

/** A day as people write it in a table: `22 Nov 2026`. */
export function formatDay(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** Clock time of an instant (ISO 8601) in the PC's time zone, the Indonesian way: `10.42`. */
export function formatTime(instant: string): string {
  const at = new Date(instant);
  return `${two(at.getHours())}.${two(at.getMinutes())}`;
}

/** An instant as people say it: `10.42` when it is today, else `21 Nov 10.42`. */
export function formatMoment(instant: string, today: LocalDate): string {
  const day = localDateOf(new Date(instant));
  if (day === today) return formatTime(instant);
  const [, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${formatTime(instant)}`;
}

/** How pressing a deadline is: past, within two days, or later. */
export type Urgency = 'lewat' | 'mendesak' | 'biasa';

/** How pressing a deadline is on that day. */
export function urgencyOf(deadline: LocalDate, today: LocalDate): Urgency {
  const days = daysBetween(today, deadline);
  if (days < 0) return 'lewat';
  return days <= 2 ? 'mendesak' : 'biasa';
}

/** Distance to a deadline in words: `lewat 2 hari`, `hari ini`, `besok`, `5 hari lagi`. */
export function formatDaysLeft(deadline: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, deadline);
  if (days < 0) return `lewat ${-days} hari`;
  if (days === 0) return 'hari ini';
  return days === 1 ? 'besok' : `${days} hari lagi`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
