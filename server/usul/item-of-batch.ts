import type { Tx } from '#server/store/database.ts';

/** An usul that is said to be decided as one of a batch of this account. */
export interface StatedItem {
  readonly bulkId: string;
  readonly accountId: string;
  readonly usul: { readonly id: string; readonly revision: number };
}

/**
 * Whether the usul is, as it is now, one of that batch of the account. The batch may have ended since; nor need it have been
 * drawn: a server that lost a batch with its disk, and got it again, draws others than those that were looked at.
 */
export async function isItemOf(tx: Tx, { bulkId, accountId, usul }: StatedItem): Promise<boolean> {
  const row = await tx
    .selectFrom('bulk_item')
    .innerJoin('bulk_batch', 'bulk_batch.id', 'bulk_item.batch_id')
    .select('bulk_item.usul_id')
    .where('bulk_batch.id', '=', bulkId)
    .where('bulk_batch.account_id', '=', accountId)
    .where('bulk_item.usul_id', '=', usul.id)
    .where('bulk_item.revision', '=', usul.revision)
    .where('bulk_item.verifikator_id', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
