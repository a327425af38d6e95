import { sql, type Kysely } from 'kysely';

/**
 * Who has which usul at which stage, and by what rules they come to people. Nobody had any before, and nobody set a rule:
 * everything stays in the pool in which it lay.
 *
 * A row says that somebody (null: nobody yet, whoever opens it takes it) has an usul at a stage, until it is ended; it is
 * never otherwise changed, but for whether the usul waits there now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE usul_assignment (
      id bigint GENERATED ALWAYS AS IDENTITY,
      instansi_id text NOT NULL REFERENCES instansi,
      usul_id uuid NOT NULL REFERENCES usul,
      stage text NOT NULL CHECK (stage IN ('verifikasi', 'validasi', 'persetujuan')),
      appointment_id uuid REFERENCES appointment,
      at timestamptz(3) NOT NULL,
      why text NOT NULL CHECK (why IN ('aturan', 'ambil', 'ambil_alih', 'manual')),
      -- Null: a rule, or at the server's command line.
      by_account uuid REFERENCES account,
      reason text NOT NULL,
      skipped jsonb NOT NULL,
      -- From whom it was taken over, to be told; null: from nobody.
      taken_from uuid REFERENCES account,
      -- The command that did it; null: none did.
      command_id uuid,
      hash text,
      -- Whether the usul waits at this stage.
      waiting boolean NOT NULL,
      ended_at timestamptz(3),
      PRIMARY KEY (instansi_id, id),
      CHECK (appointment_id IS NOT NULL OR why = 'aturan'),
      CHECK ((command_id IS NULL) = (hash IS NULL)),
      CHECK (ended_at IS NULL OR NOT waiting)
    );
    CREATE UNIQUE INDEX usul_assignment_current ON usul_assignment (usul_id, stage, instansi_id) WHERE ended_at IS NULL;
    CREATE UNIQUE INDEX usul_assignment_command ON usul_assignment (command_id) WHERE command_id IS NOT NULL;
    -- How much waits for somebody.
    CREATE INDEX usul_assignment_load ON usul_assignment (appointment_id, usul_id) WHERE waiting;
    CREATE INDEX usul_assignment_taken ON usul_assignment (taken_from, id) WHERE taken_from IS NOT NULL;

    CREATE FUNCTION refuse_new_holder() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.ended_at IS NULL
        AND to_jsonb(NEW) - 'ended_at' - 'waiting' = to_jsonb(OLD) - 'ended_at' - 'waiting' THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER end_once BEFORE UPDATE ON usul_assignment
      FOR EACH ROW EXECUTE FUNCTION refuse_new_holder();
    CREATE TRIGGER append_only BEFORE DELETE ON usul_assignment
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON usul_assignment
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
  await createRules(db);
}

/** Rules by scope and stage, and the days on which people are away. */
async function createRules(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE assignment_rule (
      scope_kind text NOT NULL CHECK (scope_kind IN ('opd', 'instansi', 'kanreg', 'bkn_pusat')),
      scope_id text NOT NULL,
      stage text NOT NULL CHECK (stage IN ('verifikasi', 'validasi', 'persetujuan')),
      version integer NOT NULL CHECK (version > 0),
      valid_from date NOT NULL,
      rule jsonb NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      -- Null: at the server's command line.
      created_by uuid REFERENCES account,
      PRIMARY KEY (scope_kind, scope_id, stage, version),
      CHECK ((scope_kind = 'bkn_pusat') = (scope_id = ''))
    );
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON assignment_rule
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON assignment_rule
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE absence (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      from_day date NOT NULL,
      until_day date NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      created_by uuid REFERENCES account,
      ended_at timestamptz(3),
      CHECK (until_day >= from_day)
    );
    CREATE INDEX absence_account ON absence (account_id) WHERE ended_at IS NULL;
  `.execute(db);
}
