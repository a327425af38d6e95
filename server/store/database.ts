import { Kysely, PostgresDialect, type Transaction } from 'kysely';
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
 * `destroy()`. `onIdleError` hears of connections that break while nobody uses them (a database that restarts).
 */
export function openDatabase(
  url: string,
  options: { readonly maxConnections?: number; readonly onIdleError?: (error: Error) => void } = {},
): Db {
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'meja-verifikator',
    types,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Whether a write failed because the row (of the named constraint, when given) exists already. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof DatabaseError &&
    error.code === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  );
}
