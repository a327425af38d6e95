import { sql, type Kysely } from 'kysely';

/** Sets of reference data that came after those of the program: append-only, as what was decided under them stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE reference_version (
      seq integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      set_id text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      valid_from date NOT NULL,
      entries jsonb NOT NULL,
      at timestamptz(3) NOT NULL,
      UNIQUE (set_id, version)
    );
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reference_version
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON reference_version
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}
