import { sql, type Kysely, type Migration } from 'kysely';
import { partsOf } from '#server/store/migrations/0038-partitions.ts';

/**
 * Partitions of what is added to usul and never changed: revisions, documents and events lie where the usul has its home,
 * decisions where their chain is. By hash and into `count` tables, for ever, as the feeds (0038).
 *
 * The **home** of an usul is the instansi in which it was handed in. It stays, also where the usul is handled elsewhere since
 * its unit went to another instansi: what is sealed lies still. Who may see and decide it says its OPD, never its home. Of an
 * usul of before it is the instansi in which the usul is now.
 *
 * What is found without that key has a small table that names it: `decision_home` by the id of a decision (taken in exactly
 * once, in whichever part) or its usul (which several instansi may have decided), `document_home` by the hash of a paper.
 */
export function makeHistoryPartitions(count: number): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await giveHomes(db);
      await partHistory(db, count);
      await partDecisions(db, count);
      await keepParts(db, count);
    },
  };
}

const parted = ['usul_event', 'usul_revision', 'usul_document', 'decision'] as const;

async function giveHomes(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE usul ADD COLUMN home_id text REFERENCES instansi;
    UPDATE usul SET home_id = opd.instansi_id FROM opd WHERE opd.id = usul.opd_id;
    ALTER TABLE usul ALTER COLUMN home_id SET NOT NULL, ADD UNIQUE (home_id, id);
  `.execute(db);
}

async function partHistory(db: Kysely<unknown>, count: number): Promise<void> {
  await sql`
    CREATE TABLE usul_revision_parted (LIKE usul_revision INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
      home_id text NOT NULL) PARTITION BY HASH (home_id);
    CREATE TABLE usul_document_parted (LIKE usul_document INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
      home_id text NOT NULL) PARTITION BY HASH (home_id);
    CREATE TABLE usul_event_parted (LIKE usul_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING IDENTITY,
      home_id text NOT NULL) PARTITION BY HASH (home_id);
    ${partsOf('usul_revision', count)}
    ${partsOf('usul_document', count)}
    ${partsOf('usul_event', count)}
    INSERT INTO usul_revision_parted SELECT one.*, usul.home_id FROM usul_revision AS one JOIN usul ON usul.id = usul_id;
    INSERT INTO usul_document_parted SELECT one.*, usul.home_id FROM usul_document AS one JOIN usul ON usul.id = usul_id;
    INSERT INTO usul_event_parted OVERRIDING SYSTEM VALUE
      SELECT one.*, usul.home_id FROM usul_event AS one JOIN usul ON usul.id = usul_id ORDER BY one.id;
    -- Numbers go on where they were: what was anchored is found by them.
    SELECT setval(pg_get_serial_sequence('usul_event_parted', 'id'),
      nextval(pg_get_serial_sequence('usul_event', 'id')), false);
    DROP TABLE usul_document, usul_revision, usul_event;
    ALTER TABLE usul_revision_parted RENAME TO usul_revision;
    ALTER TABLE usul_document_parted RENAME TO usul_document;
    ALTER TABLE usul_event_parted RENAME TO usul_event;
    ALTER TABLE usul_revision ADD PRIMARY KEY (home_id, usul_id, revision),
      ADD FOREIGN KEY (home_id, usul_id) REFERENCES usul (home_id, id);
    ALTER TABLE usul_document ADD PRIMARY KEY (home_id, usul_id, revision, ordinal),
      ADD FOREIGN KEY (home_id, usul_id, revision) REFERENCES usul_revision,
      ADD FOREIGN KEY (sha256) REFERENCES document;
    CREATE INDEX usul_document_sha256 ON usul_document (home_id, sha256);
    -- By its number alone a row is read again by whoever looks whether it was changed.
    ALTER TABLE usul_event ADD PRIMARY KEY (id, home_id),
      ADD FOREIGN KEY (home_id, usul_id) REFERENCES usul (home_id, id);
    CREATE INDEX usul_event_usul ON usul_event (home_id, usul_id, id);

    CREATE TABLE document_home (
      sha256 text NOT NULL REFERENCES document,
      home_id text NOT NULL REFERENCES instansi,
      PRIMARY KEY (sha256, home_id)
    );
    INSERT INTO document_home SELECT DISTINCT sha256, home_id FROM usul_document;
  `.execute(db);
}

async function partDecisions(db: Kysely<unknown>, count: number): Promise<void> {
  await sql`
    CREATE TABLE decision_home (
      id uuid PRIMARY KEY,
      instansi_id text NOT NULL REFERENCES instansi,
      usul_id uuid NOT NULL REFERENCES usul,
      UNIQUE (usul_id, instansi_id, id)
    );
    INSERT INTO decision_home SELECT id, instansi_id, usul_id FROM decision;

    CREATE TABLE decision_parted (LIKE decision INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
      PARTITION BY HASH (instansi_id);
    ${partsOf('decision', count)}
    INSERT INTO decision_parted SELECT * FROM decision;
    DROP TABLE decision;
    ALTER TABLE decision_parted RENAME TO decision;
    ALTER TABLE decision
      ADD PRIMARY KEY (instansi_id, id),
      ADD UNIQUE (instansi_id, chain_seq),
      ADD FOREIGN KEY (usul_id, instansi_id, id) REFERENCES decision_home (usul_id, instansi_id, id),
      ADD FOREIGN KEY (account_id) REFERENCES account,
      ADD FOREIGN KEY (appointment_id) REFERENCES appointment;
  `.execute(db);
}

/** Nothing of it is changed, removed or emptied, part by part either. */
async function keepParts(db: Kysely<unknown>, count: number): Promise<void> {
  for (const table of [...parted, 'document_home', 'decision_home']) {
    await sql`CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${sql.id(table)}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`.execute(db);
    await keepFromTruncate(db, table);
  }
  for (const table of parted) {
    for (let at = 0; at < count; at += 1) await keepFromTruncate(db, `${table}_p${at}`);
  }
}

async function keepFromTruncate(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ${sql.id(table)}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
