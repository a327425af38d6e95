import { z } from 'zod';
import { lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { timeZones } from '#shared/kernel/time-zone.ts';
import { deadlinePolicySchema } from '#shared/workflow/schedule/deadline.ts';
import { periodSchema } from '#shared/workflow/schedule/period.ts';
import { workCalendarSchema } from '#shared/workflow/schedule/work-calendar.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

const holidaySchema = z.object({ day: localDateSchema, name: lineText });
/** A policy with the day from which on it counts. */
export const policyFromSchema = deadlinePolicySchema.extend({
  berlakuMulai: localDateSchema,
  workDays: workCalendarSchema.shape.workDays,
});

/** The schedule of an instansi: its day now, what deadlines go by, days of rest, all its periods. */
export const managedScheduleSchema = z.looseObject({
  today: localDateSchema,
  timeZone: z.enum(timeZones),
  policy: policyFromSchema,
  holidays: z.array(holidaySchema).max(5_000),
  periods: z.array(periodSchema).max(1_000),
});
/** The schedule of an instansi. */
export type ManagedSchedule = z.infer<typeof managedScheduleSchema>;

/** What is to be kept of it; what is left out stays. `withoutHolidays`: days that are none any more. */
export const scheduleChangeSchema = z.object({
  timeZone: z.enum(timeZones).exactOptional(),
  policy: policyFromSchema.exactOptional(),
  holidays: z
    .array(holidaySchema.refine(({ name }) => isPlainLine(name)))
    .max(366)
    .exactOptional(),
  withoutHolidays: z.array(localDateSchema).max(366).exactOptional(),
  period: periodSchema
    .refine(({ name, legalBasis }) => isPlainLine(name) && isPlainLine(legalBasis))
    .exactOptional(),
});
