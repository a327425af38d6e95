import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { forgetMeta } from '#renderer/data/repositories/meta.ts';
import { recordRemoval } from '#renderer/data/repositories/removals.ts';

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

/** Parses rows; those that do not parse are moved to `setAside` with an audit line, and the rest goes on. */
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
  if (bad.length > 0) {
    // A timer leaves the reader's own transaction, which may be read-only; moving them is a transaction of its own.
    setTimeout(() => {
      if (database.isOpen()) void moveAside(database, table, schema, bad);
    }, 0);
  }
  return good;
}

/** Parses one row; undefined when it is absent or was set aside. */
export function parseRow<T>(
  database: AccountDatabase,
  table: ReadableTable,
  schema: z.ZodType<T>,
  row: unknown,
): T | undefined {
  return row === undefined ? undefined : parseRows(database, table, schema, [row])[0];
}

async function moveAside(
  database: AccountDatabase,
  table: ReadableTable,
  schema: z.ZodType,
  rows: readonly unknown[],
): Promise<void> {
  const { audit, meta, removals, setAside } = database;
  await database.transaction('rw', [database[table], audit, meta, removals, setAside], async () => {
    for (const row of rows) {
      const record = z.record(z.string(), z.unknown()).safeParse(row);
      const key = record.success ? record.data[keyOf[table]] : undefined;
      if (typeof key !== 'string') continue;
      // Another reader may have moved it already, or a good row may have taken its place.
      const now = await database[table].get(key);
      if (now === undefined || schema.safeParse(now).success) continue;
      await setAside.add({ table, key, row: now });
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
