import { sql, type Kysely } from 'kysely';

/**
 * What the server knows itself beside what a client states: in the chain, in which form a link is hashed, from which PC,
 * session and version a decision came and when it was made as far as that can be; of a document, its pages; of an usul,
 * since when it is as it is, and of a session, when it last asked. Hand-overs after an end wait in a table of their own.
 * Links of before keep their form, documents of before are counted when the server has time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE decision
      ADD COLUMN link_format integer NOT NULL DEFAULT 1,
      ADD COLUMN device_id uuid,
      ADD COLUMN session_id uuid,
      ADD COLUMN app_version text,
      ADD COLUMN decided_at timestamptz(3);

    ALTER TABLE session ADD COLUMN app_version text, ADD COLUMN pulled_at timestamptz(3);
    ALTER TABLE usul ADD COLUMN version_at timestamptz(3);

    CREATE TABLE seen_version (
      account_id uuid NOT NULL REFERENCES account,
      device_id uuid NOT NULL REFERENCES device,
      version text NOT NULL,
      seen_at timestamptz(3) NOT NULL,
      PRIMARY KEY (account_id, device_id, version)
    );

    -- What those of before used nobody noted: an empty version stands for any.
    INSERT INTO seen_version SELECT account_id, device_id, '', created_at FROM device_secret;

    ALTER TABLE document ADD COLUMN page_count integer, ADD COLUMN counted_at timestamptz(3);
    CREATE INDEX document_uncounted ON document (created_at) WHERE counted_at IS NULL;

    CREATE TABLE handover_waiting (
      decision_id uuid NOT NULL,
      account_id uuid NOT NULL REFERENCES account,
      device_id uuid NOT NULL REFERENCES device,
      payload text NOT NULL,
      made_at timestamptz(3) NOT NULL,
      sealed_at timestamptz(3) NOT NULL,
      ended_at timestamptz(3) NOT NULL,
      pulled_at timestamptz(3),
      received_at timestamptz(3) NOT NULL,
      ruling text CHECK (ruling IN ('dilepas', 'ditolak')),
      ruled_at timestamptz(3),
      PRIMARY KEY (account_id, decision_id)
    );
    CREATE INDEX handover_waiting_open ON handover_waiting (received_at) WHERE ruling IS NULL;

    -- Once ruled, and whatever was handed over, nobody changes it any more.
    CREATE FUNCTION refuse_second_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.ruling IS NULL AND to_jsonb(NEW) - 'ruling' - 'ruled_at' = to_jsonb(OLD) - 'ruling' - 'ruled_at' THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER rule_once BEFORE UPDATE ON handover_waiting
      FOR EACH ROW EXECUTE FUNCTION refuse_second_ruling();
    CREATE TRIGGER append_only BEFORE DELETE ON handover_waiting
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON handover_waiting
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}
