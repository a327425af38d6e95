import { sql, type Kysely } from 'kysely';

/**
 * Imports that admins do at their desks: they lay in the memory of one server, and every call had to reach that one. What a file
 * says is gone with its import: where its admin begins another one, and half an hour after anybody last asked for it with the next
 * import of anybody, or the daily cleaning.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE import_job (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL UNIQUE REFERENCES account,
      device_id uuid NOT NULL,
      appointment_id uuid NOT NULL REFERENCES appointment,
      instansi_id text NOT NULL REFERENCES instansi,
      server_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('opd', 'unor', 'asn', 'akun')),
      bytes integer NOT NULL CHECK (bytes > 0),
      received integer NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
      phase text NOT NULL CHECK (phase IN
        ('menerima', 'membaca', 'menilai', 'dinilai', 'mengambil', 'selesai', 'dihentikan', 'gagal')),
      course jsonb NOT NULL,
      stopping boolean NOT NULL DEFAULT false,
      touched_at timestamptz(3) NOT NULL,
      beat_at timestamptz(3)
    );
    CREATE TABLE import_piece (
      import_id uuid NOT NULL REFERENCES import_job ON DELETE CASCADE,
      from_byte integer NOT NULL CHECK (from_byte >= 0),
      bytes bytea NOT NULL,
      PRIMARY KEY (import_id, from_byte)
    );
    CREATE TABLE import_row (
      import_id uuid NOT NULL REFERENCES import_job ON DELETE CASCADE,
      number integer NOT NULL,
      title text NOT NULL,
      fate text NOT NULL CHECK (fate IN ('baru', 'berubah', 'sama', 'ditolak')),
      why text NOT NULL,
      PRIMARY KEY (import_id, number)
    );
    CREATE INDEX import_row_fate ON import_row (import_id, fate, number);
    CREATE TABLE import_rejected (
      import_id uuid PRIMARY KEY REFERENCES import_job ON DELETE CASCADE,
      bytes bytea NOT NULL
    );
  `.execute(db);
}
