import { sql } from 'kysely';
import type { Tx } from '#server/store/database.ts';
import { factorAfterClean, factorAfterFault } from '#shared/workflow/bulk/sample.ts';

/** How many times as many are drawn of each verifikator of an instansi; of those who are missing, once. */
export async function readFactors(
  tx: Tx,
  instansiId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('bulk_factor')
    .selectAll()
    .where('instansi_id', '=', instansiId)
    .execute();
  return new Map(rows.map((row) => [row.verifikator_id, row.factor]));
}

/** A fault was found in the part of each of these. */
export function raiseFactors(tx: Tx, instansiId: string, ids: readonly string[]): Promise<void> {
  return changeFactors(tx, instansiId, ids, factorAfterFault);
}

/** A batch with a part of each of these was found clean. */
export function lowerFactors(tx: Tx, instansiId: string, ids: readonly string[]): Promise<void> {
  return changeFactors(tx, instansiId, ids, factorAfterClean);
}

async function changeFactors(
  tx: Tx,
  instansiId: string,
  ids: readonly string[],
  change: (factor: number) => number,
): Promise<void> {
  if (ids.length === 0) return;
  // Two batches that end at once must not count as one.
  await sql`SELECT pg_advisory_xact_lock(hashtext('massal'), hashtext(${instansiId}))`.execute(tx);
  const before = await readFactors(tx, instansiId);
  const rows = [...new Set(ids)].map((verifikatorId) => ({
    instansi_id: instansiId,
    verifikator_id: verifikatorId,
    factor: change(before.get(verifikatorId) ?? 1),
  }));
  await tx
    .insertInto('bulk_factor')
    .values(rows)
    .onConflict((same) =>
      same
        .columns(['instansi_id', 'verifikator_id'])
        .doUpdateSet((eb) => ({ factor: eb.ref('excluded.factor') })),
    )
    .execute();
}
