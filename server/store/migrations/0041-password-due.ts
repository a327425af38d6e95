import { sql, type Kysely } from 'kysely';

/** Whether somebody else typed the password of an account: then its person chooses another one before anything else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE account ADD COLUMN password_due boolean NOT NULL DEFAULT false`.execute(db);
}
