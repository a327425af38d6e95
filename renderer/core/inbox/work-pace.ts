import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import { needsDecision, needsDeed, statusOf } from '#renderer/core/inbox/inbox-list.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { firstWorkDay, workDaysBetween } from '#renderer/core/inbox/work-days.ts';
import { addDays, localDateOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** Waiting usul of one column of the chart: due in the past, on one day, or after the last day shown. */
export type DeadlineBucket =
  | { readonly kind: 'lewat'; readonly count: number }
  | { readonly kind: 'hari'; readonly day: LocalDate; readonly count: number }
  | { readonly kind: 'nanti'; readonly count: number };

/** What now: how much waits, how it presses, and whether the pace of the last days is enough. */
export interface WorkPace {
  /** Usul that still need a decision. */
  readonly waiting: number;
  /** The person's own beside them: they wait as well, for somebody else. */
  readonly own: number;
  /** Questions beside them that wait for an answer. */
  readonly questions: number;
  /** Those of them whose deadline has passed. */
  readonly overdue: number;
  /** Those due today or within two days. */
  readonly urgent: number;
  /** Usul decided today on this PC. */
  readonly decidedToday: number;
  /** `lewat`, then today and the 13 days after it, then `nanti`; always 16 entries. */
  readonly deadlines: readonly DeadlineBucket[];
  /** Usul decided per working day lately; null while that is not known. */
  readonly pace: number | null;
  /** Usul to decide per working day, rounded up, so that no deadline ahead is missed; 0 when none waits. */
  readonly needed: number;
  /** Whether `pace` reaches `needed`; null while `pace` is not known and something waits. */
  readonly suffices: boolean | null;
}

const daysShown = 14;
const urgentDays = 2;
const paceDays = 5;

/**
 * The figures of the inbox's header. `entries` are the decisions of this PC; an usul decided twice on one day counts
 * once. Working days are Monday to Friday: no table of national holidays is kept, so in a week with one the figures are
 * a little too hopeful.
 */
export function workPaceOf(
  rows: readonly InboxRow[],
  entries: readonly DecisionEntry[],
  today: LocalDate,
): WorkPace {
  const due = waitingByDay(rows);
  const decided = decidedByDay(entries);
  const between = (from: string, to: string): number =>
    sum(due.filter(([day]) => day >= from && day <= to));
  const waiting = sum(due);
  const pace = paceOf(decided, today);
  const needed = neededOf(due, today);
  return {
    waiting,
    own: rows.filter((row) => row.own && statusOf(row) === 'belum_diperiksa').length,
    questions: rows.filter((row) => needsDeed(row) && !needsDecision(row)).length,
    overdue: sum(due.filter(([day]) => day < today)),
    urgent: between(today, addDays(today, urgentDays)),
    decidedToday: decided.get(today) ?? 0,
    deadlines: deadlinesOf(due, today),
    pace,
    needed: Math.ceil(needed),
    suffices: waiting === 0 || (pace === null ? null : pace >= needed),
  };
}

type DayCount = readonly [day: LocalDate, count: number];

function waitingByDay(rows: readonly InboxRow[]): readonly DayCount[] {
  const counts = new Map<LocalDate, number>();
  for (const row of rows) {
    if (needsDecision(row)) counts.set(row.deadline, (counts.get(row.deadline) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function decidedByDay(entries: readonly DecisionEntry[]): ReadonlyMap<LocalDate, number> {
  const usulOfDay = new Map<LocalDate, Set<string>>();
  for (const { decision } of entries) {
    const day = localDateOf(new Date(decision.decidedAt));
    usulOfDay.set(day, (usulOfDay.get(day) ?? new Set()).add(decision.usulId));
  }
  return new Map([...usulOfDay].map(([day, usulIds]) => [day, usulIds.size]));
}

function deadlinesOf(due: readonly DayCount[], today: LocalDate): readonly DeadlineBucket[] {
  const counts = new Map(due);
  const days = Array.from({ length: daysShown }, (_, ahead) => addDays(today, ahead));
  const last = addDays(today, daysShown - 1);
  return [
    { kind: 'lewat', count: sum(due.filter(([day]) => day < today)) },
    ...days.map((day) => ({ kind: 'hari', day, count: counts.get(day) ?? 0 }) as const),
    { kind: 'nanti', count: sum(due.filter(([day]) => day > last)) },
  ];
}

/*
 * The pace is what was decided in the last five working days before today (fewer when the first decision is younger)
 * divided by those days, days without a decision included: who comes to it twice a week has the pace of twice a week.
 * What was done at a weekend within them counts, without adding a day. Today is left out because it is not over. When
 * nothing was decided in all that time the person was away, which says nothing of the pace.
 */
function paceOf(decided: ReadonlyMap<LocalDate, number>, today: LocalDate): number | null {
  const past = [...decided].filter(([day]) => day < today).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const first = past[0]?.[0];
  if (first === undefined) return null;
  const yesterday = addDays(today, -1);
  const windowStart = firstWorkDay(yesterday, paceDays);
  const from = first > windowStart ? first : windowStart;
  const total = sum(past.filter(([day]) => day >= from));
  return total === 0 ? null : total / Math.max(1, workDaysBetween(from, yesterday));
}

// For every deadline ahead, all that is due until then has to be done in the working days left; the tightest one decides.
function neededOf(due: readonly DayCount[], today: LocalDate): number {
  let total = 0;
  let needed = 0;
  for (const [day, count] of due) {
    total += count;
    const until = day < today ? today : day;
    needed = Math.max(needed, total / Math.max(1, workDaysBetween(today, until)));
  }
  return needed;
}

function sum(counts: readonly DayCount[]): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}
