import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';

/*
 * Statements name the parts of the history that they read: PostgreSQL then plans for those alone. Over all of them it would read no
 * more, but planning takes longer than reading.
 */

/** Where the history of usul lies: at which homes, and their decisions in the chains of which instansi. */
export interface HistoryParts {
  readonly homes: readonly string[];
  readonly chains: readonly string[];
}

/** Where the history of these usul lies. */
export async function findHistoryParts(
  db: Db | Tx,
  usulIds: readonly string[],
): Promise<HistoryParts> {
  const ids = sql`ANY(${[...usulIds]}::uuid[])`;
  const { rows } = await sql<HistoryParts>`
    SELECT ARRAY(SELECT DISTINCT home_id FROM usul WHERE id = ${ids}) AS homes,
      ARRAY(SELECT DISTINCT instansi_id FROM decision_home WHERE usul_id = ${ids}) AS chains`.execute(
    db,
  );
  return rows[0]!;
}

/** In the chains of which instansi the decisions with these ids lie; of ids that no decision has there are none. */
export async function findChains(
  db: Db | Tx,
  decisionIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('decision_home')
    .select('instansi_id')
    .distinct()
    .where('id', '=', sql<string>`ANY(${[...decisionIds]}::uuid[])`)
    .execute();
  return rows.map((row) => row.instansi_id);
}

/** Any of these (SQL). */
export function anyOf(values: readonly string[]) {
  return sql<string>`ANY(${[...values]}::text[])`;
}
