import { sql } from 'kysely';
import { anyOf, findHistoryParts } from '#server/store/history-parts.ts';
import { lockOpenBatches, lockOwner } from '#server/bulk/batches.ts';
import { bulkErrors } from '#server/bulk/bulk-errors.ts';
import { readBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { bulkInstansiOf } from '#server/bulk/bulk-sender.ts';
import { drawBatch } from '#server/bulk/draw-batch.ts';
import { followBatch, followGivenUp } from '#server/bulk/follow-batch.ts';
import { judgeItems, type JudgedItems } from '#server/bulk/judge-items.ts';
import { answeredBefore, noteTaken } from '#server/bulk/taken-commands.ts';
import { refuse, type DeliveryPorts, type Sender } from '#server/commands/command-handler.ts';
import { underAppointment, writeAudit } from '#server/store/audit.ts';
import { inChunks } from '#server/store/chunks.ts';
import { inTransaction, type Tx } from '#server/store/database.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { BulkItem, BulkSelection } from '#shared/workflow/bulk/bulk-commands.ts';

/**
 * Takes a selection in: what of it may be approved with others is stored, and then the sample is drawn of it, all at once. What
 * may not is part of the batch as well, with the reason. Refused where nothing of it may, or another batch is not finished.
 */
export async function takeSelection(
  { db, now }: DeliveryPorts,
  sender: Sender,
  command: BulkSelection,
): Promise<CommandResult> {
  const { account, deviceId } = sender;
  const instansiId = bulkInstansiOf(sender);
  if (instansiId === null) return refuse(command.id, makeApiError('tidak_berwenang'));
  return inTransaction(db, async (tx) => {
    await lockOwner(tx, account.id);
    const earlier = await answeredBefore(tx, account.id, command);
    if (earlier) return earlier;
    if (await isOpenAfterLook(tx, instansiId, account.id)) {
      return refuse(command.id, bulkErrors.otherOpen);
    }
    const at = now();
    await followGivenUp(tx, { accountId: account.id, instansiId }, at);
    const policy = await readBulkPolicy(tx, instansiId);
    const items = eachOnce(command.items);
    const judged = await judgeItems(tx, items, { account, instansiId, policy, at }, false);
    if (judged.fit.length === 0) return refuse(command.id, bulkErrors.nothingFits);
    const batch = { id: command.id, instansiId };
    await insertBatch(tx, { ...batch, account, at });
    await insertItems(tx, batch.id, judged);
    await drawBatch(tx, batch, policy);
    await writeAudit(tx, {
      accountId: account.id,
      deviceId,
      action: 'massal_dipilih',
      details: {
        batchId: batch.id,
        selected: items.length,
        fit: judged.fit.length,
        ...underAppointment(account.appointmentId),
      },
    });
    return noteTaken(tx, { command, batchId: batch.id, accountId: account.id, instansiId, at });
  });
}

/** Looks what became of every open batch of the instansi, so that what was found at fault counts; whether one's own goes on. */
async function isOpenAfterLook(tx: Tx, instansiId: string, accountId: string): Promise<boolean> {
  let isOpen = false;
  for (const batch of await lockOpenBatches(tx, instansiId)) {
    const { state } = await followBatch(tx, batch);
    if (batch.accountId === accountId && state === 'terbuka') isOpen = true;
  }
  return isOpen;
}

function eachOnce(items: readonly BulkItem[]): readonly BulkItem[] {
  return [...new Map(items.map((item) => [item.usulId, item])).values()];
}

/** Who verified these usul in their revision, by usul. */
async function readVerifikators(
  tx: Tx,
  usulIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { chains } = await findHistoryParts(tx, usulIds);
  const { rows } = await sql<{ usul_id: string; account_id: string }>`
    SELECT DISTINCT ON (decision.usul_id) decision.usul_id, decision.account_id
    FROM decision_home AS home
    JOIN decision ON decision.instansi_id = home.instansi_id AND decision.id = home.id
      AND decision.instansi_id = ${anyOf(chains)}
    JOIN usul ON usul.id = home.usul_id
    JOIN appointment ON appointment.id = coalesce(decision.appointment_id, decision.account_id)
    WHERE home.usul_id = ANY(${[...usulIds]}::uuid[]) AND appointment.role = 'verifikator'
      AND (decision.payload ->> 'revision')::integer = usul.revision
    ORDER BY decision.usul_id, decision.received_at DESC, decision.chain_seq DESC`.execute(tx);
  return new Map(rows.map((row) => [row.usul_id, row.account_id]));
}

async function insertBatch(
  tx: Tx,
  batch: {
    readonly id: string;
    readonly instansiId: string;
    readonly account: Sender['account'];
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('bulk_batch')
    .values({
      id: batch.id,
      instansi_id: batch.instansiId,
      account_id: batch.account.id,
      appointment_id: batch.account.appointmentId,
      state: 'terbuka',
      confirmed_by: null,
      made_at: batch.at,
    })
    .execute();
}

async function insertItems(tx: Tx, batchId: string, { fit, unfit }: JudgedItems): Promise<void> {
  const verifikators = await readVerifikators(
    tx,
    fit.map(({ usul }) => usul.id),
  );
  const waiting = fit.map(({ usul }) => ({
    batch_id: batchId,
    usul_id: usul.id,
    revision: usul.revision,
    version: usul.version,
    verifikator_id: verifikators.get(usul.id)!,
    fate: 'menunggu' as const,
    reason: null,
  }));
  // One that does not exist, or is not to be known of, has no row.
  const refused = unfit
    .filter(({ reason }) => reason !== 'tidak_ada')
    .map(({ item, reason }) => ({
      batch_id: batchId,
      usul_id: item.usulId,
      revision: item.revision,
      version: item.version,
      verifikator_id: null,
      fate: 'ditolak' as const,
      reason,
    }));
  for (const chunk of inChunks([...waiting, ...refused])) {
    await tx.insertInto('bulk_item').values(chunk).execute();
  }
}
