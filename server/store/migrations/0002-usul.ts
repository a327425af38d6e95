import { sql, type Kysely } from 'kysely';

/** Usul with revisions, documents and history; the change feed of every scope. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createUsul(db);
  await createHistory(db);
  await createFeed(db);
}

async function createUsul(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE document (
      sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      size integer NOT NULL CHECK (size >= 0),
      media_type text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now()
    );

    CREATE TABLE usul (
      id uuid PRIMARY KEY,
      opd_id text NOT NULL REFERENCES opd,
      unor_id text NOT NULL REFERENCES unor,
      employee_id text NOT NULL REFERENCES employee,
      record_type text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('tambah', 'ubah', 'hapus')),
      revision integer NOT NULL CHECK (revision > 0),
      version integer NOT NULL CHECK (version > 0),
      keadaan text NOT NULL CHECK (keadaan IN ('menunggu', 'koordinasi', 'perbaikan', 'selesai')),
      stage text CHECK (stage IN ('verifikasi', 'validasi', 'persetujuan')),
      result text CHECK (result IN ('disetujui', 'ditolak', 'ditarik')),
      submitted_at timestamptz(3) NOT NULL,
      deadline date NOT NULL,
      CHECK ((keadaan = 'selesai') = (stage IS NULL)),
      CHECK ((keadaan = 'selesai') = (result IS NOT NULL))
    );
    CREATE INDEX usul_opd ON usul (opd_id);
    CREATE INDEX usul_employee ON usul (employee_id);

    CREATE TABLE usul_revision (
      usul_id uuid NOT NULL REFERENCES usul,
      revision integer NOT NULL CHECK (revision > 0),
      values jsonb NOT NULL,
      old_values jsonb,
      asn_note text NOT NULL,
      submitted_at timestamptz(3) NOT NULL,
      PRIMARY KEY (usul_id, revision)
    );

    CREATE TABLE usul_document (
      usul_id uuid NOT NULL,
      revision integer NOT NULL,
      ordinal integer NOT NULL CHECK (ordinal >= 0),
      document_id text NOT NULL,
      file_name text NOT NULL,
      sha256 text NOT NULL REFERENCES document,
      PRIMARY KEY (usul_id, revision, ordinal),
      FOREIGN KEY (usul_id, revision) REFERENCES usul_revision
    );
    CREATE INDEX usul_document_sha256 ON usul_document (sha256);
  `.execute(db);
}

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE usul_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      usul_id uuid NOT NULL REFERENCES usul,
      at timestamptz(3) NOT NULL,
      revision integer NOT NULL,
      actor_name text NOT NULL,
      actor_role text NOT NULL,
      action text NOT NULL,
      reasons text[] NOT NULL,
      note text NOT NULL
    );
    CREATE INDEX usul_event_usul ON usul_event (usul_id, id);
  `.execute(db);
}

async function createFeed(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE scope_counter (
      scope_key text PRIMARY KEY,
      epoch text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
      seq bigint NOT NULL CHECK (seq >= 0)
    );

    CREATE TABLE feed_entry (
      scope_key text NOT NULL REFERENCES scope_counter,
      usul_id uuid NOT NULL REFERENCES usul,
      seq bigint NOT NULL,
      present boolean NOT NULL,
      PRIMARY KEY (scope_key, usul_id),
      UNIQUE (scope_key, seq)
    );
  `.execute(db);
}
