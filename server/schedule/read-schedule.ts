import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { PeriodTable, SchedulePolicyTable } from '#server/store/schedule-tables.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn, type TimeZone } from '#shared/kernel/time-zone.ts';
import { usualPolicy, type Schedule } from '#shared/workflow/schedule/deadline.ts';
import { mayHandIn, periodSchema, type Period } from '#shared/workflow/schedule/period.ts';

/** The schedule of an instansi on the day that it is there at an instant. */
export interface ScheduleOfDay extends Schedule {
  readonly today: LocalDate;
  readonly timeZone: TimeZone;
}

/** Five days a week, as most regional offices work (Perpres 21/2023), where an instansi has said nothing. */
const usualWorkDays = [1, 2, 3, 4, 5];

/** No deadline lies farther ahead: holidays beyond it are not asked for. */
const farthestDays = 800;

/**
 * What the deadline of an usul goes by at an instant: the policy of its instansi that is valid on the day there, its days of
 * rest, and its own period (null: none). Throws when the instansi does not exist.
 */
export async function readSchedule(
  db: Db | Tx,
  { instansiId, periodId }: { readonly instansiId: string; readonly periodId: string | null },
  now: Date,
): Promise<ScheduleOfDay> {
  // One question for all of it: every decision asks.
  const { rows } = await sql<{
    time_zone: TimeZone;
    policies: readonly PolicyRow[] | null;
    holidays: readonly string[] | null;
    period: PeriodRow | null;
  }>`
    SELECT instansi.time_zone,
      (SELECT jsonb_agg(policy ORDER BY policy.valid_from DESC) FROM schedule_policy policy
        WHERE policy.instansi_id = instansi.id) AS policies,
      (SELECT array_agg(holiday.day::text) FROM holiday
        WHERE holiday.instansi_id = instansi.id
          AND holiday.day BETWEEN ${now}::date - 31 AND ${now}::date + ${farthestDays}::integer) AS holidays,
      (SELECT to_jsonb(period) FROM period
        WHERE period.instansi_id = instansi.id AND period.id = ${periodId}) AS period
    FROM instansi WHERE instansi.id = ${instansiId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`No such instansi: ${instansiId}`);
  const today = localDateIn(row.time_zone, now);
  const policy = row.policies?.find(({ valid_from }) => valid_from <= today);
  return {
    today,
    timeZone: row.time_zone,
    period: row.period && toPeriod(row.period),
    policy: policy ? { days: policy.days, count: policy.day_count } : usualPolicy,
    calendar: {
      workDays: policy?.work_days ?? usualWorkDays,
      holidays: new Set((row.holidays ?? []).filter(isLocalDate)),
    },
  };
}

type PolicyRow = Selectable<SchedulePolicyTable>;
type PeriodRow = Selectable<PeriodTable>;

/** All periods of an instansi, the one that began last first. */
export async function readPeriods(db: Db | Tx, instansiId: string): Promise<readonly Period[]> {
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .where('instansi_id', '=', instansiId)
    .execute();
  return rows
    .map(toPeriod)
    .toSorted((a, b) => (a.stages.persiapan.from < b.stages.persiapan.from ? 1 : -1));
}

/**
 * The period for which an ASN hands a repaired usul in: its own as long as that takes it, else another that does, so that
 * nobody whose usul was returned late is left without a way. Null: an usul of no period is handed in for none. Undefined:
 * nothing is open.
 */
export async function periodOfRepair(
  db: Db | Tx,
  {
    place,
    periodId,
  }: { readonly place: { readonly instansiId: string }; readonly periodId: string | null },
  now: Date,
): Promise<string | null | undefined> {
  if (periodId === null) return null;
  const { instansiId } = place;
  const { today, period } = await readSchedule(db, { instansiId, periodId }, now);
  if (period && mayHandIn(period, today, 'ulang')) return period.id;
  const periods = await readPeriods(db, instansiId);
  return periods.find((other) => mayHandIn(other, today, 'ulang'))?.id;
}

function toPeriod(row: PeriodRow): Period {
  return periodSchema.parse({
    id: row.id,
    name: row.name,
    legalBasis: row.legal_basis,
    stages: row.stages,
    cutOffDay: row.cut_off_day,
    closedOn: row.closed_on,
  });
}
