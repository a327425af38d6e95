import { sql, type Kysely } from 'kysely';

/** Instansi, OPD tree, unor, accounts and employees. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE kanreg (id text PRIMARY KEY, name text NOT NULL);

    CREATE TABLE instansi (
      id text PRIMARY KEY,
      name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('daerah', 'pusat')),
      kanreg_id text NOT NULL,
      CHECK ((kind = 'daerah') = (kanreg_id <> ''))
    );

    CREATE TABLE opd (
      id text PRIMARY KEY,
      instansi_id text NOT NULL REFERENCES instansi,
      parent_id text REFERENCES opd,
      name text NOT NULL,
      CHECK (parent_id <> id)
    );
    CREATE INDEX opd_parent ON opd (parent_id);

    CREATE TABLE unor (
      id text PRIMARY KEY,
      opd_id text NOT NULL REFERENCES opd,
      name text NOT NULL
    );

    CREATE TABLE account (
      id uuid PRIMARY KEY,
      username text NOT NULL CHECK (username = lower(username)),
      nip text UNIQUE,
      display_name text NOT NULL,
      password_hash text NOT NULL,
      role text NOT NULL CHECK (role IN
        ('asn', 'verifikator', 'approver', 'validator', 'monitor', 'admin', 'helpdesk')),
      scope_kind text NOT NULL CHECK (scope_kind IN
        ('opd', 'instansi', 'kanreg', 'bkn_pusat', 'employee')),
      scope_id text NOT NULL,
      active boolean NOT NULL DEFAULT true,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      UNIQUE (username),
      CHECK ((scope_kind = 'bkn_pusat') = (scope_id = ''))
    );

    CREATE TABLE employee (
      id text PRIMARY KEY,
      opd_id text NOT NULL REFERENCES opd,
      unor_id text NOT NULL REFERENCES unor,
      nip text NOT NULL,
      data jsonb NOT NULL
    );
    CREATE INDEX employee_nip ON employee (nip);

    CREATE TABLE existing_record (
      employee_id text NOT NULL REFERENCES employee,
      record_type text NOT NULL,
      id text NOT NULL,
      values jsonb NOT NULL,
      PRIMARY KEY (employee_id, record_type, id)
    );
  `.execute(db);
}
