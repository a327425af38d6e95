import { sql, type Kysely } from 'kysely';

/** What an admin gave by hand is told to whoever gets it: found at each exchange, however many there are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX usul_assignment_given ON usul_assignment (appointment_id, id) WHERE why = 'manual'
  `.execute(db);
}
