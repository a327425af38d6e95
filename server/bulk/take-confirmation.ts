import { approveSome } from '#server/bulk/approve-items.ts';
import { endBatch, lockBatch, lockOwner, type LockedBatch } from '#server/bulk/batches.ts';
import { bulkErrors, sampleLeft } from '#server/bulk/bulk-errors.ts';
import { bulkInstansiOf } from '#server/bulk/bulk-sender.ts';
import { approveBatch, countLeft, followBatch } from '#server/bulk/follow-batch.ts';
import { answeredBefore, noteTaken } from '#server/bulk/taken-commands.ts';
import { refuse, type DeliveryPorts, type Sender } from '#server/commands/command-handler.ts';
import { inTransaction, type Tx } from '#server/store/database.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { BulkCancellation, BulkConfirmation } from '#shared/workflow/bulk/bulk-commands.ts';

/**
 * Approves what is left of a batch, once every usul that was drawn was looked at and approved. Some at a time: what breaks off
 * in between goes on when the same command comes again, and no usul is decided twice.
 */
export async function takeConfirmation(
  { db, now }: DeliveryPorts,
  sender: Sender,
  command: BulkConfirmation,
): Promise<CommandResult> {
  const { id } = command;
  const accountId = sender.account.id;
  const begun = await inTransaction(db, async (tx) => {
    await lockOwner(tx, accountId);
    const earlier = await answeredBefore(tx, accountId, command);
    if (earlier) return earlier;
    const confirmed = await confirm(tx, sender, command);
    return confirmed.ok ? confirmed.value : refuse(id, confirmed.error);
  });
  if ('kind' in begun) return begun;
  for (let more = true; more;) {
    more = await inTransaction(db, async (tx) => {
      const batch = await lockBatch(tx, begun.id, accountId);
      return batch ? approveSome(tx, { batch, sender, command, at: now() }) : false;
    });
  }
  const { instansiId } = begun;
  return inTransaction(db, (tx) =>
    noteTaken(tx, { command, batchId: begun.id, accountId, instansiId, at: now() }),
  );
}

async function confirm(
  tx: Tx,
  sender: Sender,
  { id, bulkId }: BulkConfirmation,
): Promise<Result<LockedBatch, ApiError>> {
  const found = await findOwn(tx, sender, bulkId);
  if (!found.ok) return found;
  const batch = found.value;
  switch (batch.state) {
    case 'berhenti':
      return fail(bulkErrors.stopped);
    case 'dibatalkan':
      return fail(bulkErrors.cancelled);
    case 'disahkan': {
      // One of which nothing was left, or that goes on after it broke off.
      if (batch.confirmedBy === id) return succeed(batch);
      if (batch.confirmedBy !== null) return fail(bulkErrors.approved);
      await endBatch(tx, batch, 'disahkan', id);
      return succeed(batch);
    }
    case 'terbuka': {
      const { sample } = await countLeft(tx, batch.id);
      return sample > 0 ? fail(sampleLeft(sample)) : succeed(await approveBatch(tx, batch, id));
    }
  }
}

/** Gives a batch up; what was drawn of it stays drawn. */
export async function takeCancellation(
  { db, now }: DeliveryPorts,
  sender: Sender,
  command: BulkCancellation,
): Promise<CommandResult> {
  const accountId = sender.account.id;
  return inTransaction(db, async (tx) => {
    await lockOwner(tx, accountId);
    const earlier = await answeredBefore(tx, accountId, command);
    if (earlier) return earlier;
    const found = await findOwn(tx, sender, command.bulkId);
    if (!found.ok) return refuse(command.id, found.error);
    const { id: batchId, instansiId, state } = found.value;
    if (state === 'berhenti') return refuse(command.id, bulkErrors.stopped);
    if (state === 'disahkan') return refuse(command.id, bulkErrors.approved);
    if (state === 'terbuka') await endBatch(tx, found.value, 'dibatalkan');
    return noteTaken(tx, { command, batchId, accountId, instansiId, at: now() });
  });
}

/** The sender's own batch, as it stands after a look at its sample; another's answers as if there were none. */
async function findOwn(
  tx: Tx,
  sender: Sender,
  bulkId: string,
): Promise<Result<LockedBatch, ApiError>> {
  const instansiId = bulkInstansiOf(sender);
  if (instansiId === null) return fail(makeApiError('tidak_berwenang'));
  const batch = await lockBatch(tx, bulkId, sender.account.id);
  if (batch?.instansiId !== instansiId) return fail(bulkErrors.noBatch);
  return succeed(await followBatch(tx, batch));
}
