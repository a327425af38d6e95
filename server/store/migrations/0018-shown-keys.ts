import { sql, type Kysely } from 'kysely';

/** Keys that sessions have shown on a PC and that nobody with a password has vouched for yet (`sementara`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE device_key DROP CONSTRAINT device_key_state_check;
    ALTER TABLE device_key ADD CONSTRAINT device_key_state_check
      CHECK (state IN ('menunggu', 'sementara', 'berlaku'));
  `.execute(db);
}
