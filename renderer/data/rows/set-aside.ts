import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { appendAudit } from '#renderer/data/account/account-audit.ts';
import { forgetMeta } from '#renderer/data/rows/meta.ts';
import { recordRemoval } from '#renderer/data/feed/removals.ts';
import { rowText } from '#renderer/data/rows/row-text.ts';

/** Tables whose rows may be set aside, with the name of their key. */
const keyOf = {
  usul: 'id',
  usulBodies: 'id',
  documents: 'sha256',
  drafts: 'usulId',
  outbox: 'id',
} as const;
/** Tables whose rows may be set aside. */
export type ReadableTable = keyof typeof keyOf;

const recordSchema = z.record(z.string(), z.unknown());

/**
 * Parses the clear columns of rows; those that do not parse are moved to `setAside` with an audit line, and the rest
 * goes on.
 */
export function parseRows<T>(
  database: AccountDatabase,
  table: ReadableTable,
  schema: z.ZodType<T>,
  rows: readonly unknown[],
): T[] {
  const good: T[] = [];
  const bad: unknown[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) good.push(parsed.data);
    else bad.push(row);
  }
  setAsideSoon(database, table, bad);
  return good;
}

/** Parses the clear columns of one row; undefined when it is absent or was set aside. */
export function parseRow<T>(
  database: AccountDatabase,
  table: ReadableTable,
  schema: z.ZodType<T>,
  row: unknown,
): T | undefined {
  return row === undefined ? undefined : parseRows(database, table, schema, [row])[0];
}

/** Moves rows aside that could not be read, as soon as whoever read them is done; may be called in a transaction. */
export function setAsideSoon(
  database: AccountDatabase,
  table: ReadableTable,
  rows: readonly unknown[],
): void {
  // What a person made before everything was sealed can be read, only not yet (`sealOldRows`).
  const unreadable = rows.filter((row) => !isUnsealed(row));
  if (unreadable.length === 0) return;
  // A timer leaves the reader's own transaction, which may be read-only; moving them is a transaction of its own.
  setTimeout(() => {
    if (database.isOpen()) void moveAside(database, table, unreadable);
  }, 0);
}

/** Whether a row still holds in clear what a person made, as versions before 4 stored it. */
function isUnsealed(row: unknown): boolean {
  const record = recordSchema.safeParse(row).data;
  return record !== undefined && (record['entry'] !== undefined || record['draft'] !== undefined);
}

/** Moves rows to `setAside`, sealed, unless they changed since they were read. Not inside a transaction. */
export async function moveAside(
  database: AccountDatabase,
  table: ReadableTable,
  rows: readonly unknown[],
): Promise<void> {
  if (rows.length === 0) return;
  const sealed = await Promise.all(rows.map((row) => sealAside(database, table, row)));
  const { audit, meta, removals, setAside } = database;
  await database.transaction('rw', [database[table], audit, meta, removals, setAside], async () => {
    for (const { key, text, row } of sealed.filter((one) => one !== null)) {
      // Another reader may have moved it already, or a good row may have taken its place.
      if (rowText(await database[table].get(key)) !== text) continue;
      await setAside.add(row);
      await database[table].delete(key);
      if (table !== 'usulBodies' && table !== 'drafts') await recordRemoval(database, table, key);
      const line = {
        event: 'baris_tak_terbaca',
        at: new Date(),
        subject: `${table}:${key}`,
      } as const;
      await appendAudit(database, line);
    }
    // What came from the server is asked for again, from the beginning.
    if (table !== 'drafts' && table !== 'outbox') await forgetMeta(database, 'cursor');
  });
}

/** A row as it is kept aside. */
interface AsideRow {
  readonly key: string;
  readonly text: string;
  readonly row: unknown;
}

async function sealAside(
  database: AccountDatabase,
  table: ReadableTable,
  row: unknown,
): Promise<AsideRow | null> {
  const key = recordSchema.safeParse(row).data?.[keyOf[table]];
  if (typeof key !== 'string') return null;
  const text = rowText(row);
  const sealed = await database.vault.seal(asidePlace(table, key), text);
  return { key, text, row: { table, key, sealed } };
}

/** Where the text of a row that was set aside is sealed. */
export function asidePlace(table: string, key: string): string {
  return `setAside:${table}:${key}`;
}
