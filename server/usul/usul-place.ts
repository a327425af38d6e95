import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { UsulPlace } from '#shared/workflow/authority/authority.ts';

/** Where an OPD stands: `UsulPlace` without the employee. */
export type OpdPlace = Omit<UsulPlace, 'employeeId'>;

/** The places of OPDs by id; an OPD that does not exist is missing from the map. */
export async function findOpdPlaces(
  db: Db | Tx,
  opdIds: readonly string[],
): Promise<ReadonlyMap<string, OpdPlace>> {
  const { rows } = await sql<{
    id: string;
    path: string[];
    instansi_id: string;
    kind: 'daerah' | 'pusat';
    kanreg_id: string;
  }>`
    WITH RECURSIVE above AS (
      SELECT id AS start, id, parent_id, instansi_id, 0 AS depth
      FROM opd WHERE id = ANY(${[...new Set(opdIds)]})
      UNION ALL
      SELECT above.start, opd.id, opd.parent_id, above.instansi_id, above.depth + 1
      FROM above JOIN opd ON opd.id = above.parent_id
      WHERE above.depth < 20
    )
    SELECT above.start AS id, array_agg(above.id ORDER BY above.depth) AS path,
      instansi.id AS instansi_id, instansi.kind, instansi.kanreg_id
    FROM above JOIN instansi ON instansi.id = above.instansi_id
    GROUP BY above.start, instansi.id
  `.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        instansiId: row.instansi_id,
        instansiKind: row.kind,
        opdPath: row.path,
        kanregId: row.kanreg_id,
      },
    ]),
  );
}
