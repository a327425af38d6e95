import { sql, type Kysely } from 'kysely';

/** Who may be what over what. */
const fits = sql.raw(`(role, scope_kind) IN (
  ('asn', 'employee'),
  ('verifikator', 'opd'), ('verifikator', 'instansi'),
  ('approver', 'instansi'),
  ('validator', 'kanreg'), ('validator', 'bkn_pusat'),
  ('monitor', 'opd'), ('monitor', 'instansi'), ('monitor', 'kanreg'), ('monitor', 'bkn_pusat'),
  ('admin', 'instansi'), ('admin', 'bkn_pusat'),
  ('helpdesk', 'instansi'), ('helpdesk', 'kanreg'), ('helpdesk', 'bkn_pusat')
)`);

/**
 * Appointments: what a person may do is no longer a property of the account. Each account of before becomes one
 * appointment under the account's own id, so that decisions that name none belong to it; one whose role never fitted its
 * scope, and so could do nothing, becomes one that has ended. Sessions of before go on under it.
 *
 * An appointment is given once and ended once; every change is noted beside it. Who may be what over what is written out as
 * it is on the day of this migration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAppointments(db);
  await watchAppointments(db);
  await moveAccounts(db);
  await takeFromAccounts(db);
  await sql`
    ALTER TABLE instansi ADD COLUMN time_zone text NOT NULL DEFAULT 'WIB'
      CHECK (time_zone IN ('WIB', 'WITA', 'WIT'));

    ALTER TABLE session ADD COLUMN appointment_id uuid REFERENCES appointment;
    UPDATE session SET appointment_id = account_id;
    ALTER TABLE session ALTER COLUMN appointment_id SET NOT NULL;

    -- Null: it was taken before there were appointments. Part of the link from its third form on.
    ALTER TABLE decision ADD COLUMN appointment_id uuid REFERENCES appointment;
  `.execute(db);
}

async function createAppointments(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE appointment (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      role text NOT NULL,
      scope_kind text NOT NULL,
      scope_id text NOT NULL,
      valid_from date NOT NULL,
      valid_until date,
      letter_number text,
      letter_date date,
      appointed_by uuid REFERENCES account,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      ended_at timestamptz(3),
      ended_by uuid REFERENCES account,
      CONSTRAINT appointment_fits CHECK (ended_at IS NOT NULL OR ${fits}),
      CHECK ((scope_kind = 'bkn_pusat') = (scope_id = '')),
      CHECK (valid_until >= valid_from),
      CHECK ((letter_number IS NULL) = (letter_date IS NULL))
    );
    CREATE INDEX appointment_account ON appointment (account_id);
    -- Who ended lately is noted with every mark.
    CREATE INDEX appointment_ended ON appointment (ended_at) WHERE ended_at IS NOT NULL;

    CREATE TABLE appointment_change (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz(3) NOT NULL DEFAULT now(),
      appointment_id uuid NOT NULL,
      account_id uuid NOT NULL,
      role text NOT NULL,
      scope_kind text NOT NULL,
      scope_id text NOT NULL,
      valid_from date NOT NULL,
      valid_until date,
      ended_at timestamptz(3)
    );
    CREATE INDEX appointment_change_appointment ON appointment_change (appointment_id, id);
  `.execute(db);
}

async function watchAppointments(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON appointment_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON appointment_change
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE FUNCTION refuse_second_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
        AND to_jsonb(NEW) - 'ended_at' - 'ended_by' = to_jsonb(OLD) - 'ended_at' - 'ended_by' THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER end_once BEFORE UPDATE ON appointment
      FOR EACH ROW EXECUTE FUNCTION refuse_second_end();
    CREATE TRIGGER append_only BEFORE DELETE ON appointment
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON appointment
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE FUNCTION note_appointment_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO appointment_change
          (appointment_id, account_id, role, scope_kind, scope_id, valid_from, valid_until, ended_at)
        VALUES (NEW.id, NEW.account_id, NEW.role, NEW.scope_kind, NEW.scope_id, NEW.valid_from, NEW.valid_until,
          NEW.ended_at);
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON appointment
      FOR EACH ROW EXECUTE FUNCTION note_appointment_change();
  `.execute(db);
}

async function moveAccounts(db: Kysely<unknown>): Promise<void> {
  await sql`
    INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from, created_at, ended_at)
      SELECT id, id, role, scope_kind, scope_id, (created_at AT TIME ZONE 'Asia/Jakarta')::date, created_at,
        CASE WHEN ${fits} THEN NULL ELSE now() END
      FROM account ORDER BY id;
    -- Every appointment stands in the audit, so that one that nobody gave is seen.
    INSERT INTO audit (action, details)
      SELECT 'penunjukan_diberikan', jsonb_build_object('appointmentId', id, 'holder', account_id)
      FROM appointment ORDER BY id;
    INSERT INTO audit (action, details)
      SELECT 'penunjukan_diakhiri', jsonb_build_object('appointmentId', id)
      FROM appointment WHERE ended_at IS NOT NULL ORDER BY id;
  `.execute(db);
}

async function takeFromAccounts(db: Kysely<unknown>): Promise<void> {
  await sql`
    DROP TRIGGER note_change ON account;
    -- What an account could do before stays in the notes of its changes.
    ALTER TABLE account_change
      ALTER COLUMN role DROP NOT NULL, ALTER COLUMN scope_kind DROP NOT NULL, ALTER COLUMN scope_id DROP NOT NULL;
    CREATE OR REPLACE FUNCTION note_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO account_change (account_id, username, nip, active)
        VALUES (NEW.id, NEW.username, NEW.nip, NEW.active);
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_change AFTER INSERT OR UPDATE OF username, nip, active
      ON account FOR EACH ROW EXECUTE FUNCTION note_account_change();

    DROP INDEX account_ended;
    ALTER TABLE account DROP COLUMN role, DROP COLUMN scope_kind, DROP COLUMN scope_id;
    CREATE INDEX account_ended ON account (deactivated_at) WHERE NOT active;
  `.execute(db);
}
