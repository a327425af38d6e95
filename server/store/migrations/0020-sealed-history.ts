import { sql, type Kysely } from 'kysely';

/**
 * Seals of what is written into the history of usul, under a key that the database does not have; `history_start`: after
 * which event they begin, sealed as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE usul_event ADD COLUMN seal text;
    CREATE TABLE history_start (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      after_id bigint NOT NULL,
      seal text NOT NULL
    );
  `.execute(db);
}
