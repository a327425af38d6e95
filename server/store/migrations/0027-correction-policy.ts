import { sql, type Kysely } from 'kysely';

/**
 * Of which record types an instansi lets its verifikators correct values, and since when. Where it has said nothing they
 * may. What was corrected stands in the decisions.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE correction_policy (
      instansi_id text NOT NULL REFERENCES instansi,
      record_type text NOT NULL,
      valid_from date NOT NULL,
      allowed boolean NOT NULL,
      PRIMARY KEY (instansi_id, record_type, valid_from)
    );
  `.execute(db);
}
