import { sql, type Kysely } from 'kysely';

/**
 * What is kept for a time only. A refresh token may go without the ones that it was exchanged for (they cascaded: the
 * oldest one would have taken the living one with it), and of the audit what is older than a year may be removed; nothing
 * of it can be altered, and nothing younger removed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE refresh_token DROP CONSTRAINT refresh_token_parent_hash_fkey;
    ALTER TABLE refresh_token ADD CONSTRAINT refresh_token_parent_hash_fkey
      FOREIGN KEY (parent_hash) REFERENCES refresh_token ON DELETE SET NULL;
    CREATE INDEX IF NOT EXISTS refresh_token_expires ON refresh_token (expires_at);
    CREATE INDEX IF NOT EXISTS audit_at ON audit USING brin (at);

    CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND OLD.at < now() - interval '365 days' THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    DROP TRIGGER append_only ON audit;
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit
      FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
  `.execute(db);
}
