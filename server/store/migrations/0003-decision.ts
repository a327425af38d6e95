import { sql, type Kysely } from 'kysely';

/** Append-only, hash-chained decisions and the append-only audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE decision (
      id uuid PRIMARY KEY,
      instansi_id text NOT NULL REFERENCES instansi,
      chain_seq integer NOT NULL CHECK (chain_seq > 0),
      usul_id uuid NOT NULL REFERENCES usul,
      account_id uuid NOT NULL REFERENCES account,
      payload jsonb NOT NULL,
      prev_hash text NOT NULL,
      hash text NOT NULL,
      received_at timestamptz(3) NOT NULL,
      UNIQUE (instansi_id, chain_seq)
    );
    CREATE INDEX decision_usul ON decision (usul_id);

    CREATE TABLE chain_head (
      instansi_id text PRIMARY KEY REFERENCES instansi,
      seq integer NOT NULL CHECK (seq >= 0),
      hash text NOT NULL
    );

    CREATE TABLE audit (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz(3) NOT NULL DEFAULT now(),
      account_id uuid REFERENCES account,
      device_id uuid,
      action text NOT NULL,
      details jsonb NOT NULL
    );

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON decision
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON decision
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}
