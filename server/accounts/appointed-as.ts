import {
  findAppointment,
  findAppointments,
  standingOf,
  type HeldAppointment,
} from '#server/accounts/appointments.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';

/** The appointment that a call or a command names; `released`: BKPSDM let it through, whether it stands or not. */
export interface NamedAppointment {
  readonly appointmentId?: string | undefined;
  readonly released?: true | undefined;
}

/** An account under the appointment that is named, else under that of its session: its own, and valid now. */
export async function appointedAs(
  db: Db,
  account: AppointedAccount,
  { appointmentId, released }: NamedAppointment,
  now: Date,
): Promise<Result<AppointedAccount, ApiError>> {
  if (appointmentId === undefined || appointmentId === account.appointmentId) {
    return succeed(account);
  }
  const held = await findAppointment(db, appointmentId);
  // Another person's is none.
  if (held?.account.id !== account.id) return fail(makeApiError('tidak_berwenang'));
  const mayAct = released === true || standingOf(held, now) === 'berlaku';
  return mayAct ? succeed(held.account) : fail(makeApiError('penunjukan_berakhir'));
}

/** The appointments under which an account may act now, the oldest first. */
export async function validAppointments(
  db: Db | Tx,
  accountId: string,
  now: Date,
): Promise<readonly HeldAppointment[]> {
  const all = await findAppointments(db, accountId);
  return all.filter((held) => standingOf(held, now) === 'berlaku');
}
