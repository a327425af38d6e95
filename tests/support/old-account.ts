import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/store/database.ts';

/** Adds the verifikator of `dinas-a` to a database of before there were appointments; answers the account's id. */
export async function addOldAccount(db: Db, username: string): Promise<string> {
  const id = randomUUID();
  await sql`INSERT INTO account (id, username, display_name, password_hash, role, scope_kind, scope_id)
    VALUES (${id}, ${username}, 'Petugas', '', 'verifikator', 'opd', 'dinas-a')`.execute(db);
  return id;
}
