import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What the statements that people wait for need where there are millions of rows: what lies in an instansi is found from the
 * instansi, how much lies in a queue is kept beside its last number instead of being counted, and an entry of the audit names
 * where it belongs.
 *
 * And partitions of what grows fastest and is never joined from afar: the entries of the feeds, by queue, and the audit, by that
 * realm.
 *
 * By hash, and not a partition for each instansi: an instansi comes with an INSERT of a server that owns no table and makes
 * none, the number of tables stays what it is, and whoever names the key reads one of them. A large instansi shares its
 * partition with small ones, which costs nobody anything: every index begins with the key. Citus spreads tables over machines
 * by hash of the same columns.
 *
 * `count` is for ever: another one means to write everything anew.
 */
export function makePartitions(count: number): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await findFromInstansi(db);
      await partFeeds(db, count);
      await nameRealms(db);
      await partAudit(db, count);
      await noteOthers(db);
    },
  };
}

async function findFromInstansi(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX opd_instansi ON opd (instansi_id);
    CREATE INDEX unor_opd ON unor (opd_id);
    CREATE INDEX employee_opd ON employee (opd_id);
    -- Of all accounts, also those that went into another one.
    CREATE INDEX account_nip ON account (nip) WHERE nip IS NOT NULL;
    CREATE INDEX account_realm ON account (realm) WHERE realm IS NOT NULL;
    CREATE INDEX enrolment_waiting ON enrolment (account_id) WHERE state = 'menunggu';
    CREATE INDEX ticket_opened_by ON ticket (opened_by, opened_at);

    ALTER TABLE feed_counter ADD COLUMN present bigint NOT NULL DEFAULT 0;
    UPDATE feed_counter SET present = (SELECT count(*) FROM feed_entry AS entry
      WHERE entry.queue_key = feed_counter.queue_key AND entry.present);
  `.execute(db);
}

async function partFeeds(db: Kysely<unknown>, count: number): Promise<void> {
  await sql`
    CREATE TABLE feed_entry_parted (
      queue_key text NOT NULL,
      usul_id uuid NOT NULL,
      seq bigint NOT NULL,
      present boolean NOT NULL
    ) PARTITION BY HASH (queue_key);
    ${partsOf('feed_entry', count)}
    INSERT INTO feed_entry_parted SELECT queue_key, usul_id, seq, present FROM feed_entry;
    DROP TABLE feed_entry;
    ALTER TABLE feed_entry_parted RENAME TO feed_entry;
    ALTER TABLE feed_entry
      ADD PRIMARY KEY (queue_key, usul_id),
      ADD UNIQUE (queue_key, seq),
      ADD FOREIGN KEY (queue_key) REFERENCES feed_counter,
      ADD FOREIGN KEY (usul_id) REFERENCES usul;
    CREATE INDEX feed_entry_present ON feed_entry (queue_key, seq) WHERE present;
    CREATE INDEX feed_entry_left ON feed_entry (queue_key, seq) WHERE NOT present;
  `.execute(db);
}

/** Tables `NAME_p0` and so on, of `NAME_parted`. */
export function partsOf(table: string, count: number) {
  const parts = Array.from(
    { length: count },
    (_, at) =>
      `CREATE TABLE ${table}_p${at} PARTITION OF ${table}_parted FOR VALUES WITH (MODULUS ${count}, REMAINDER ${at});`,
  );
  return sql.raw(parts.join('\n'));
}

/**
 * Where an entry of the audit belongs, at the moment in which it is written: `instansi:ID`, `bkn_pusat`, or nowhere (an empty
 * text). By the appointment under which it was done, else by what it says, else by the account: who added it, its NIP, or its
 * first appointment.
 */
async function nameRealms(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION realm_of_appointment(held uuid) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT CASE scope_kind
        WHEN 'instansi' THEN 'instansi:' || scope_id
        WHEN 'opd' THEN (SELECT 'instansi:' || instansi_id FROM opd WHERE opd.id = scope_id)
        WHEN 'employee' THEN (SELECT 'instansi:' || instansi_id FROM employee JOIN opd ON opd.id = employee.opd_id
          WHERE employee.id = scope_id)
        ELSE 'bkn_pusat' END
      FROM appointment WHERE appointment.id = held $$;

    CREATE FUNCTION realm_of_account(account uuid) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT coalesce(
        found.realm,
        (SELECT 'instansi:' || instansi_id FROM employee JOIN opd ON opd.id = employee.opd_id
          WHERE employee.nip = found.nip LIMIT 1),
        (SELECT realm_of_appointment(held.id) FROM appointment AS held WHERE held.account_id = found.id
          ORDER BY held.created_at, held.id LIMIT 1))
      FROM account AS found WHERE found.id = account $$;

    CREATE FUNCTION id_in(details jsonb, name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
      SELECT CASE WHEN details ->> name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (details ->> name)::uuid END $$;

    CREATE FUNCTION realm_of_entry(account uuid, details jsonb) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT coalesce(
        realm_of_appointment(id_in(details, 'sebagai')),
        'instansi:' || CASE WHEN account IS NULL THEN coalesce(details ->> 'instansiId', details ->> 'instansi') END,
        realm_of_appointment(CASE WHEN account IS NOT NULL THEN id_in(details, 'appointmentId') END),
        realm_of_account(account),
        '') $$;
  `.execute(db);
}

