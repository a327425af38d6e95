import { sql, type Selectable } from 'kysely';
import type { BulkBatchTable } from '#server/store/bulk-tables.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Tx } from '#server/store/database.ts';
import type { BulkState } from '#shared/workflow/bulk/bulk-batch.ts';

/** A batch that this transaction has locked. */
export interface LockedBatch {
  readonly id: string;
  readonly instansiId: string;
  readonly accountId: string;
  readonly state: BulkState;
  readonly confirmedBy: string | null;
}

/** Lets the commands of an account about batches follow one another. */
export async function lockOwner(tx: Tx, accountId: string): Promise<void> {
  await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** Locks a batch of an account; undefined when it has none of this id. */
export async function lockBatch(
  tx: Tx,
  id: string,
  accountId: string,
): Promise<LockedBatch | undefined> {
  const row = await tx
    .selectFrom('bulk_batch')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  return row && toBatch(row);
}

/** Locks every batch of an instansi that is open. */
export async function lockOpenBatches(tx: Tx, instansiId: string): Promise<readonly LockedBatch[]> {
  const rows = await tx
    .selectFrom('bulk_batch')
    .selectAll()
    .where('instansi_id', '=', instansiId)
    .where('state', '=', sql.lit('terbuka'))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toBatch);
}

/** Ends a batch in this state, and writes down that it did. */
export async function endBatch(
  tx: Tx,
  { id, accountId }: Pick<LockedBatch, 'id' | 'accountId'>,
  state: Exclude<BulkState, 'terbuka'>,
  confirmedBy: string | null = null,
): Promise<void> {
  await tx
    .updateTable('bulk_batch')
    .set({ state, confirmed_by: confirmedBy })
    .where('id', '=', id)
    .execute();
  await writeAudit(tx, {
    accountId,
    deviceId: null,
    action: `massal_${state}`,
    details: { batchId: id },
  });
}

function toBatch(row: Selectable<BulkBatchTable>): LockedBatch {
  return {
    id: row.id,
    instansiId: row.instansi_id,
    accountId: row.account_id,
    state: row.state,
    confirmedBy: row.confirmed_by,
  };
}
