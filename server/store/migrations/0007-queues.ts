import { sql, type Kysely } from 'kysely';

/**
 * Feeds by queue (scope and role) instead of by scope, so that an approver or a validator reads what waits for him or her
 * and not every usul of every stage.
 *
 * A verifikator's queue holds what the scope's feed showed, so it goes on under the same numbers and a PC has nothing to
 * fetch again. The queues of approvers and validators begin with new epochs; the feeds of scopes that only they have end.
 * Conditions are written out as they are on the day of this migration: what the workflow declares may change later.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepOldFeeds(db);
  await createFeeds(db);
  await fillFeeds(db);
}

async function keepOldFeeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TEMP TABLE old_counter ON COMMIT DROP AS
      SELECT scope_key, split_part(scope_key, ':', 1) AS scope_kind, epoch, seq FROM scope_counter;
    CREATE TEMP TABLE old_entry ON COMMIT DROP AS
      SELECT scope_key, split_part(scope_key, ':', 1) AS scope_kind, usul_id, seq, present, keadaan, stage
      FROM feed_entry JOIN usul ON usul.id = feed_entry.usul_id;
    DROP TABLE feed_entry;
    DROP TABLE scope_counter;
  `.execute(db);
}

async function createFeeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE feed_counter (
      queue_key text PRIMARY KEY,
      epoch text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
      seq bigint NOT NULL CHECK (seq >= 0)
    );

    CREATE TABLE feed_entry (
      queue_key text NOT NULL REFERENCES feed_counter,
      usul_id uuid NOT NULL REFERENCES usul,
      seq bigint NOT NULL,
      present boolean NOT NULL,
      PRIMARY KEY (queue_key, usul_id),
      UNIQUE (queue_key, seq)
    );
    -- What lies in a queue, without all that ever passed through it.
    CREATE INDEX feed_entry_present ON feed_entry (queue_key, seq) WHERE present;
  `.execute(db);
}

async function fillFeeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    INSERT INTO feed_counter (queue_key, epoch, seq)
      SELECT scope_key || '/verifikator', epoch, seq FROM old_counter
      WHERE scope_kind IN ('opd', 'instansi');
    INSERT INTO feed_counter (queue_key, seq)
      SELECT scope_key || '/approver', seq FROM old_counter WHERE scope_kind = 'instansi';
    INSERT INTO feed_counter (queue_key, seq)
      SELECT scope_key || '/validator', seq FROM old_counter
      WHERE scope_kind IN ('kanreg', 'bkn_pusat');

    INSERT INTO feed_entry (queue_key, usul_id, seq, present)
      SELECT scope_key || '/verifikator', usul_id, seq, present AND keadaan <> 'selesai'
      FROM old_entry WHERE scope_kind IN ('opd', 'instansi');
    INSERT INTO feed_entry (queue_key, usul_id, seq, present)
      SELECT scope_key || '/approver', usul_id, seq, true FROM old_entry
      WHERE scope_kind = 'instansi' AND present
        AND (keadaan = 'koordinasi' OR (keadaan = 'menunggu' AND stage = 'persetujuan'));
    INSERT INTO feed_entry (queue_key, usul_id, seq, present)
      SELECT scope_key || '/validator', usul_id, seq, true FROM old_entry
      WHERE scope_kind IN ('kanreg', 'bkn_pusat') AND present
        AND keadaan IN ('menunggu', 'koordinasi') AND stage = 'validasi';
  `.execute(db);
}
