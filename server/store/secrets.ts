import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { isSealed, type KeyRing } from '#server/store/key-ring.ts';
import type { Db, Tx } from '#server/store/database.ts';

const rings = new WeakMap<Db, KeyRing>();

/** Says under which keys the secrets of an open database lie; by whoever opens it, before anything is asked of it. */
export function giveKeys(db: Db, keys: KeyRing): void {
  rings.set(db, keys);
}

/** Whether this database was opened with the keys of its secrets. */
export function hasKeys(db: Db): boolean {
  return rings.has(db);
}

/** The keys under which the secrets of this database lie. */
export function keysOf(db: Db): KeyRing {
  const keys = rings.get(db);
  if (!keys) throw new Error('A database was opened without the keys of its secrets.');
  return keys;
}

/** A random key of 32 bytes that is made once and kept, sealed; two servers that ask first get the same one. */
export async function keptSecret(db: Db, name: string): Promise<Uint8Array> {
  const [keys, place] = [keysOf(db), placeOfSecret(name)];
  await db
    .insertInto('server_secret')
    .values({ name, value: keys.seal(place, randomBytes(32)) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('server_secret')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return openStored(keys, place, value);
}

/** Forgets a secret: a new one is made when it is next asked for. */
export async function forgetSecret(db: Db | Tx, name: string): Promise<void> {
  await db.deleteFrom('server_secret').where('name', '=', name).execute();
}

/** A stored secret as bytes. */
export function openStored(keys: KeyRing, place: string, stored: string): Uint8Array {
  const opened = keys.open(place, stored);
  if (!opened) throw new Error(`What lies at ${place} was not sealed by this server.`);
  return opened;
}

/** Where a secret of the server lies. */
export function placeOfSecret(name: string): string {
  return `server_secret ${name}`;
}

/** Where the secret of an account on a device lies. */
export function placeOfDeviceSecret(accountId: string, deviceId: string): string {
  return `device_secret ${accountId} ${deviceId}`;
}

/** Where the secret of a second factor lies; `offer`: of one that is not confirmed yet. */
export function placeOfFactor(accountId: string, offer = false): string {
  return `${offer ? 'factor_offer' : 'second_factor'} ${accountId}`;
}

/** What became of secrets that did not lie under the newest key. */
export interface Resealed {
  readonly resealed: number;
  /** No key of the ring opens them. */
  readonly lost: number;
}

/**
 * Puts every secret under the newest key that lies under one of before, or in clear from before there were keys. What
 * opens under no key stays, and is counted; `forgetLost`: it goes, and a new one is made when it is next asked for.
 */
export async function resealSecrets(
  db: Db,
  keys: KeyRing,
  { forgetLost = false }: { readonly forgetLost?: boolean } = {},
): Promise<Resealed> {
  let [resealed, lost] = [0, 0];
  for (const { place, stored, put, forget } of await notUnderNewest(db, keys)) {
    const secret = isSealed(stored) ? keys.open(place, stored) : Buffer.from(stored, 'base64');
    if (secret) {
      await put(keys.seal(place, secret));
      resealed += 1;
    } else {
      if (forgetLost) await forget();
      lost += 1;
    }
  }
  return { resealed, lost };
}

/** A secret as it was read; another server may reseal it at the same moment, so only what was read is replaced. */
interface StoredSecret {
  readonly place: string;
  readonly stored: string;
  readonly put: (sealed: string) => Promise<unknown>;
  readonly forget: () => Promise<unknown>;
}

/** Where secrets lie: a table, its column, and what names a row. */
const shelves = [
  { table: 'server_secret', column: 'value', names: ['name'] },
  { table: 'device_secret', column: 'secret', names: ['account_id', 'device_id'] },
  { table: 'second_factor', column: 'secret', names: ['account_id'] },
  { table: 'factor_offer', column: 'secret', names: ['account_id'] },
] as const;

async function notUnderNewest(db: Db, keys: KeyRing): Promise<readonly StoredSecret[]> {
  const found: StoredSecret[] = [];
  for (const { table, column, names } of shelves) {
    const [at, secret] = [sql.table(table), sql.ref(column)];
    const { rows } = await sql<{ names: readonly string[]; stored: string }>`
      SELECT ARRAY[${sql.join(names.map((name) => sql`${sql.ref(name)}::text`))}] AS names, ${secret} AS stored
      FROM ${at} WHERE ${secret} NOT LIKE ${`${keys.mark}%`}`.execute(db);
    for (const { names: values, stored } of rows) {
      const conditions = names.map((name, n) => sql`${sql.ref(name)} = ${values[n]}`);
      const row = sql`${sql.join(conditions, sql` AND `)} AND ${secret} = ${stored}`;
      found.push({
        place: [table, ...values].join(' '),
        stored,
        put: (sealed) => sql`UPDATE ${at} SET ${secret} = ${sealed} WHERE ${row}`.execute(db),
        forget: () => sql`DELETE FROM ${at} WHERE ${row}`.execute(db),
      });
    }
  }
  return found;
}
