import { sql, type Kysely } from 'kysely';

/**
 * Which account may use which PC, and the keys by which a PC is known. Whoever used one before may go on; a PC of before
 * has no key until its first contact with an application that has one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE enrolment (
      account_id uuid NOT NULL REFERENCES account,
      device_id uuid NOT NULL REFERENCES device,
      state text NOT NULL CHECK (state IN ('menunggu', 'berlaku', 'ditolak')),
      asked_at timestamptz(3) NOT NULL,
      ruled_at timestamptz(3),
      PRIMARY KEY (account_id, device_id)
    );
    CREATE INDEX enrolment_device ON enrolment (device_id);
    INSERT INTO enrolment (account_id, device_id, state, asked_at)
      SELECT account_id, device_id, 'berlaku', min(created_at)
      FROM (SELECT account_id, device_id, created_at FROM device_secret
            UNION ALL SELECT account_id, device_id, created_at FROM session) AS used
      GROUP BY account_id, device_id;

    CREATE TABLE device_key (
      device_id uuid NOT NULL REFERENCES device,
      key text NOT NULL,
      account_id uuid NOT NULL REFERENCES account,
      state text NOT NULL CHECK (state IN ('menunggu', 'berlaku')),
      enrolled_at timestamptz(3) NOT NULL,
      PRIMARY KEY (device_id, key)
    );
    ALTER TABLE session ADD COLUMN device_key text;
  `.execute(db);
}
