import { sql } from 'kysely';
import {
  dropHolidays,
  keepHolidays,
  keepPeriod,
  keepPolicy,
  keepTimeZone,
} from '#server/schedule/keep-schedule.ts';
import { readPeriods, readSchedule } from '#server/schedule/read-schedule.ts';
import type { Acting } from '#server/store/audit.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { ManagedSchedule, scheduleChangeSchema } from '#shared/contract/admin/schedule.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import type { z } from 'zod';

/** Most periods that an instansi may have: a century of months. */
const mostPeriods = 500;
/** Most days of rest that are told. */
const mostHolidays = 4_000;

/** The schedule of an instansi as its admin sees it. */
export async function readManagedSchedule(
  db: Db | Tx,
  instansiId: string,
  now: Date,
): Promise<ManagedSchedule> {
  const schedule = await readSchedule(db, { instansiId, periodId: null }, now);
  const { time_zone: timeZone } = await db
    .selectFrom('instansi')
    .select('time_zone')
    .where('id', '=', instansiId)
    .executeTakeFirstOrThrow();
  const from = await db
    .selectFrom('schedule_policy')
    .select(sql<string>`valid_from::text`.as('valid_from'))
    .where('instansi_id', '=', instansiId)
    .where('valid_from', '<=', schedule.today)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  const holidays = await db
    .selectFrom('holiday')
    .select([sql<string>`day::text`.as('day'), 'name'])
    .where('instansi_id', '=', instansiId)
    .orderBy('day', 'desc')
    .limit(mostHolidays)
    .execute();
  return {
    today: schedule.today,
    timeZone,
    policy: {
      ...schedule.policy,
      workDays: [...schedule.calendar.workDays],
      berlakuMulai: from ? localDateSchema.parse(from.valid_from) : schedule.today,
    },
    holidays: holidays
      .map(({ day, name }) => ({ day: localDateSchema.parse(day), name }))
      .toReversed(),
    periods: [...(await readPeriods(db, instansiId))],
  };
}

/** Keeps what is named of a schedule. False: there would be too many periods; nothing is changed. */
export async function changeSchedule(
  db: Db,
  instansiId: string,
  change: z.output<typeof scheduleChangeSchema>,
  acting: Acting,
): Promise<boolean> {
  const { timeZone, policy, holidays = [], withoutHolidays = [], period } = change;
  return db.transaction().execute(async (tx) => {
    if (period && !(await hasRoomFor(tx, instansiId, period.id))) return false;
    if (timeZone !== undefined) await keepTimeZone(tx, instansiId, timeZone, acting);
    if (policy) await keepPolicy(tx, instansiId, policy, acting);
    await dropHolidays(tx, instansiId, withoutHolidays, acting);
    await keepHolidays(tx, instansiId, holidays, acting);
    if (period) await keepPeriod(tx, instansiId, period, acting);
    return true;
  });
}

async function hasRoomFor(tx: Tx, instansiId: string, id: string): Promise<boolean> {
  const known = await tx
    .selectFrom('period')
    .select('id')
    .where('instansi_id', '=', instansiId)
    .execute();
  return known.length < mostPeriods || known.some((one) => one.id === id);
}
