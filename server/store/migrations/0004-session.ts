import { sql, type Kysely } from 'kysely';

/** Devices, sessions with their refresh tokens, and the server's own keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE device (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      last_seen_at timestamptz(3) NOT NULL,
      revoked_at timestamptz(3)
    );

    CREATE TABLE session (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      device_id uuid NOT NULL REFERENCES device,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      revoked_at timestamptz(3)
    );
    CREATE INDEX session_account ON session (account_id, device_id);

    CREATE TABLE refresh_token (
      hash text PRIMARY KEY,
      session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
      parent_hash text REFERENCES refresh_token ON DELETE CASCADE,
      expires_at timestamptz(3) NOT NULL,
      used_at timestamptz(3)
    );
    CREATE INDEX refresh_token_session ON refresh_token (session_id);
    CREATE INDEX refresh_token_parent ON refresh_token (parent_hash);

    CREATE TABLE server_secret (name text PRIMARY KEY, value text NOT NULL);
  `.execute(db);
}
