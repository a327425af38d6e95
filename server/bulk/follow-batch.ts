import { sql } from 'kysely';
import { endBatch, type LockedBatch } from '#server/bulk/batches.ts';
import { bulkRole } from '#server/bulk/bulk-sender.ts';
import { drawAgain } from '#server/bulk/draw-batch.ts';
import { lowerFactors, raiseFactors } from '#server/bulk/factors.ts';
import type { Tx } from '#server/store/database.ts';
import { bulkFates, type BulkFate } from '#shared/workflow/bulk/bulk-batch.ts';

/** What is left of a batch; `sample`: drawn usul that nobody has decided. */
export interface LeftOfBatch {
  readonly sample: number;
  readonly rest: number;
}

/** A drawn usul that waited, and what became of it. */
interface Followed {
  readonly usulId: string;
  readonly verifikatorId: string;
  readonly fate: BulkFate;
}

/**
 * Looks what became of the sample of an open batch, which this transaction has locked: by the decisions that were taken in, so
 * that nobody has to tell it. A fault, whoever found it, ends the batch and raises the next samples of that verifikator; in the
 * place of what is gone others are drawn; a batch of which nothing is left ends as approved.
 */
export async function followBatch(tx: Tx, batch: LockedBatch): Promise<LockedBatch> {
  if (batch.state !== 'terbuka') return batch;
  const changed = await readChanged(tx, batch.id);
  const become = (fate: BulkFate) => changed.filter((one) => one.fate === fate);
  for (const fate of bulkFates) await keepFate(tx, batch.id, fate, become(fate));
  const faults = become('kesalahan');
  if (faults.length > 0) {
    await raiseFactors(tx, batch.instansiId, verifikatorsOf(faults));
    await endBatch(tx, batch, 'berhenti');
    return { ...batch, state: 'berhenti' };
  }
  await drawAgain(tx, batch.id, become('hilang'));
  const left = await countLeft(tx, batch.id);
  if (left.sample + left.rest > 0) return batch;
  return approveBatch(tx, batch, null);
}

/** So long a batch that was given up is remembered. */
const rememberedMs = 90 * 86_400_000;

/**
 * A fault that was drawn counts also where the batch was given up before it was decided on: else whoever sees one would give up,
 * send it back by itself, and spare its verifikator the larger samples.
 */
export async function followGivenUp(
  tx: Tx,
  { accountId, instansiId }: Pick<LockedBatch, 'accountId' | 'instansiId'>,
  at: Date,
): Promise<void> {
  const batches = await tx
    .selectFrom('bulk_batch')
    .select('id')
    .where('account_id', '=', accountId)
    .where('instansi_id', '=', instansiId)
    .where('state', '=', sql.lit('dibatalkan'))
    .where('made_at', '>', new Date(at.getTime() - rememberedMs))
    .execute();
  for (const { id } of batches) {
    const faults = (await readChanged(tx, id)).filter(({ fate }) => fate === 'kesalahan');
    await keepFate(tx, id, 'kesalahan', faults);
    await raiseFactors(tx, instansiId, verifikatorsOf(faults));
  }
}

/** Ends a batch whose sample was clean as approved, under this command. */
export async function approveBatch(
  tx: Tx,
  batch: LockedBatch,
  confirmedBy: string | null,
): Promise<LockedBatch> {
  const clean = await tx
    .selectFrom('bulk_item')
    .select('verifikator_id')
    .distinct()
    .where('batch_id', '=', batch.id)
    .where('drawn', '=', sql.lit(true))
    .where('fate', '=', sql.lit('disetujui'))
    .execute();
  const ids = clean.flatMap((row) => row.verifikator_id ?? []);
  await lowerFactors(tx, batch.instansiId, ids);
  await endBatch(tx, batch, 'disahkan', confirmedBy);
  return { ...batch, state: 'disahkan', confirmedBy };
}

/** How much of a batch waits. */
export async function countLeft(tx: Tx, batchId: string): Promise<LeftOfBatch> {
  const { rows } = await sql<LeftOfBatch>`
    SELECT count(*) FILTER (WHERE drawn) AS sample, count(*) FILTER (WHERE NOT drawn) AS rest
    FROM bulk_item WHERE batch_id = ${batchId} AND fate = 'menunggu'`.execute(tx);
  return rows[0]!;
}

/**
 * The drawn usul of a batch that waited and do so no longer, as they were selected; and of the others those that were decided as
 * ones of the batch, because more were looked at than were drawn.
 */
async function readChanged(tx: Tx, batchId: string): Promise<readonly Followed[]> {
  const { rows } = await sql<{
    usul_id: string;
    verifikator_id: string;
    drawn: boolean;
    unchanged: boolean;
    outcome: string | null;
    bulk_id: string | null;
  }>`
    SELECT item.usul_id, item.verifikator_id, item.drawn, decided.outcome, decided.bulk_id,
      usul.revision = item.revision AND usul.version = item.version AS unchanged
    FROM bulk_item AS item JOIN usul ON usul.id = item.usul_id
    LEFT JOIN LATERAL (
      SELECT decision.payload ->> 'outcome' AS outcome, decision.payload ->> 'bulkId' AS bulk_id
      FROM decision_home AS home
      JOIN decision ON decision.instansi_id = home.instansi_id AND decision.id = home.id
      JOIN appointment ON appointment.id = coalesce(decision.appointment_id, decision.account_id)
      WHERE home.usul_id = item.usul_id AND appointment.role = ${bulkRole}
        AND (decision.payload ->> 'revision')::integer = item.revision
        AND (decision.payload ->> 'version')::integer = item.version
      ORDER BY decision.received_at, decision.chain_seq LIMIT 1
    ) AS decided ON true
    WHERE item.batch_id = ${batchId} AND item.fate = 'menunggu'`.execute(tx);
  return rows.flatMap((row) => {
    const asOne = row.bulk_id === batchId;
    if (row.drawn ? row.outcome === null && row.unchanged : !asOne) return [];
    const fate = fateOf(row.outcome, asOne);
    return [{ usulId: row.usul_id, verifikatorId: row.verifikator_id, fate }];
  });
}

/** An usul that was approved without having been looked at as a sample is none. */
function fateOf(outcome: string | null, asSample: boolean): BulkFate {
  if (outcome === null) return 'hilang';
  if (outcome !== 'teruskan') return 'kesalahan';
  return asSample ? 'disetujui' : 'hilang';
}

async function keepFate(
  tx: Tx,
  batchId: string,
  fate: BulkFate,
  items: readonly Followed[],
): Promise<void> {
  if (items.length === 0) return;
  await tx
    .updateTable('bulk_item')
    .set({ fate })
    .where('batch_id', '=', batchId)
    .where('usul_id', '=', sql<string>`ANY(${items.map(({ usulId }) => usulId)}::uuid[])`)
    .execute();
}

function verifikatorsOf(items: readonly Followed[]): readonly string[] {
  return [...new Set(items.map(({ verifikatorId }) => verifikatorId))];
}
