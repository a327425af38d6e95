import { writeAudit } from '#server/store/audit.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { usualBulkPolicy, type BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';

/** What an instansi lets be approved in bulk; the usual where it has said nothing. */
export async function readBulkPolicy(db: Db | Tx, instansiId: string): Promise<BulkPolicy> {
  const row = await db
    .selectFrom('bulk_policy')
    .selectAll()
    .where('instansi_id', '=', instansiId)
    .executeTakeFirst();
  if (!row) return usualBulkPolicy;
  return { percent: row.percent, least: row.least, excludedTypes: row.excluded_types };
}

/** Keeps what an instansi lets be approved in bulk; samples that were drawn stay as they are. */
export async function keepBulkPolicy(
  tx: Tx,
  instansiId: string,
  { percent, least, excludedTypes }: BulkPolicy,
): Promise<void> {
  const row = { percent, least, excluded_types: [...new Set(excludedTypes)] };
  await tx
    .insertInto('bulk_policy')
    .values({ instansi_id: instansiId, ...row })
    .onConflict((same) => same.column('instansi_id').doUpdateSet(row))
    .execute();
  await writeAudit(tx, {
    accountId: null,
    deviceId: null,
    action: 'kebijakan_massal',
    details: { instansi: instansiId, percent, least, excluded: row.excluded_types.join(' ') },
  });
}
