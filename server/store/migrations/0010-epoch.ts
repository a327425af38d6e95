import { sql, type Kysely } from 'kysely';

/**
 * Epochs: a server whose data went back in time (a backup was restored) opens a new one. `high_water` holds the marks of
 * which the newest is also kept outside the database; `decision.epoch` says in which one a decision was taken in. What is
 * there already belongs to the first, and no cursor of a PC ends.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE epoch (
      number integer PRIMARY KEY CHECK (number > 0),
      token text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
      reason text NOT NULL,
      opened_at timestamptz(3) NOT NULL DEFAULT now()
    );
    INSERT INTO epoch (number, reason) VALUES (1, 'awal');
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON epoch
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON epoch
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- A row for every change that is announced in feeds, so that a cursor can name the last one that its reader saw.
    CREATE TABLE feed_step (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token text NOT NULL DEFAULT left(replace(gen_random_uuid()::text, '-', ''), 8)
    );

    CREATE TABLE high_water (
      number bigint PRIMARY KEY CHECK (number > 0),
      token text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
      at timestamptz(3) NOT NULL
    );

    -- Who ended lately is noted with every mark.
    CREATE INDEX account_ended ON account (deactivated_at) WHERE NOT active AND role <> 'asn';
    CREATE INDEX device_ended ON device (revoked_at) WHERE revoked_at IS NOT NULL;

    ALTER TABLE decision ADD COLUMN epoch integer NOT NULL DEFAULT 1;
  `.execute(db);
}
