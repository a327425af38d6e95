import type { Json } from '#server/store/column-types.ts';
import type { DayCount } from '#shared/workflow/schedule/work-calendar.ts';
import type { DeadlinePolicy } from '#shared/workflow/schedule/deadline.ts';
import type { Period } from '#shared/workflow/schedule/period.ts';

/** What deadlines of an instansi go by from a day on, until the next row; `work_days` 1 Monday to 7 Sunday. */
export interface SchedulePolicyTable {
  instansi_id: string;
  /** Calendar day `yyyy-mm-dd`. */
  valid_from: string;
  work_days: number[];
  day_count: DayCount;
  days: Json<DeadlinePolicy['days']>;
}

/** A day on which an instansi does not work, beside those of every week. */
export interface HolidayTable {
  instansi_id: string;
  day: string;
  name: string;
}

/** A period of an instansi; see `Period`. */
export interface PeriodTable {
  instansi_id: string;
  id: string;
  name: string;
  legal_basis: string;
  stages: Json<Period['stages']>;
  cut_off_day: number | null;
  closed_on: string | null;
}
