import { sql, type Kysely } from 'kysely';

/**
 * What shows that somebody changed the database past the server: seals of the chain heads, history and content of usul that
 * are only added to, and every change of an account that gives or takes authority.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON usul_event
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON usul_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON usul_revision
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON usul_revision
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON usul_document
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON usul_document
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- How far the chain of an instansi was checked by a server, under a seal whose key the database does not have.
    CREATE TABLE chain_seal (
      instansi_id text PRIMARY KEY REFERENCES instansi,
      seq integer NOT NULL CHECK (seq > 0),
      hash text NOT NULL,
      seal text NOT NULL
    );

    CREATE TABLE account_change (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz(3) NOT NULL DEFAULT now(),
      account_id uuid NOT NULL,
      username text NOT NULL,
      nip text,
      role text NOT NULL,
      scope_kind text NOT NULL,
      scope_id text NOT NULL,
      active boolean NOT NULL
    );
    CREATE INDEX account_change_account ON account_change (account_id, id);
    INSERT INTO account_change (account_id, username, nip, role, scope_kind, scope_id, active)
      SELECT id, username, nip, role, scope_kind, scope_id, active FROM account ORDER BY id;
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON account_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON account_change
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE FUNCTION note_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO account_change (account_id, username, nip, role, scope_kind, scope_id, active)
        VALUES (NEW.id, NEW.username, NEW.nip, NEW.role, NEW.scope_kind, NEW.scope_id, NEW.active);
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_change AFTER INSERT OR UPDATE OF username, nip, role, scope_kind, scope_id, active
      ON account FOR EACH ROW EXECUTE FUNCTION note_account_change();
  `.execute(db);
}
