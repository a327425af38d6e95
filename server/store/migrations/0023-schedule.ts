import { sql, type Kysely } from 'kysely';

/**
 * Periods, policies and days of rest of each instansi. An usul of before is of no
 * period; its deadline stays.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE schedule_policy (
      instansi_id text NOT NULL REFERENCES instansi,
      valid_from date NOT NULL,
      work_days smallint[] NOT NULL
        CHECK (cardinality(work_days) > 0 AND work_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]),
      day_count text NOT NULL CHECK (day_count IN ('kalender', 'kerja')),
      days jsonb NOT NULL,
      PRIMARY KEY (instansi_id, valid_from)
    );

    CREATE TABLE holiday (
      instansi_id text NOT NULL REFERENCES instansi,
      day date NOT NULL,
      name text NOT NULL,
      PRIMARY KEY (instansi_id, day)
    );

    CREATE TABLE period (
      instansi_id text NOT NULL REFERENCES instansi,
      id text NOT NULL,
      name text NOT NULL,
      legal_basis text NOT NULL,
      stages jsonb NOT NULL,
      cut_off_day smallint CHECK (cut_off_day BETWEEN 1 AND 31),
      closed_on date,
      PRIMARY KEY (instansi_id, id)
    );

    ALTER TABLE usul ADD COLUMN period_id text;
  `.execute(db);
}
