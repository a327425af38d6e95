import { sql, type Kysely } from 'kysely';

/**
 * Several accounts of one person become one: those that are merged name the one that is kept, are closed for good, and keep or
 * get the person's NIP, so that what was done under them counts as done by the same person (two pairs of eyes, own usul).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE account ADD COLUMN merged_into uuid REFERENCES account;
    ALTER TABLE account ADD CONSTRAINT merged_is_closed CHECK (merged_into IS NULL OR NOT active);
    ALTER TABLE account DROP CONSTRAINT account_nip_key;
    CREATE UNIQUE INDEX account_nip_key ON account (nip) WHERE merged_into IS NULL;
  `.execute(db);
}
