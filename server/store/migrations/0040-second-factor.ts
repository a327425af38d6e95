import { sql, type Kysely } from 'kysely';

/** Second factors of accounts (RFC 6238), and which roles must have one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE second_factor (
      account_id uuid PRIMARY KEY REFERENCES account,
      -- Sealed by the server.
      secret text NOT NULL,
      -- The step of the last code that was taken: none of it or of before is taken again.
      last_step bigint NOT NULL,
      confirmed_at timestamptz(3) NOT NULL
    );
    -- One that nobody has shown to have yet.
    CREATE TABLE factor_offer (
      account_id uuid PRIMARY KEY REFERENCES account,
      secret text NOT NULL,
      code_hashes text[] NOT NULL,
      offered_at timestamptz(3) NOT NULL
    );
    CREATE TABLE recovery_code (
      account_id uuid NOT NULL REFERENCES account,
      code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
      used_at timestamptz(3),
      PRIMARY KEY (account_id, code_hash)
    );
    CREATE TABLE factor_policy (
      -- instansi:ID or bkn_pusat
      realm text NOT NULL,
      role text NOT NULL,
      asked_from date NOT NULL,
      -- When that day begins there.
      asked_at timestamptz(3) NOT NULL,
      PRIMARY KEY (realm, role)
    );
  `.execute(db);
}
