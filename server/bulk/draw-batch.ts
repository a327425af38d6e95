import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { LockedBatch } from '#server/bulk/batches.ts';
import { readFactors } from '#server/bulk/factors.ts';
import type { Tx } from '#server/store/database.ts';
import type { BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import { drawSample, drawSome, type Drawable } from '#shared/workflow/bulk/sample.ts';

/** The server's own chance: nobody outside of it can know or choose what is drawn. */
const random = (below: number): number => randomInt(below);

/** Draws the sample of a batch whose usul are stored: from then on they cannot be chosen with the sample in mind. */
export async function drawBatch(
  tx: Tx,
  { id, instansiId }: Pick<LockedBatch, 'id' | 'instansiId'>,
  policy: BulkPolicy,
): Promise<void> {
  const items = await readDrawable(tx, id);
  const factors = await readFactors(tx, instansiId);
  await markDrawn(tx, id, [...drawSample(items, factors, policy, random)]);
}

/** Draws others of the same verifikators in the place of those that are gone, as far as there are any. */
export async function drawAgain(
  tx: Tx,
  batchId: string,
  gone: readonly { readonly verifikatorId: string }[],
): Promise<void> {
  if (gone.length === 0) return;
  const left = (await readDrawable(tx, batchId)).filter(({ isUnchanged }) => isUnchanged);
  const drawn = [...new Set(gone.map(({ verifikatorId }) => verifikatorId))].flatMap((id) => {
    const theirs = left.filter(({ verifikatorId }) => verifikatorId === id);
    const lost = gone.filter(({ verifikatorId }) => verifikatorId === id).length;
    return drawSome(theirs, lost, random).map(({ id: usulId }) => usulId);
  });
  await markDrawn(tx, batchId, drawn);
}

/** The usul of a batch that were not drawn and wait; `drawnBefore`: they were, in this revision, in another batch. */
async function readDrawable(
  tx: Tx,
  batchId: string,
): Promise<readonly (Drawable & { readonly isUnchanged: boolean })[]> {
  const { rows } = await sql<{
    id: string;
    verifikator_id: string;
    drawn_before: boolean;
    unchanged: boolean;
  }>`
    SELECT item.usul_id AS id, item.verifikator_id,
      usul.revision = item.revision AND usul.version = item.version AS unchanged,
      EXISTS (SELECT FROM bulk_item AS other WHERE other.usul_id = item.usul_id
        AND other.revision = item.revision AND other.drawn AND other.batch_id <> item.batch_id) AS drawn_before
    FROM bulk_item AS item JOIN usul ON usul.id = item.usul_id
    WHERE item.batch_id = ${batchId} AND item.fate = 'menunggu' AND NOT item.drawn
    ORDER BY item.usul_id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    verifikatorId: row.verifikator_id,
    drawnBefore: row.drawn_before,
    isUnchanged: row.unchanged,
  }));
}

async function markDrawn(tx: Tx, batchId: string, usulIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('bulk_item')
    .set({ drawn: true })
    .where('batch_id', '=', batchId)
    .where('usul_id', '=', sql<string>`ANY(${[...usulIds]}::uuid[])`)
    .execute();
}
