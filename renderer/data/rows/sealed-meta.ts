import type { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { rowText } from '#renderer/data/rows/row-text.ts';
import {
  sealedMetaRowSchema,
  sealedMetaSchemas,
  type SealedMetaKey,
  type SealedMetaRow,
  type SealedMetaValue,
} from '#renderer/data/schema/stored-rows.ts';

const schemas: { readonly [K in SealedMetaKey]: z.ZodType<SealedMetaValue<K>> } = sealedMetaSchemas;

/**
 * A single sealed value of the account; undefined when it was never written or cannot be opened any more. Like
 * everything here but `isMetaRow`: not inside a transaction.
 */
export async function readSealedMeta<K extends SealedMetaKey>(
  database: AccountDatabase,
  key: K,
): Promise<SealedMetaValue<K> | undefined> {
  return openMeta(database, key, await database.meta.get(key));
}

/** The value of a stored row that was read in a transaction; undefined when it cannot be opened. */
export async function openMeta<K extends SealedMetaKey>(
  database: AccountDatabase,
  key: K,
  row: unknown,
): Promise<SealedMetaValue<K> | undefined> {
  const stored = sealedMetaRowSchema.safeParse(row);
  if (!stored.success) return undefined;
  const opened = await database.vault.open(metaPlace(key), stored.data.sealed);
  return opened.ok ? schemas[key].safeParse(opened.value).data : undefined;
}

/** A value as a row of `meta`, to be put in a transaction. */
export async function sealMeta<K extends SealedMetaKey>(
  database: AccountDatabase,
  key: K,
  value: SealedMetaValue<K>,
): Promise<SealedMetaRow> {
  return { key, sealed: await database.vault.seal(metaPlace(key), value) };
}

/** Writes a single sealed value of the account. */
export async function writeSealedMeta<K extends SealedMetaKey>(
  database: AccountDatabase,
  key: K,
  value: SealedMetaValue<K>,
): Promise<void> {
  await database.meta.put(await sealMeta(database, key, value));
}

/** Writes a value made of the one that stands there, also when another window writes at the same time. */
export async function changeSealedMeta<K extends SealedMetaKey>(
  database: AccountDatabase,
  key: K,
  make: (value: SealedMetaValue<K> | undefined) => SealedMetaValue<K>,
): Promise<void> {
  for (;;) {
    const before: unknown = await database.meta.get(key);
    const row = await sealMeta(database, key, make(await openMeta(database, key, before)));
    const written = await database.transaction('rw', database.meta, async () => {
      if (!(await isMetaRow(database, key, before))) return false;
      await database.meta.put(row);
      return true;
    });
    if (written) return;
  }
}

/** Whether a stored row is still the one that was read; inside a transaction with `meta`. */
export async function isMetaRow(
  database: AccountDatabase,
  key: SealedMetaKey,
  before: unknown,
): Promise<boolean> {
  return rowText(await database.meta.get(key)) === rowText(before);
}

function metaPlace(key: SealedMetaKey): string {
  return `meta:${key}`;
}
