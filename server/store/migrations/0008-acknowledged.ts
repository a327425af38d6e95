import { sql, type Kysely } from 'kysely';

/** What a decision acknowledged stands in the history, so that whoever decides next is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE usul_event ADD COLUMN acknowledged jsonb`.execute(db);
}
