import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import { takeoverDays, type TakenOver } from '#shared/records/told-assignment.ts';

/** Whom is told, and from where on: after the last that is known (its number). `givenToo`: of what was given to them as well. */
export interface TakeoverQuery {
  readonly accountId: string;
  readonly after: number;
  readonly givenToo: boolean;
}

interface TakenRow {
  readonly number: number;
  readonly usulId: string;
  readonly employeeName: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
  readonly kind: 'dipindahkan' | 'ditugaskan' | null;
  readonly to: string;
  readonly count: number;
}

/** So many are told at once; the next ones follow. */
const mostTold = 100;
/** At the server's command line nobody is signed in. */
const commandLine = 'Admin server';

/** What came lately from an account to others, or to it, by somebody's will; what was done by one act is told as one. */
export async function readTakenOver(
  db: Db | Tx,
  { accountId, after, givenToo }: TakeoverQuery,
  now: Date,
): Promise<readonly TakenOver[]> {
  const since = new Date(now.getTime() - takeoverDays * 86_400_000);
  const { rows } = await sql<TakenRow>`
    WITH told AS (
      SELECT *, CASE WHEN why = 'manual' THEN 'dipindahkan' END AS told_as FROM usul_assignment
      WHERE taken_from = ${accountId} AND id > ${after} AND at > ${since}
      UNION ALL
      SELECT *, 'ditugaskan' AS told_as FROM usul_assignment
      WHERE ${givenToo} AND why = 'manual' AND id > ${after} AND at > ${since}
        AND appointment_id IN (SELECT id FROM appointment WHERE account_id = ${accountId})
        AND taken_from IS DISTINCT FROM ${accountId} AND by_account IS DISTINCT FROM ${accountId}
    )
    SELECT max(told.id) AS number, count(*)::integer AS count,
      (array_agg(told.usul_id ORDER BY told.id DESC))[1] AS "usulId",
      (array_agg(employee.data ->> 'nama' ORDER BY told.id DESC))[1] AS "employeeName",
      coalesce(giver.display_name, ${commandLine}) AS by, told.reason, told.at,
      told.told_as AS kind, holder.display_name AS "to"
    FROM told
    JOIN usul ON usul.id = told.usul_id
    JOIN employee ON employee.id = usul.employee_id
    JOIN appointment ON appointment.id = told.appointment_id
    JOIN account AS holder ON holder.id = appointment.account_id
    LEFT JOIN account AS giver ON giver.id = told.by_account
    GROUP BY CASE WHEN told.why = 'manual' THEN 0 ELSE told.id END, giver.display_name, told.reason,
      told.at, told.told_as, holder.display_name
    ORDER BY number LIMIT ${mostTold}`.execute(db);
  return rows.map(({ at, kind, to, count, ...row }) => ({
    ...row,
    at: at.toISOString(),
    ...(kind && { kind, to }),
    ...(count > 1 && { count }),
  }));
}
