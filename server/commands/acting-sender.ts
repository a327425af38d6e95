import { findAppointment, standingOf } from '#server/accounts/appointments.ts';
import type { DeliveryPorts, Sender } from '#server/commands/command-handler.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Command } from '#shared/workflow/commands.ts';

/**
 * The sender of a command under the appointment that it names, else under that of the session. It must be the sender's own,
 * and valid now unless BKPSDM let the command through.
 */
export async function actingSender(
  { db, now }: Pick<DeliveryPorts, 'db' | 'now'>,
  sender: Sender,
  { appointmentId }: Command,
): Promise<Result<Sender, ApiError>> {
  const { account, released } = sender;
  if (appointmentId === undefined || appointmentId === account.appointmentId) {
    return succeed(sender);
  }
  const held = await findAppointment(db, appointmentId);
  // Another person's is none.
  if (held?.account.id !== account.id) return fail(makeApiError('tidak_berwenang'));
  const mayAct = released === true || standingOf(held, now()) === 'berlaku';
  if (!mayAct) return fail(makeApiError('penunjukan_berakhir'));
  return succeed({ ...sender, account: held.account });
}
