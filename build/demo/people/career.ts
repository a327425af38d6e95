import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RankStep } from '#build/demo/people/person.ts';
import { rankAfter } from '#build/demo/people/ranks.ts';
import { day, monthsBetween, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

/** First rank, counted service at the start (years) and highest ordinary rank by education (domain.md 2.3). */
const entry = {
  SLTA: { rank: '21', years: 0, top: '32' },
  D3: { rank: '23', years: 3, top: '33' },
  S1: { rank: '31', years: 0, top: '34' },
  S2: { rank: '32', years: 0, top: '41' },
} as const;

/** Education at first appointment. */
export type EntryLevel = keyof typeof entry;

/** Ranks from first appointment until today: a step every four years or a little more, on 1 April or 1 October. */
export function makeLadder(
  random: Random,
  level: EntryLevel,
  tmtCpns: LocalDate,
  today: LocalDate,
  functional: boolean,
): RankStep[] {
  const { rank, years, top } = entry[level];
  const steps: RankStep[] = [{ rankId: rank, tmt: tmtCpns, jenisKpId: '211', years, months: 0 }];
  const highest = functional && level !== 'SLTA' ? String(Number(top) + 2) : top;
  let tmt = day(yearOf(tmtCpns) + 4, random.pick([4, 10]), 1);
  let current: string = rank;
  while (tmt < today) {
    const next = rankAfter(current);
    if (!next || next.id > (highest === '35' || highest === '36' ? '42' : highest)) break;
    steps.push({
      rankId: next.id,
      tmt,
      jenisKpId: functional ? '202' : '101',
      ...serviceAt(level, tmtCpns, tmt, next.id),
    });
    current = next.id;
    tmt = day(
      yearOf(tmt) +
        random.weighted([
          [4, 8],
          [5, 2],
          [functional ? 3 : 4, 2],
        ]),
      random.pick([4, 10]),
      1,
    );
  }
  return steps;
}

/** Service that counts at that day: full years and months since TMT CPNS, five years less above golongan II. */
function serviceAt(
  level: EntryLevel,
  tmtCpns: LocalDate,
  at: LocalDate,
  rankId: string,
): { years: number; months: number } {
  const { rank, years } = entry[level];
  const crossed = rank.startsWith('2') && !rankId.startsWith('2') ? 5 : 0;
  const months = Math.max(0, monthsBetween(tmtCpns, at) + (years - crossed) * 12);
  return { years: Math.floor(months / 12), months: months % 12 };
}
