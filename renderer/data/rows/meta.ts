import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  metaSchemas,
  type MetaKey,
  type MetaValue,
  type SealedMetaKey,
} from '#renderer/data/schema/stored-rows.ts';

const schemas: { readonly [K in MetaKey]: z.ZodType<MetaValue<K>> } = metaSchemas;
const rowSchema = z.object({ key: z.string(), value: z.unknown() });

/** A single clear value of the account; undefined when it was never written or can no longer be read. */
export async function readMeta<K extends MetaKey>(
  database: AccountDatabase,
  key: K,
): Promise<MetaValue<K> | undefined> {
  const row = rowSchema.safeParse(await database.meta.get(key));
  if (!row.success) return undefined;
  const value = schemas[key].safeParse(row.data.value);
  return value.success ? value.data : undefined;
}

/** Writes a single clear value of the account. */
export async function writeMeta<K extends MetaKey>(
  database: AccountDatabase,
  key: K,
  value: MetaValue<K>,
): Promise<void> {
  await database.meta.put({ key, value });
}

/** Forgets a single value of the account, clear or sealed. */
export async function forgetMeta(
  database: AccountDatabase,
  key: MetaKey | SealedMetaKey,
): Promise<void> {
  await database.meta.delete(key);
}

/**
 * The next number of the database's change counter. Call it inside a read-write transaction that includes `meta`:
 * that makes writers take turns, so a follower that has seen N never misses a row numbered below N.
 */
export async function nextTouch(database: AccountDatabase): Promise<number> {
  const touch = ((await readMeta(database, 'touch')) ?? 0) + 1;
  await writeMeta(database, 'touch', touch);
  return touch;
}
