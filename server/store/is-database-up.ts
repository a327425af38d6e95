import { sql } from 'kysely';
import type { Db } from '#server/store/database.ts';

/** Whether the database answers. */
export async function isDatabaseUp(db: Db): Promise<boolean> {
  return sql`SELECT 1`.execute(db).then(
    () => true,
    () => false,
  );
}
