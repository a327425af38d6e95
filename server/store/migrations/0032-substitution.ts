import { sql, type Kysely } from 'kysely';

/**
 * Substitution: who decides in the place of whom, between which days, by which letter. Decisions of before were made in
 * nobody's place; links of the chain that are keep their form.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE substitution (
      id uuid PRIMARY KEY,
      holder_id uuid NOT NULL REFERENCES appointment,
      substitute_id uuid NOT NULL REFERENCES appointment,
      -- Whether that appointment was given for this alone.
      given boolean NOT NULL,
      kind text NOT NULL CHECK (kind IN ('Plh.', 'Plt.')),
      from_day date NOT NULL,
      until_day date NOT NULL,
      letter_number text NOT NULL,
      letter_date date NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      created_by uuid REFERENCES account,
      ended_at timestamptz(3),
      CHECK (holder_id <> substitute_id),
      CHECK (until_day >= from_day)
    );
    CREATE INDEX substitution_substitute ON substitution (substitute_id);
    CREATE INDEX substitution_holder ON substitution (holder_id);

    CREATE FUNCTION refuse_other_substitution() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.ended_at IS NULL AND to_jsonb(NEW) - 'ended_at' = to_jsonb(OLD) - 'ended_at' THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER end_once BEFORE UPDATE ON substitution
      FOR EACH ROW EXECUTE FUNCTION refuse_other_substitution();
    CREATE TRIGGER append_only BEFORE DELETE ON substitution
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON substitution
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- Part of the link where it is filled.
    ALTER TABLE decision ADD COLUMN on_behalf_of jsonb;
  `.execute(db);
}
