import { sql, type Kysely } from 'kysely';

/**
 * Approval in bulk: what an instansi allows, batches with their usul, which of those were drawn as sample, and how much more is
 * drawn of a verifikator whose work was found at fault. What was drawn stays drawn (trigger), and no batch is ever removed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createBatches(db);
  await keepWhatWasDrawn(db);
  await createCommands(db);
}

async function createBatches(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE bulk_policy (
      instansi_id text PRIMARY KEY REFERENCES instansi,
      percent smallint NOT NULL CHECK (percent BETWEEN 1 AND 100),
      least integer NOT NULL CHECK (least BETWEEN 1 AND 1000),
      excluded_types text[] NOT NULL
    );

    CREATE TABLE bulk_batch (
      id uuid PRIMARY KEY,
      instansi_id text NOT NULL REFERENCES instansi,
      account_id uuid NOT NULL REFERENCES account,
      appointment_id uuid NOT NULL REFERENCES appointment,
      state text NOT NULL CHECK (state IN ('terbuka', 'berhenti', 'disahkan', 'dibatalkan')),
      -- The command under which the rest is approved.
      confirmed_by uuid,
      made_at timestamptz(3) NOT NULL,
      CHECK (confirmed_by IS NULL OR state = 'disahkan')
    );
    -- One at a time: what is half looked at is finished, or given up, first.
    CREATE UNIQUE INDEX bulk_batch_open ON bulk_batch (account_id) WHERE state = 'terbuka';
    CREATE INDEX bulk_batch_of_instansi ON bulk_batch (instansi_id) WHERE state = 'terbuka';
    CREATE INDEX bulk_batch_of_account ON bulk_batch (account_id, made_at);

    CREATE TABLE bulk_item (
      batch_id uuid NOT NULL REFERENCES bulk_batch,
      usul_id uuid NOT NULL REFERENCES usul,
      revision integer NOT NULL CHECK (revision > 0),
      version integer NOT NULL CHECK (version > 0),
      -- Who verified it; null where it was refused at once.
      verifikator_id uuid REFERENCES account,
      drawn boolean NOT NULL DEFAULT false,
      fate text NOT NULL CHECK (fate IN ('menunggu', 'disetujui', 'kesalahan', 'hilang', 'ditolak')),
      reason text,
      PRIMARY KEY (batch_id, usul_id),
      CHECK ((fate = 'ditolak') = (reason IS NOT NULL)),
      CHECK (NOT drawn OR verifikator_id IS NOT NULL)
    );
    CREATE INDEX bulk_item_drawn ON bulk_item (usul_id, revision) WHERE drawn;
  `.execute(db);
}

async function keepWhatWasDrawn(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION keep_drawn() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF (NEW.batch_id, NEW.usul_id, NEW.revision, NEW.version, NEW.verifikator_id)
          IS NOT DISTINCT FROM (OLD.batch_id, OLD.usul_id, OLD.revision, OLD.version, OLD.verifikator_id)
          AND (NEW.drawn OR NOT OLD.drawn) THEN RETURN NEW; END IF;
      END IF;
      RAISE EXCEPTION 'what was selected and drawn stays' USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER keep_drawn BEFORE UPDATE OR DELETE ON bulk_item
      FOR EACH ROW EXECUTE FUNCTION keep_drawn();
    CREATE TRIGGER keep_drawn_truncate BEFORE TRUNCATE ON bulk_item
      FOR EACH STATEMENT EXECUTE FUNCTION keep_drawn();
  `.execute(db);
}

async function createCommands(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE bulk_factor (
      instansi_id text NOT NULL REFERENCES instansi,
      verifikator_id uuid NOT NULL REFERENCES account,
      factor smallint NOT NULL CHECK (factor BETWEEN 1 AND 8),
      PRIMARY KEY (instansi_id, verifikator_id)
    );

    -- Commands about batches that were taken in, with their answers; digest: SHA-256 of what was sent.
    CREATE TABLE bulk_command (
      id uuid PRIMARY KEY,
      batch_id uuid NOT NULL REFERENCES bulk_batch,
      account_id uuid NOT NULL REFERENCES account,
      digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
      received_at timestamptz(3) NOT NULL,
      chain_seq integer NOT NULL CHECK (chain_seq > 0),
      hash text NOT NULL
    );
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON bulk_command
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON bulk_command
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}
