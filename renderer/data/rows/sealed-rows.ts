import type { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Sealed, Vault } from '#renderer/data/sealing/vault.ts';
import { setAsideSoon, type ReadableTable } from '#renderer/data/rows/set-aside.ts';

/** How the rows of a table are read: their clear columns, and what lies sealed in them at which place. */
export interface SealedForm<Stored extends { readonly sealed: Sealed }, Content, Row> {
  readonly table: ReadableTable;
  readonly stored: z.ZodType<Stored>;
  readonly content: z.ZodType<Content>;
  readonly placeOf: (row: Stored) => string;
  readonly join: (row: Stored, content: Content) => Row;
}

// Many at once keep all of WebCrypto's threads busy; not all of 40,000, which would be held in memory together.
const openedAtOnce = 500;

/**
 * Opens rows, in their order; those that cannot be read, or whose seal is broken, are set aside, and the rest goes on.
 * Never inside a transaction.
 */
export async function openRows<Stored extends { readonly sealed: Sealed }, Content, Row>(
  database: AccountDatabase,
  form: SealedForm<Stored, Content, Row>,
  rows: readonly unknown[],
): Promise<Row[]> {
  const good: Row[] = [];
  const bad: unknown[] = [];
  for (let from = 0; from < rows.length; from += openedAtOnce) {
    const some = rows.slice(from, from + openedAtOnce);
    const opened = await Promise.all(some.map((row) => tryOpen(database.vault, form, row)));
    for (const [index, found] of opened.entries()) {
      if (found) good.push(found.row);
      else bad.push(some[index]);
    }
  }
  setAsideSoon(database, form.table, bad);
  return good;
}

/** Opens one row; undefined when it is absent or was set aside. Never inside a transaction. */
export async function openRow<Stored extends { readonly sealed: Sealed }, Content, Row>(
  database: AccountDatabase,
  form: SealedForm<Stored, Content, Row>,
  row: unknown,
): Promise<Row | undefined> {
  return row === undefined ? undefined : (await openRows(database, form, [row]))[0];
}

async function tryOpen<Stored extends { readonly sealed: Sealed }, Content, Row>(
  vault: Vault,
  form: SealedForm<Stored, Content, Row>,
  row: unknown,
): Promise<{ readonly row: Row } | null> {
  const stored = form.stored.safeParse(row);
  if (!stored.success) return null;
  const opened = await vault.open(form.placeOf(stored.data), stored.data.sealed);
  if (!opened.ok) return null;
  const content = form.content.safeParse(opened.value);
  return content.success ? { row: form.join(stored.data, content.data) } : null;
}
