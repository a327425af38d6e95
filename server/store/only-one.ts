import { sql } from 'kysely';
import type { Db } from '#server/store/database.ts';

/**
 * Does work that one server alone does at a time, of all that share the database; false: another one is at it. `name`: of the
 * work.
 */
export async function onlyOne(db: Db, name: string, work: () => Promise<void>): Promise<boolean> {
  return db.connection().execute(async (own) => {
    const key = sql`hashtext('satu server'), hashtext(${name})`;
    const { rows } = await sql<{ free: boolean }>`
      SELECT pg_try_advisory_lock(${key}) AS free`.execute(own);
    if (rows[0]?.free !== true) return false;
    try {
      await work();
    } finally {
      await sql`SELECT pg_advisory_unlock(${key})`.execute(own);
    }
    return true;
  });
}
