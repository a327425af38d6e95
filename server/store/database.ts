import { Kysely, PostgresDialect, sql, Transaction } from 'kysely';
import { DatabaseError, Pool, types as pgTypes, type CustomTypesConfig } from 'pg';
import type { Database } from '#server/store/schema.ts';

/** The open database: a pool of connections. */
export type Db = Kysely<Database>;
/** An open transaction. */
export type Tx = Transaction<Database>;

/** `date` stays `yyyy-mm-dd` (no time zone may move it); `bigint` is a number: no counter of ours passes 2^53. */
const types: CustomTypesConfig = {
  getTypeParser: (id, format) => {
    if (id === pgTypes.builtins.DATE) return (text: string) => text;
    if (id === pgTypes.builtins.INT8) return Number;
    return pgTypes.getTypeParser(id, format);
  },
};

/**
 * Opens the database of that URL (postgres://…). Nothing is connected before the first query; close it with
 * `destroy()`.
 */
export function openDatabase(url: string, options: { readonly maxConnections?: number } = {}): Db {
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'meja-verifikator',
    types,
  });
  // A connection that breaks while nobody uses it (a database that restarts) is replaced when the next one is needed,
  // and that query reports what is wrong; unheard, this event would end the process.
  pool.on('error', () => undefined);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Does the work in the transaction that is given, else in one of its own. */
export async function inTransaction<T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db instanceof Transaction ? work(db) : db.transaction().execute(work);
}

/**
 * Tells PostgreSQL how much there is now, after a load of thousands of rows: else it plans for empty tables until its
 * own housekeeping comes by, a minute later.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  await sql`ANALYZE`.execute(db);
}

/** Whether a write failed because the row (of the named constraint, when given) exists already. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof DatabaseError &&
    error.code === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  );
}

/** Whether PostgreSQL refused a statement because its user may not. */
export function isForbidden(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '42501';
}
