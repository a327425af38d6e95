import { takeUpAppointment } from '#renderer/data/appointments/list-in-use.ts';
import type { HeldDesk } from '#renderer/core/session/held-desk.ts';
import { sessionSentences } from '#renderer/core/session/session-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/**
 * Goes on under another appointment: what was typed is put on the disk, the lists change places, and the desk is laid anew. The
 * other windows of this PC hear of it from the database. `onTaken` is called before the desk is in sight again.
 */
export async function chooseAppointment(
  held: HeldDesk,
  appointmentId: string,
  onTaken: () => void,
): Promise<Result<void, ShownError>> {
  const desk = held.owned;
  let isTaken = false;
  if (desk) {
    await held.layAnew(desk, async () => {
      isTaken = (await takeUpAppointment(desk.database, appointmentId)) !== null;
      if (isTaken) onTaken();
    });
  }
  return isTaken ? succeed(undefined) : fail(sessionSentences.appointmentNotTaken);
}
