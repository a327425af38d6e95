import { validAppointments } from '#server/accounts/appointed-as.ts';
import {
  lastAppointment,
  shownAppointment,
  type HeldAppointment,
} from '#server/accounts/appointments.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import {
  mostAppointments,
  type AppointedAccount,
  type Appointment,
} from '#shared/workflow/authority/account.ts';
import { queueRoles } from '#shared/workflow/queues.ts';

/** An account under an appointment that is valid, and all under which it may act. */
export interface ChosenAppointment {
  readonly account: AppointedAccount;
  readonly appointments: Appointment[];
}

/** What the choice among several depends on: the appointment that is asked for, else the PC on which it is asked. */
export interface AppointmentWish {
  readonly asked: string | undefined;
  readonly deviceId: string;
}

/**
 * The appointment under which an account acts: the one that is asked for, else the one that was used last, on this PC rather
 * than elsewhere, else the first with a queue. One that is asked for and is not the account's own and valid is answered alike, whosever it is.
 */
export async function chooseAppointment(
  db: Db,
  accountId: string,
  { asked, deviceId }: AppointmentWish,
  now: Date,
): Promise<Result<ChosenAppointment, ApiError>> {
  const valid = await validAppointments(db, accountId, now);
  const wanted = asked ?? (await lastUsed(db, accountId, deviceId));
  const named = valid.find((one) => one.account.appointmentId === wanted);
  const chosen = asked === undefined ? (named ?? firstOf(valid)) : named;
  if (chosen) return succeed({ account: chosen.account, appointments: shown(valid) });
  return fail(makeApiError(valid.length === 0 ? 'tanpa_penunjukan' : 'penunjukan_berakhir'));
}

/**
 * The appointment under which a session goes on that is continued by a PC: the first of these that is valid, else another one;
 * undefined: there is none.
 */
export async function nextAppointment(
  db: Db | Tx,
  accountId: string,
  wanted: readonly string[],
  now: Date,
): Promise<string | undefined> {
  const valid = await validAppointments(db, accountId, now);
  const named = wanted.find((id) => valid.some(({ account }) => account.appointmentId === id));
  return named ?? firstOf(valid)?.account.appointmentId;
}

/** The first with a queue, else the first. */
function firstOf(valid: readonly HeldAppointment[]): HeldAppointment | undefined {
  return valid.find((one) => queueRoles.includes(one.account.role)) ?? valid[0];
}

async function lastUsed(db: Db, accountId: string, deviceId: string): Promise<string | undefined> {
  return (await lastAppointment(db, accountId, deviceId)) ?? (await lastAppointment(db, accountId));
}

/** The appointments under which an account may act now, as their holder sees them. */
export async function shownAppointments(
  db: Db,
  accountId: string,
  now: Date,
): Promise<Appointment[]> {
  return shown(await validAppointments(db, accountId, now));
}

function shown(valid: readonly HeldAppointment[]): Appointment[] {
  return valid.slice(0, mostAppointments).map(shownAppointment);
}
