import type { Random } from '#build/demo/random.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import type { NearMiss, NearMissKind } from '#tests/bench/evidence/near-misses/near-miss.ts';

/** Dates beside this one (`yyyy-mm-dd`): a day, a month, a year off, and day and month the other way round. */
export function wrongDates(date: string, random: Random): readonly NearMiss[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const sign = random.chance(0.5) ? 1 : -1;
  const made: readonly (readonly [NearMissKind, string])[] = [
    ['day off', dateOf(year, month, day + sign)],
    ['day off', dateOf(year, month, day + 10 * sign)],
    ['month off', dateOf(year, month + sign, day)],
    ['month off', dateOf(year, month + random.whole(2, 5) * sign, day)],
    ['year off', dateOf(year + sign, month, day)],
    ['year off', dateOf(year + 10 * sign, month, day)],
    ['day and month swapped', dateOf(year, day, month)],
    ['digits swapped', `${date.slice(0, 2)}${date.charAt(3)}${date.charAt(2)}${date.slice(4)}`],
    ['digits swapped', dateOf(year, month, (day % 10) * 10 + Math.floor(day / 10))],
    ['digit changed', dateOf(year, month, day > 9 ? (day + 10) % 30 : day + 10)],
    ['digit dropped', dateOf(year, month, day > 9 ? day % 10 : day + 20)],
  ];
  const seen = new Set([date]);
  return made.flatMap(([kind, value]) => {
    if (!isLocalDate(value) || seen.has(value)) return [];
    seen.add(value);
    return [{ kind, value }];
  });
}

function dateOf(year: number, month: number, day: number): string {
  return `${year}-${two(month)}-${two(day)}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
