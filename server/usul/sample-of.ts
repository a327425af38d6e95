import { sql } from 'kysely';
import type { Tx } from '#server/store/database.ts';

/** An usul that is said to be looked at as a sample of a batch of this account. */
export interface StatedSample {
  readonly bulkId: string;
  readonly accountId: string;
  readonly usul: { readonly id: string; readonly revision: number };
}

/** Whether the usul was drawn, as it is now, as a sample of that batch of the account; the batch may have ended since. */
export async function isSampleOf(
  tx: Tx,
  { bulkId, accountId, usul }: StatedSample,
): Promise<boolean> {
  const row = await tx
    .selectFrom('bulk_item')
    .innerJoin('bulk_batch', 'bulk_batch.id', 'bulk_item.batch_id')
    .select('bulk_item.usul_id')
    .where('bulk_batch.id', '=', bulkId)
    .where('bulk_batch.account_id', '=', accountId)
    .where('bulk_item.usul_id', '=', usul.id)
    .where('bulk_item.revision', '=', usul.revision)
    .where('bulk_item.drawn', '=', sql.lit(true))
    .executeTakeFirst();
  return row !== undefined;
}
