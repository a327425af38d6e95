import { sql, type Kysely } from 'kysely';

/** How often sign-in was tried in a row without success, by whom and until when the next try waits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE sign_in_attempt (
      subject text PRIMARY KEY,
      failures integer NOT NULL CHECK (failures > 0),
      wait_until timestamptz(3) NOT NULL,
      last_at timestamptz(3) NOT NULL
    );
    CREATE INDEX sign_in_attempt_last ON sign_in_attempt (last_at);
  `.execute(db);
}