async function partAudit(db: Kysely<unknown>, count: number): Promise<void> {
  await sql`
    CREATE TABLE audit_parted (
      id bigint GENERATED ALWAYS AS IDENTITY,
      realm text NOT NULL DEFAULT '',
      at timestamptz(3) NOT NULL DEFAULT now(),
      account_id uuid,
      device_id uuid,
      action text NOT NULL,
      details jsonb NOT NULL
    ) PARTITION BY HASH (realm);
    ${partsOf('audit', count)}
    INSERT INTO audit_parted (id, realm, at, account_id, device_id, action, details) OVERRIDING SYSTEM VALUE
      SELECT id, realm_of_entry(account_id, details), at, account_id, device_id, action, details FROM audit ORDER BY id;
    -- Numbers go on where they were: what was anchored is found by them.
    SELECT setval(pg_get_serial_sequence('audit_parted', 'id'),
      nextval(pg_get_serial_sequence('audit', 'id')), false);
    DROP TABLE audit;
    ALTER TABLE audit_parted RENAME TO audit;
    ALTER TABLE audit
      ADD PRIMARY KEY (id, realm),
      ADD FOREIGN KEY (account_id) REFERENCES account;
    CREATE INDEX audit_realm ON audit (realm, id);
    CREATE INDEX audit_at ON audit USING brin (at);
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit
      FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
    CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `.execute(db);
  // Nobody empties a partition by itself, either.
  for (let at = 0; at < count; at += 1) {
    await sql`CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ${sql.id(`audit_p${at}`)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}

/** What was done by somebody of one realm to an account of another: few entries, which both see. */
async function noteOthers(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE audit_also (
      realm text NOT NULL,
      audit_id bigint NOT NULL,
      audit_realm text NOT NULL,
      PRIMARY KEY (realm, audit_id)
    );
    INSERT INTO audit_also
      SELECT other.realm, audit.id, audit.realm FROM audit
        CROSS JOIN LATERAL (SELECT realm_of_account(id_in(details, 'holder')) AS realm) AS other
      WHERE audit.details ? 'holder' AND other.realm <> audit.realm;
    CREATE FUNCTION note_other_realm() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO audit_also SELECT other.realm, NEW.id, NEW.realm
        FROM (SELECT realm_of_account(id_in(NEW.details, 'holder')) AS realm) AS other
        WHERE other.realm <> NEW.realm;
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_other_realm AFTER INSERT ON audit
      FOR EACH ROW WHEN (NEW.details ? 'holder') EXECUTE FUNCTION note_other_realm();
  `.execute(db);
}
