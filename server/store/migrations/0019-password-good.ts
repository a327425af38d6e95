import { sql, type Kysely } from 'kysely';

/** Whether an account's password would be taken as a new one; null: nobody has typed it since that is asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE account ADD COLUMN password_good boolean`.execute(db);
}
