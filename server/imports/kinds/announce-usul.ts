import { sql } from 'kysely';
import { announceChanges } from '#server/feed/feed-counters.ts';
import type { Tx } from '#server/store/database.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { toPosition } from '#server/usul/usul-position.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';

/**
 * Moves OPD by `move`, and announces every usul that is not settled in them and under them: who sees them goes by the tree.
 * All at once: whoever locks usul after counters could wait for somebody who waits for him.
 */
export async function announceMovedOpd(
  tx: Tx,
  moved: readonly string[],
  move: () => Promise<unknown>,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE below AS (
      SELECT id FROM opd WHERE id = ANY(${[...moved]})
      UNION SELECT opd.id FROM opd JOIN below ON opd.parent_id = below.id
    )
    SELECT id FROM below`.execute(tx);
  const opdIds = rows.map(({ id }) => id);
  await announceUsul(tx, { column: 'opd_id', ids: opdIds }, move);
}

/** Changes employees by `change`, and announces their usul that are not settled: PCs keep the person beside the usul. */
export async function announceChangedEmployees(
  tx: Tx,
  employeeIds: readonly string[],
  change: () => Promise<unknown>,
): Promise<void> {
  await announceUsul(tx, { column: 'employee_id', ids: employeeIds }, change);
}

/** Usul are locked before anything else, as everywhere, so that no two writers wait for each other. */
async function announceUsul(
  tx: Tx,
  { column, ids }: { readonly column: 'opd_id' | 'employee_id'; readonly ids: readonly string[] },
  change: () => Promise<unknown>,
): Promise<void> {
  const usuls = await tx
    .selectFrom('usul')
    .select(['id', 'opd_id', 'employee_id', 'keadaan', 'stage', 'result'])
    .where(column, '=', sql<string>`ANY(${[...ids]})`)
    .where('keadaan', '<>', 'selesai')
    .orderBy('id')
    .forUpdate()
    .execute();
  const opdIds = usuls.map((usul) => usul.opd_id);
  const before = await findOpdPlaces(tx, opdIds);
  await change();
  const now = await findOpdPlaces(tx, opdIds);
  await announceChanges(
    tx,
    usuls.map((usul) => {
      const keysAt = (places: typeof now): readonly string[] =>
        queueKeysOf(
          { ...places.get(usul.opd_id)!, employeeId: usul.employee_id },
          toPosition(usul),
        );
      return { usulId: usul.id, before: keysAt(before), now: keysAt(now) };
    }),
  );
}
