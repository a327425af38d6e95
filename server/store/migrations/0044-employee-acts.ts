import { sql, type Kysely } from 'kysely';

/** What ASN did to their own usul by a command: that it was taken in, once, and what it was answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE employee_act (
      number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      command_id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      usul_id uuid NOT NULL REFERENCES usul,
      action text NOT NULL CHECK (action IN ('ajukan_ulang', 'tarik')),
      revision integer NOT NULL,
      at timestamptz(3) NOT NULL,
      hash text NOT NULL
    );
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON employee_act
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON employee_act
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}
