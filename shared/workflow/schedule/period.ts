import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';
import {
  addMonths,
  localDateSchema,
  makeLocalDate,
  type LocalDate,
} from '#shared/kernel/local-date.ts';
import { lastWorkDay, type WorkCalendar } from '#shared/workflow/schedule/work-calendar.ts';

/** Stages of a period of updating data, in order (peers.md; schedule of BKPSDM Karanganyar 2021, domain.md 0.13). */
export const periodStages = [
  'persiapan',
  'unggah',
  'verifikasi',
  'validasi',
  'persetujuan',
] as const;
/** Stage of a period. */
export type PeriodStage = (typeof periodStages)[number];

const spanSchema = z.object({ from: localDateSchema, until: localDateSchema.nullable() });

/**
 * When a stage is under way, both days included; `until` null: without an end.
 */
export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/**
 * A period, by which deadlines go. `legalBasis` names the letter or regulation that set it. `cutOffDay`: day of the month on
 * which what came in until then is passed on (promotions run every month); null where dates of the stages alone count.
 * `closedOn`: the first day on which it is closed, null while it is not.
 */
export const periodSchema = z
  .object({
    id: codeText,
    name: lineText,
    legalBasis: lineText,
    stages: z.object({
      persiapan: spanSchema,
      unggah: spanSchema,
      verifikasi: spanSchema,
      validasi: spanSchema,
      persetujuan: spanSchema,
    }),
    cutOffDay: z.int().min(1).max(31).nullable(),
    closedOn: localDateSchema.nullable(),
  })
  .superRefine(({ stages }, context) => {
    for (const [stage, { from, until }] of Object.entries(stages)) {
      if (until === null || from <= until) continue;
      context.addIssue({
        code: 'custom',
        path: ['stages', stage],
        message: 'berakhir sebelum mulai',
      });
    }
    for (const [at, stage] of periodStages.entries()) {
      const before = periodStages[at - 1];
      if (!before || stages[before].from <= stages[stage].from) continue;
      context.addIssue({
        code: 'custom',
        path: ['stages', stage],
        message: 'mulai sebelum tahap yang mendahuluinya',
      });
    }
  });
/** A period, by which deadlines go. */
export type Period = z.infer<typeof periodSchema>;

/** Whether a day lies in a span. */
export function isIn({ from, until }: Span, day: LocalDate): boolean {
  return from <= day && (until === null || day <= until);
}

/** Whether the period is closed on that day. */
export function isClosed({ closedOn }: Period, day: LocalDate): boolean {
  return closedOn !== null && closedOn <= day;
}

/** The stages that are under way on a day; none once the period is closed. They may overlap. */
export function stagesUnderWay(period: Period, day: LocalDate): readonly PeriodStage[] {
  if (isClosed(period, day)) return [];
  return periodStages.filter((stage) => isIn(period.stages[stage], day));
}

/**
 * Whether an ASN may submit in this period on that day: a new usul while *unggah* is under way; a repaired one (`ulang`) as
 * long as the verifikator still works, since it was returned to be repaired.
 */
export function mayHandIn(period: Period, day: LocalDate, what: 'baru' | 'ulang'): boolean {
  const under = stagesUnderWay(period, day);
  return under.includes('unggah') || (what === 'ulang' && under.includes('verifikasi'));
}

/**
 * The first day of a period on or after `day` on which what came in is passed on; undefined where it has no monthly
 * cut-off. A month without that day has it on its last; a cut-off on a day of rest comes forward to the work day before.
 */
export function nextCutOff(
  { cutOffDay }: Pick<Period, 'cutOffDay'>,
  day: LocalDate,
  calendar: WorkCalendar,
): LocalDate | undefined {
  if (cutOffDay === null) return undefined;
  const first = makeLocalDate(+day.slice(0, 4), +day.slice(5, 7), 1);
  if (!first) return undefined;
  for (const months of [0, 1, 2]) {
    const cutOff = lastWorkDay(cutOffIn(addMonths(first, months), cutOffDay), calendar);
    if (cutOff >= day) return cutOff;
  }
  return undefined;
}

function cutOffIn(firstOfMonth: LocalDate, cutOffDay: number): LocalDate {
  const [year, month] = [+firstOfMonth.slice(0, 4), +firstOfMonth.slice(5, 7)];
  for (let day = cutOffDay; day > 28; day -= 1) {
    const found = makeLocalDate(year, month, day);
    if (found) return found;
  }
  return makeLocalDate(year, month, Math.min(cutOffDay, 28)) ?? firstOfMonth;
}
