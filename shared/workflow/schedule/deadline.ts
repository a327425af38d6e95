import { z } from 'zod';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';
import { isClosed, nextCutOff, type Period } from '#shared/workflow/schedule/period.ts';
import {
  dayCounts,
  daysAfter,
  daysLeft,
  type WorkCalendar,
} from '#shared/workflow/schedule/work-calendar.ts';

const daysSchema = z.int().min(1).max(365);

/** Days that each stage, and the ASN for a repair, has where no period says a date, and how they are counted. */
export const deadlinePolicySchema = z.object({
  days: z.object({
    verifikasi: daysSchema,
    validasi: daysSchema,
    persetujuan: daysSchema,
    perbaikan: daysSchema,
  }),
  count: z.enum(dayCounts),
});
/** Days that each stage, and the ASN for a repair, has where no period says a date. */
export type DeadlinePolicy = z.infer<typeof deadlinePolicySchema>;

/**
 * What holds where an instansi has said nothing. No regulation fixes it: it is the schedule that agencies kept (BKPSDM
 * Karanganyar in 2021: verification 26 August to 4 September, approval 5 to 14 September; domain.md 0.13).
 */
export const usualPolicy: DeadlinePolicy = {
  days: { verifikasi: 10, validasi: 10, persetujuan: 10, perbaikan: 10 },
  count: 'kalender',
};

/** What the deadlines of an instansi go by on a day; `period` is that of the usul, null for one outside any. */
export interface Schedule {
  readonly period: Period | null;
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkCalendar;
}

/**
 * The deadline of an usul that comes to this position on that day. Undefined where the one before stays: a question
 * pauses the usul (`koordinasi`), and a settled one waits for nobody.
 *
 * A stage that its period ends on a date has until then, at the next monthly cut-off where there are such; where that date
 * is over, the period is closed or says none, the days of the policy count.
 */
export function deadlineAt(
  position: UsulPosition,
  day: LocalDate,
  schedule: Schedule,
): LocalDate | undefined {
  switch (position.kind) {
    case 'menunggu':
      return stageDeadline(position.stage, day, schedule);
    case 'perbaikan':
      return repairDeadline(day, schedule);
    case 'koordinasi':
    case 'selesai':
      return undefined;
    default:
      return assertNever(position);
  }
}

/** A question that an usul waited for: what its deadline was, and the day on which it was asked. */
export interface Pause {
  readonly deadline: LocalDate;
  readonly askedOn: LocalDate;
}

/**
 * The deadline of a stage to which an usul comes back on that day with the answer to its question: it has the days that it
 * had left when it asked. A date of the period is nobody's to move. Undefined where the one before stays: what was late
 * before it was asked is late after it.
 */
export function deadlineAfterPause(
  stage: ActiveStage,
  { deadline, askedOn }: Pause,
  day: LocalDate,
  schedule: Schedule,
): LocalDate | undefined {
  if (deadline < askedOn) return undefined;
  const { policy, calendar } = schedule;
  const left = daysLeft(askedOn, deadline, policy.count, calendar);
  return dateOfPeriod(stage, day, schedule) ?? daysAfter(day, left, policy.count, calendar);
}

function stageDeadline(stage: ActiveStage, day: LocalDate, schedule: Schedule): LocalDate {
  return dateOfPeriod(stage, day, schedule) ?? byPolicy(stage, day, schedule);
}

/** The ASN repairs while the verifikator can still look at it. */
function repairDeadline(day: LocalDate, schedule: Schedule): LocalDate {
  const days = byPolicy('perbaikan', day, schedule);
  const last = dateOfPeriod('verifikasi', day, schedule);
  return last !== undefined && last < days ? last : days;
}

function byPolicy(
  what: keyof DeadlinePolicy['days'],
  day: LocalDate,
  { policy, calendar }: Schedule,
): LocalDate {
  return daysAfter(day, policy.days[what], policy.count, calendar);
}

function dateOfPeriod(
  stage: ActiveStage,
  day: LocalDate,
  { period, calendar }: Schedule,
): LocalDate | undefined {
  if (period === null || isClosed(period, day)) return undefined;
  const { until } = period.stages[stage];
  if (until !== null && until < day) return undefined;
  const cutOff = nextCutOff(period, day, calendar);
  if (until === null || cutOff === undefined) return until ?? cutOff;
  return cutOff < until ? cutOff : until;
}
