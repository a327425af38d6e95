import { appointedAs } from '#server/accounts/appointed-as.ts';
import type { DeliveryPorts, Sender } from '#server/commands/command-handler.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
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
  const { account: own, released } = sender;
  const named = await appointedAs(db, own, { appointmentId, released }, now());
  return named.ok ? succeed({ ...sender, account: named.value }) : named;
}
