import { sql, type Kysely } from 'kysely';

/**
 * Since when an account is switched off (whoever switches it, the database notes it), and the decisions of hand-overs
 * that were not taken in, kept for BKPSDM: the PC that made them may have erased them since.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE account ADD COLUMN deactivated_at timestamptz(3);
    UPDATE account SET deactivated_at = now() WHERE NOT active;
    CREATE FUNCTION note_deactivation() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.deactivated_at := CASE
        WHEN NEW.active THEN NULL
        WHEN TG_OP = 'UPDATE' AND NOT OLD.active THEN OLD.deactivated_at
        ELSE coalesce(NEW.deactivated_at, now())
      END;
      RETURN NEW;
    END $$;
    CREATE TRIGGER note_deactivation BEFORE INSERT OR UPDATE OF active ON account
      FOR EACH ROW EXECUTE FUNCTION note_deactivation();

    CREATE TABLE handover_refusal (
      decision_id uuid NOT NULL,
      account_id uuid NOT NULL REFERENCES account,
      device_id uuid NOT NULL REFERENCES device,
      payload text NOT NULL,
      reason text NOT NULL,
      message text NOT NULL,
      received_at timestamptz(3) NOT NULL,
      PRIMARY KEY (account_id, decision_id)
    );
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON handover_refusal
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON handover_refusal
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}
