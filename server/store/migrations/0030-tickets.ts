import { sql, type Kysely } from 'kysely';

/**
 * The helpdesk: tickets, whose messages lie in threads of their own (under the ticket's id), answers that are given often, and
 * codes that let a person set a new password once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE ticket (
      id uuid PRIMARY KEY REFERENCES thread,
      -- The helpdesk that has it: 'instansi:…', 'kanreg:…' or 'bkn_pusat'.
      desk_key text NOT NULL,
      number integer NOT NULL CHECK (number > 0),
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL,
      state text NOT NULL CHECK (state IN ('baru', 'diproses', 'menunggu', 'selesai')),
      channel text NOT NULL CHECK (channel IN ('aplikasi', 'loket', 'telepon', 'surat')),
      reporter_id uuid REFERENCES account,
      reporter_name text NOT NULL,
      reporter_nip text NOT NULL,
      opened_by uuid NOT NULL REFERENCES account,
      officer_id uuid REFERENCES account,
      opened_at timestamptz(3) NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      due_at timestamptz(3) NOT NULL,
      first_answer_at timestamptz(3),
      closed_at timestamptz(3),
      diagnostics jsonb,
      steps_done integer[] NOT NULL DEFAULT '{}',
      UNIQUE (desk_key, number)
    );
    CREATE INDEX ticket_open ON ticket (desk_key, number) WHERE state <> 'selesai';
    CREATE INDEX ticket_reporter ON ticket (reporter_id, opened_at);

    CREATE TABLE ticket_counter (desk_key text PRIMARY KEY, number integer NOT NULL);

    CREATE TABLE canned_reply (
      desk_key text NOT NULL,
      name text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      text text NOT NULL,
      kind text,
      written_by uuid NOT NULL REFERENCES account,
      written_at timestamptz(3) NOT NULL,
      PRIMARY KEY (desk_key, name, version)
    );
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON canned_reply
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE one_time_code (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      issued_by uuid NOT NULL REFERENCES account,
      code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
      issued_at timestamptz(3) NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      used_at timestamptz(3)
    );
    CREATE INDEX one_time_code_account ON one_time_code (account_id, issued_at);
    CREATE INDEX one_time_code_issuer ON one_time_code (issued_by, issued_at);
  `.execute(db);
}
