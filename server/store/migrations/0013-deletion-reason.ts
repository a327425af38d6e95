import { sql, type Kysely } from 'kysely';

/** Under which reason a deletion was judged that states none stands in the history, so that whoever decides next is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE usul_event ADD COLUMN deletion_reason text`.execute(db);
}
