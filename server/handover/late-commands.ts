import { findAppointment } from '#server/accounts/appointments.ts';
import type { HoldLate } from '#server/commands/command-handler.ts';
import { lastPull } from '#server/feed/note-pull.ts';
import { endedBy } from '#server/handover/handovers.ts';
import { heldBack } from '#server/handover/held-back.ts';
import { keepWaiting } from '#server/handover/waiting.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { servedCommands } from '#server/commands/served-commands.ts';

/**
 * Keeps what a PC delivers that was made under an appointment that has ended since, while its holder goes on under another
 * one: it waits for BKPSDM like what a revoked PC hands over.
 */
export const holdLateCommand: HoldLate = async ({ db, now }, { account, deviceId }, late) => {
  const { command, element } = late;
  const receivedAt = now();
  const held = await findAppointment(db, command.appointmentId ?? '');
  const endedAt = held?.account.id === account.id ? endedBy(held, receivedAt) : null;
  if (!endedAt) return null;
  const ruling = await keepWaiting(db, {
    accountId: account.id,
    deviceId,
    decisionId: command.id,
    payload: JSON.stringify(element),
    madeAt: new Date(servedCommands.kinds.kindOf(command).madeAt(command)),
    // Nothing seals it before it is sent.
    sealedAt: receivedAt,
    pulledAt: await lastPull(db, account.id, deviceId),
    endedAt,
    receivedAt,
  });
  if (ruling === 'bentrok') return makeApiError('id_bentrok');
  // What was released is known by its id, or was refused then for a reason of its own.
  return ruling === 'dilepas' ? null : heldBack(ruling, true);
};
