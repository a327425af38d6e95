import { sql, type Kysely } from 'kysely';

/**
 * Seals of epochs, so that nobody but a server opens one: anchors of an epoch before are not compared. The one that is open
 * when the history begins to be sealed is named there instead.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE epoch ADD COLUMN seal text;
    ALTER TABLE history_start ADD COLUMN epoch text NOT NULL DEFAULT '';
  `.execute(db);
}
