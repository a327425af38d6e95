import { randomBytes } from 'node:crypto';
import type { Db } from '#server/store/database.ts';

/** A random key of 32 bytes that is made once and kept in the database; two servers that ask first get the same one. */
export async function keptSecret(db: Db, name: string): Promise<Uint8Array> {
  await db
    .insertInto('server_secret')
    .values({ name, value: randomBytes(32).toString('base64') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('server_secret')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return new Uint8Array(Buffer.from(row.value, 'base64'));
}
