import { sql, type Kysely } from 'kysely';

/** Whoever approves for two instansi has a batch in each: one that is half looked at holds up none of the other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    DROP INDEX bulk_batch_open;
    CREATE UNIQUE INDEX bulk_batch_open ON bulk_batch (account_id, instansi_id) WHERE state = 'terbuka';
  `.execute(db);
}
