import {
  addDays,
  addMonths,
  daysBetween,
  makeLocalDate,
  type LocalDate,
} from '#shared/kernel/local-date.ts';
import {
  isClosed,
  isIn,
  periodStages,
  type Period,
  type PeriodStage,
} from '#shared/workflow/schedule/period.ts';

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
];
/** So far a stage without an end is drawn behind today or the last date of the period. */
const openMonths = 2;
/** More names of months have no room side by side. */
const mostNames = 12;

/** A stage as a bar: where it begins and how wide it is, in percent of the picture. */
export interface StageBar {
  readonly stage: PeriodStage;
  readonly from: number;
  readonly width: number;
  readonly isNow: boolean;
}

/** A period as it is drawn. `todayAt`: null where today lies outside of the picture. */
export interface PeriodPicture {
  readonly months: readonly { readonly label: string; readonly at: number }[];
  readonly bars: readonly StageBar[];
  readonly todayAt: number | null;
}

/** The picture of a period: whole months from its first day to its last. */
export function chartOf(period: Period, today: LocalDate): PeriodPicture {
  const spans = periodStages.map((stage) => period.stages[stage]);
  const dates = spans.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  const isOpen = spans.some(({ until }) => until === null);
  const last = dates.reduce((a, b) => (a > b ? a : b));
  const latest = isOpen && today > last ? today : last;
  const begin = monthOf(dates.reduce((a, b) => (a < b ? a : b)));
  const end = addMonths(monthOf(latest), isOpen ? openMonths : 1);
  const days = Math.max(1, daysBetween(begin, end));
  const place = (day: LocalDate): number => (daysBetween(begin, day) / days) * 100;
  const bars = periodStages.map((stage): StageBar => {
    const { from, until } = period.stages[stage];
    const start = place(from);
    const stop = until === null ? 100 : place(addDays(until, 1));
    const isNow = !isClosed(period, today) && isIn({ from, until }, today);
    return { stage, from: start, width: Math.max(0.5, stop - start), isNow };
  });
  const isInside = begin <= today && today < end;
  return { months: namesOf(begin, end, place), bars, todayAt: isInside ? place(today) : null };
}

function namesOf(begin: LocalDate, end: LocalDate, place: (day: LocalDate) => number) {
  const all: LocalDate[] = [];
  for (let day = begin; day < end; day = addMonths(day, 1)) all.push(day);
  const step = Math.ceil(all.length / mostNames);
  return all
    .filter((_day, at) => at % step === 0)
    .map((day) => ({
      label: `${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(2, 4)}`,
      at: place(day),
    }));
}

function monthOf(day: LocalDate): LocalDate {
  return makeLocalDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1) ?? day;
}
