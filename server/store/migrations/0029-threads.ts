import { sql, type Kysely } from 'kysely';

/**
 * Threads: what was asked about an usul and answered, and what is written besides. Questions and answers of before become
 * threads; their text stays sealed in the history of the usul, so that their messages have no hash of their own. Acts are
 * written out as they are on the day of this migration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createThreads(db);
  await createActs(db);
  await moveQuestions(db);
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE thread (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      -- Null: of no instansi; then it is about no usul.
      instansi_id text REFERENCES instansi,
      usul_id uuid REFERENCES usul,
      revision integer,
      stage text CHECK (stage IN ('verifikasi', 'validasi', 'persetujuan')),
      state text NOT NULL CHECK (state IN ('terbuka', 'dijawab', 'ditutup')),
      -- Since when the usul waits for the answer, or did last.
      asked_at timestamptz(3) NOT NULL,
      holder_id uuid REFERENCES appointment,
      held_at timestamptz(3),
      last_seq integer NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
      last_hash text NOT NULL DEFAULT repeat('0', 64),
      UNIQUE (usul_id, revision, stage),
      CHECK ((usul_id IS NULL) = (revision IS NULL) AND (usul_id IS NULL) = (stage IS NULL)),
      CHECK (usul_id IS NULL OR instansi_id IS NOT NULL),
      CHECK ((holder_id IS NULL) = (held_at IS NULL))
    );

    CREATE TABLE thread_message (
      id uuid PRIMARY KEY,
      thread_id uuid NOT NULL REFERENCES thread,
      seq integer NOT NULL CHECK (seq > 0),
      kind text NOT NULL CHECK (kind IN ('tanya', 'pesan', 'jawab')),
      account_id uuid REFERENCES account,
      appointment_id uuid REFERENCES appointment,
      author_name text NOT NULL,
      author_role text NOT NULL,
      text text NOT NULL,
      made_at timestamptz(3),
      received_at timestamptz(3) NOT NULL,
      device_id uuid,
      session_id uuid,
      app_version text,
      epoch integer NOT NULL,
      prev_hash text,
      -- Null: it was a line of the history before there were threads.
      hash text,
      UNIQUE (thread_id, seq)
    );

  `.execute(db);
}

async function createActs(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE thread_act (
      id uuid PRIMARY KEY,
      thread_id uuid NOT NULL REFERENCES thread,
      account_id uuid NOT NULL REFERENCES account,
      appointment_id uuid REFERENCES appointment,
      act text NOT NULL CHECK (act IN ('tangani', 'lepas', 'baca')),
      up_to integer NOT NULL CHECK (up_to >= 0),
      device_id uuid,
      received_at timestamptz(3) NOT NULL
    );

    CREATE TABLE thread_read (
      thread_id uuid NOT NULL REFERENCES thread,
      account_id uuid NOT NULL REFERENCES account,
      up_to integer NOT NULL CHECK (up_to >= 0),
      PRIMARY KEY (thread_id, account_id)
    );

    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON thread_message
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON thread_message
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON thread_act
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON thread_act
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
}

async function moveQuestions(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TEMP TABLE old_message ON COMMIT DROP AS
      SELECT event.id AS event_id, event.usul_id, event.revision, event.at, event.actor_name, event.actor_role,
        event.action, event.note, usul.keadaan, usul.stage AS usul_stage, usul.revision AS usul_revision,
        opd.instansi_id,
        -- An answer belongs to the question before it.
        CASE (SELECT actor_role FROM usul_event asked
            WHERE asked.usul_id = event.usul_id AND asked.revision = event.revision
              AND asked.action = 'koordinasi' AND asked.id <= event.id
            ORDER BY asked.id DESC LIMIT 1)
          WHEN 'validator' THEN 'validasi' WHEN 'verifikator' THEN 'verifikasi' END AS stage,
        decided.id AS decision_id, decided.account_id, decided.appointment_id
      FROM usul_event event
      JOIN usul ON usul.id = event.usul_id
      JOIN opd ON opd.id = usul.opd_id
      LEFT JOIN LATERAL (
        SELECT id, account_id, coalesce(appointment_id, account_id) AS appointment_id FROM decision
        WHERE decision.usul_id = event.usul_id AND decision.received_at = event.at
          AND decision.payload ->> 'outcome' = event.action
        ORDER BY chain_seq LIMIT 1
      ) decided ON true
      WHERE event.action IN ('koordinasi', 'jawab');
    DELETE FROM old_message WHERE stage IS NULL;

    INSERT INTO thread (instansi_id, usul_id, revision, stage, state, asked_at, last_seq)
      SELECT min(instansi_id), usul_id, revision, stage,
        CASE
          WHEN bool_or(keadaan = 'koordinasi' AND usul_stage = stage AND usul_revision = revision) THEN 'terbuka'
          WHEN max(event_id) FILTER (WHERE action = 'jawab') > max(event_id) FILTER (WHERE action = 'koordinasi')
            THEN 'dijawab'
          ELSE 'ditutup'
        END,
        max(at) FILTER (WHERE action = 'koordinasi'), count(*)
      FROM old_message GROUP BY usul_id, revision, stage;

    INSERT INTO thread_message (id, thread_id, seq, kind, account_id, appointment_id, author_name, author_role, text,
        received_at, epoch)
      SELECT
        -- Nobody has said so far that no two lines stand on one decision.
        CASE WHEN decision_id IS NOT NULL AND row_number() OVER (PARTITION BY decision_id ORDER BY event_id) = 1
          THEN decision_id ELSE gen_random_uuid() END,
        thread.id, row_number() OVER (PARTITION BY thread.id ORDER BY event_id),
        CASE action WHEN 'koordinasi' THEN 'tanya' ELSE 'jawab' END,
        account_id, (SELECT id FROM appointment WHERE appointment.id = appointment_id), actor_name, actor_role, note, at,
        (SELECT coalesce(max(number), 1) FROM epoch)
      FROM old_message JOIN thread USING (usul_id, revision, stage);
  `.execute(db);
}
