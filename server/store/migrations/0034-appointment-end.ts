import { sql, type Kysely } from 'kysely';

/**
 * Why an appointment was ended, beside who ended it and when: a note of its own, because an appointment itself takes nothing but
 * its end (trigger of 0022).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE appointment_end (
      appointment_id uuid PRIMARY KEY REFERENCES appointment,
      reason text NOT NULL
    );
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON appointment_end
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON appointment_end
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}
