import { sql, type Kysely } from 'kysely';

/** Accounts that nobody has signed in to, because they came from a file: a code lets their person set a password. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE activation (
      account_id uuid PRIMARY KEY REFERENCES account,
      -- The password that nobody knows; an account that got another one by now waits no longer.
      waiting_hash text NOT NULL,
      code_hash text UNIQUE CHECK (code_hash ~ '^[0-9a-f]{64}$'),
      expires_at timestamptz(3),
      used_at timestamptz(3),
      CHECK ((code_hash IS NULL) = (expires_at IS NULL)),
      CHECK (used_at IS NULL OR code_hash IS NOT NULL)
    );
  `.execute(db);
}
