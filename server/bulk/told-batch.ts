import { sql } from 'kysely';
import { lockBatch } from '#server/bulk/batches.ts';
import { readBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { followBatch } from '#server/bulk/follow-batch.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import type { BulkAnswer, ToldBulkItem } from '#shared/contract/bulk.ts';

/** Whose batch is told. */
export interface BatchOwner {
  readonly accountId: string;
  readonly instansiId: string;
}

/** What an account may approve in bulk, and its newest batch as it stands now. */
export async function tellBulk(db: Db, { accountId, instansiId }: BatchOwner): Promise<BulkAnswer> {
  return inTransaction(db, async (tx) => {
    const policy = await readBulkPolicy(tx, instansiId);
    const newest = await tx
      .selectFrom('bulk_batch')
      .select(['id', 'made_at'])
      .where('account_id', '=', accountId)
      .where('instansi_id', '=', instansiId)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    const told = { ...policy, excludedTypes: [...policy.excludedTypes] };
    if (!newest) return { policy: told, batch: null };
    const batch = await lockBatch(tx, newest.id, accountId);
    const { state } = await followBatch(tx, batch!);
    const items = await readItems(tx, newest.id);
    const madeAt = newest.made_at.toISOString();
    return { policy: told, batch: { id: newest.id, state, madeAt, items } };
  });
}

async function readItems(tx: Tx, batchId: string): Promise<ToldBulkItem[]> {
  const { rows } = await sql<ToldBulkItem>`
    SELECT item.usul_id AS "usulId", item.revision, item.version, item.drawn, item.fate, item.reason,
      employee.data ->> 'nama' AS nama, usul.record_type AS "recordType", opd.name AS opd,
      account.display_name AS verifikator
    FROM bulk_item AS item
    JOIN usul ON usul.id = item.usul_id
    JOIN employee ON employee.id = usul.employee_id
    JOIN opd ON opd.id = usul.opd_id
    LEFT JOIN account ON account.id = item.verifikator_id
    WHERE item.batch_id = ${batchId}
    ORDER BY item.usul_id`.execute(tx);
  return rows;
}
