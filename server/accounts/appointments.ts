import { sql } from 'kysely';
import { actOf, writeAudit, writeAudits, type Acting } from '#server/store/audit.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { endOfDay, localDateIn, type TimeZone } from '#shared/kernel/time-zone.ts';
import type { AppointedAccount, Appointment, Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** A letter of assignment (surat penunjukan). */
export interface Letter {
  readonly number: string;
  readonly date: LocalDate;
}

/** An appointment to give. The first one of an account has the account's id (see `AppointmentTable`). */
export interface NewAppointment {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly validFrom: LocalDate;
  /** The last day; null: until it is ended. */
  readonly validUntil: LocalDate | null;
  readonly letter: Letter | null;
  /** The account that gives it; null: at the server's command line. */
  readonly appointedBy: string | null;
}

/** An appointment as it lies: its holder under it, and what its standing depends on. */
export interface HeldAppointment {
  readonly account: AppointedAccount;
  /** Whether the holder's account is switched on. */
  readonly active: boolean;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly letter: Letter | null;
  /** When somebody ended it; null: nobody did. */
  readonly endedAt: Date | null;
  /** Of the instansi in which its days begin and end. */
  readonly timeZone: TimeZone;
}

/** How an appointment stands at a moment. */
export type AppointmentStanding = 'belum' | 'berlaku' | 'berakhir';

/** How an appointment stands. */
export function standingOf(held: HeldAppointment, now: Date): AppointmentStanding {
  const endedAt = endOf(held);
  if (endedAt && endedAt <= now) return 'berakhir';
  return localDateIn(held.timeZone, now) < held.validFrom ? 'belum' : 'berlaku';
}

/** When an appointment ended or will end; null: when somebody ends it. */
export function endOf({ endedAt, validUntil, timeZone }: HeldAppointment): Date | null {
  const runsOutAt = validUntil && endOfDay(timeZone, validUntil);
  if (!endedAt || !runsOutAt) return endedAt ?? runsOutAt;
  return endedAt < runsOutAt ? endedAt : runsOutAt;
}

/** An appointment as its holder sees it. */
export function shownAppointment({ account, validFrom, validUntil }: HeldAppointment): Appointment {
  const { appointmentId: id, role, scope, scopeName } = account;
  return { id, role, scope, scopeName, validFrom, validUntil };
}

/**
 * Gives appointments, audited; `acting`: who does it over the network. Throws where a role cannot have such a scope, or an account
 * does not exist.
 */
export async function insertAppointments(
  db: Db | Tx,
  appointments: readonly NewAppointment[],
  acting: Acting | null = null,
): Promise<void> {
  const rows = appointments.map(({ scope, letter, ...one }) => ({
    id: one.id,
    account_id: one.accountId,
    role: one.role,
    scope_kind: scope.kind,
    scope_id: scope.kind === 'bkn_pusat' ? '' : scope.id,
    valid_from: one.validFrom,
    valid_until: one.validUntil,
    letter_number: letter?.number ?? null,
    letter_date: letter?.date ?? null,
    appointed_by: one.appointedBy,
  }));
  for (const chunk of inChunks(rows)) await db.insertInto('appointment').values(chunk).execute();
  await writeAudits(
    db,
    appointments.map(({ id, accountId, appointedBy }) => ({
      ...actOf(acting, 'penunjukan_diberikan', { appointmentId: id, holder: accountId }),
      accountId: appointedBy,
    })),
  );
}

/** The appointment with this id; undefined when there is none. */
export async function findAppointment(
  db: Db | Tx,
  id: string,
): Promise<HeldAppointment | undefined> {
  const row = await selectAppointments(db).where('appointment.id', '=', id).executeTakeFirst();
  return row && toHeld(row);
}

/** All appointments that an account ever had, the oldest first. */
export async function findAppointments(
  db: Db | Tx,
  accountId: string,
): Promise<readonly HeldAppointment[]> {
  const rows = await selectAppointments(db)
    .where('account.id', '=', accountId)
    .orderBy('appointment.valid_from')
    .orderBy('appointment.created_at')
    .orderBy('appointment.id')
    .execute();
  return rows.map(toHeld);
}

/** All appointments that anybody ever had, by user name. */
export async function listAppointments(db: Db): Promise<readonly HeldAppointment[]> {
  const rows = await selectAppointments(db)
    .orderBy('account.username')
    .orderBy('appointment.valid_from')
    .orderBy('appointment.created_at')
    .orderBy('appointment.id')
    .execute();
  return rows.map(toHeld);
}

/** Ends an appointment, audited; `by` null: at the server's command line. False: there is none, or it was ended before. */
export async function endAppointment(
  db: Db | Tx,
  id: string,
  by: Acting | null,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appointment')
    .set({ ended_at: now, ended_by: by?.accountId ?? null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await writeAudit(db, actOf(by, 'penunjukan_diakhiri', { appointmentId: id }));
  return true;
}

/** The appointment that an account used last, on a PC where one is named; undefined: none yet. */
export async function lastAppointment(
  db: Db,
  accountId: string,
  deviceId?: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .select('appointment_id')
    .where('account_id', '=', accountId)
    .$if(deviceId !== undefined, (query) => query.where('device_id', '=', deviceId!))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.appointment_id;
}

function selectAppointments(db: Db | Tx) {
  return db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.account_id')
    .selectAll('appointment')
    .select(['account.username', 'account.nip', 'account.display_name', 'account.active'])
    .select(
      sql<string | null>`CASE scope_kind
        WHEN 'opd' THEN (SELECT name FROM opd WHERE opd.id = scope_id)
        WHEN 'instansi' THEN (SELECT name FROM instansi WHERE instansi.id = scope_id)
        WHEN 'kanreg' THEN (SELECT name FROM kanreg WHERE kanreg.id = scope_id)
        WHEN 'employee' THEN (SELECT data ->> 'nama' FROM employee WHERE employee.id = scope_id)
        ELSE 'BKN Pusat' END`.as('scope_name'),
    )
    .select(
      sql<TimeZone | null>`CASE scope_kind
        WHEN 'opd' THEN (SELECT time_zone FROM opd JOIN instansi ON instansi.id = opd.instansi_id
          WHERE opd.id = scope_id)
        WHEN 'instansi' THEN (SELECT time_zone FROM instansi WHERE instansi.id = scope_id)
        WHEN 'employee' THEN (SELECT time_zone FROM employee JOIN opd ON opd.id = employee.opd_id
          JOIN instansi ON instansi.id = opd.instansi_id WHERE employee.id = scope_id)
        END`.as('time_zone'),
    );
}

type AppointmentRow = Awaited<ReturnType<ReturnType<typeof selectAppointments>['execute']>>[number];

function toHeld(row: AppointmentRow): HeldAppointment {
  const { scope_kind: kind, scope_id: id } = row;
  return {
    account: {
      id: row.account_id,
      username: row.username,
      nip: row.nip,
      displayName: row.display_name,
      role: row.role,
      scope: kind === 'bkn_pusat' ? { kind } : { kind, id },
      scopeName: row.scope_name ?? id,
      appointmentId: row.id,
    },
    active: row.active,
    validFrom: dayOf(row.valid_from),
    validUntil: row.valid_until === null ? null : dayOf(row.valid_until),
    letter:
      row.letter_number === null || row.letter_date === null
        ? null
        : { number: row.letter_number, date: dayOf(row.letter_date) },
    endedAt: row.ended_at,
    timeZone: row.time_zone ?? 'WIB',
  };
}

function dayOf(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Not a day of the calendar: ${text}`);
  return text;
}
