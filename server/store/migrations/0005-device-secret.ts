import { sql, type Kysely } from 'kysely';

/** The secret of each account on each device: it opens the account's key there when the password has changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE device_secret (
      account_id uuid NOT NULL REFERENCES account,
      device_id uuid NOT NULL REFERENCES device,
      secret text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      PRIMARY KEY (account_id, device_id)
    );
  `.execute(db);
}
