import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Tx } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TimeZone } from '#shared/kernel/time-zone.ts';
import type { DeadlinePolicy } from '#shared/workflow/schedule/deadline.ts';
import type { Period } from '#shared/workflow/schedule/period.ts';

/** What deadlines of an instansi go by from a day on. */
export interface PolicyFrom extends DeadlinePolicy {
  readonly berlakuMulai: LocalDate;
  readonly workDays: readonly number[];
}

/** Keeps the policy that is valid from a day on, in the place of one from the same day. Deadlines that were given stay. */
export async function keepPolicy(
  tx: Tx,
  instansiId: string,
  policy: PolicyFrom,
  acting: Acting | null = null,
): Promise<void> {
  const row = {
    work_days: [...new Set(policy.workDays)],
    day_count: policy.count,
    days: JSON.stringify(policy.days),
  };
  await tx
    .insertInto('schedule_policy')
    .values({ instansi_id: instansiId, valid_from: policy.berlakuMulai, ...row })
    .onConflict((same) => same.columns(['instansi_id', 'valid_from']).doUpdateSet(row))
    .execute();
  await noteChange(tx, { instansi: instansiId, kebijakan: policy.berlakuMulai }, acting);
}

/** Adds days of rest; one that is known keeps the name that is told last. */
export async function keepHolidays(
  tx: Tx,
  instansiId: string,
  holidays: readonly { readonly day: LocalDate; readonly name: string }[],
  acting: Acting | null = null,
): Promise<void> {
  if (holidays.length === 0) return;
  const named = new Map(holidays.map((holiday) => [holiday.day, holiday]));
  for (const chunk of inChunks([...named.values()])) {
    await tx
      .insertInto('holiday')
      .values(chunk.map((holiday) => ({ instansi_id: instansiId, ...holiday })))
      .onConflict((same) =>
        same
          .columns(['instansi_id', 'day'])
          .doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
      )
      .execute();
  }
  await noteChange(tx, { instansi: instansiId, hariLibur: named.size }, acting);
}

/** Days that are no days of rest any more. */
export async function dropHolidays(
  tx: Tx,
  instansiId: string,
  days: readonly LocalDate[],
  acting: Acting | null = null,
): Promise<void> {
  if (days.length === 0) return;
  await tx
    .deleteFrom('holiday')
    .where('instansi_id', '=', instansiId)
    .where('day', 'in', days)
    .execute();
  await noteChange(tx, { instansi: instansiId, hariLiburDihapus: days.length }, acting);
}

/** The time zone in which the days of an instansi begin and end. */
export async function keepTimeZone(
  tx: Tx,
  instansiId: string,
  timeZone: TimeZone,
  acting: Acting | null = null,
): Promise<void> {
  await tx
    .updateTable('instansi')
    .set({ time_zone: timeZone })
    .where('id', '=', instansiId)
    .execute();
  await noteChange(tx, { instansi: instansiId, zonaWaktu: timeZone }, acting);
}

/** Keeps a period of an instansi, in the place of one with the same id: that is how it is extended or closed. */
export async function keepPeriod(
  tx: Tx,
  instansiId: string,
  period: Period,
  acting: Acting | null = null,
): Promise<void> {
  const row = {
    name: period.name,
    legal_basis: period.legalBasis,
    stages: JSON.stringify(period.stages),
    cut_off_day: period.cutOffDay,
    closed_on: period.closedOn,
  };
  await tx
    .insertInto('period')
    .values({ instansi_id: instansiId, id: period.id, ...row })
    .onConflict((same) => same.columns(['instansi_id', 'id']).doUpdateSet(row))
    .execute();
  await noteChange(tx, { instansi: instansiId, periode: period.id }, acting);
}

function noteChange(
  tx: Tx,
  details: Readonly<Record<string, string | number>>,
  acting: Acting | null,
): Promise<void> {
  return writeAudit(tx, actOf(acting, 'jadwal', details));
}
