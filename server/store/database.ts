import { Kysely, PostgresDialect, sql, Transaction } from 'kysely';
import { DatabaseError, Pool, types as pgTypes, type CustomTypesConfig } from 'pg';
import { guardPool } from '#server/store/guard-pool.ts';
import { makeLane, type Lane } from '#server/store/lane.ts';
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

/** How long a server that people wait for gives its database, in milliseconds. */
const patience = {
  /** Longer than the largest page of a feed on a slow disk. */
  statement_timeout: 10_000,
  /** Who holds a row for longer holds up whoever else needs a connection. */
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
  /** Of a database that says nothing at all, not even that its own limits have passed. */
  query_timeout: 12_000,
} as const;
/** So many for each connection wait for one; the next one is told to come again. */
const waitingPerConnection = 10;

/** How a database is opened. */
export interface DatabaseOptions {
  readonly maxConnections?: number;
  /**
   * Whether statements end by themselves when they take too long, and callers are turned away when too many wait: for
   * servers. Migrations, imports and checks take the time that they need.
   */
  readonly impatient?: boolean;
  /** Hears what PostgreSQL notes to a connection; absent: nobody does. */
  readonly onNotice?: (notice: string) => void;
}

/**
 * Opens the database of that URL (postgres://…). Nothing is connected before the first query; close it with
 * `destroy()`. What fails because there is no database is told by `isDatabaseAway`.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Db {
  const { maxConnections = 10, impatient = false, onNotice } = options;
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: impatient ? 5_000 : 10_000,
    application_name: 'meja-verifikator',
    types,
    ...(impatient && patience),
  });
  // A connection that breaks while nobody uses it (a database that restarts) is replaced when the next one is needed,
  // and that query reports what is wrong; unheard, this event would end the process.
  pool.on('error', () => undefined);
  if (onNotice) {
    pool.on('connect', (client) => {
      client.on('notice', ({ message }) => onNotice(message ?? ''));
    });
  }
  const maxWaiting = impatient ? maxConnections * waitingPerConnection : Infinity;
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: guardPool(pool, maxWaiting) }),
  });
  const width = Math.max(1, Math.floor(maxConnections / 2));
  if (impatient) writingLanes.set(db, makeLane({ width, patienceMs: writingPatienceMs }));
  return db;
}

/** Writers wait for each other; those who only read or sign in always find half of the connections. */
const writingLanes = new WeakMap<Db, Lane>();
const writingPatienceMs = 8_000;

const roots = new WeakMap<Tx, Db>();

/** The database of a transaction that `inTransaction` began. */
export function rootOf(db: Db | Tx): Db {
  const root = db instanceof Transaction ? roots.get(db) : db;
  if (!root) throw new Error('This has to be done in a transaction of `inTransaction`.');
  return root;
}

/** Does the work in the transaction that is given, else in one of its own. */
export async function inTransaction<T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db instanceof Transaction) return work(db);
  const begin = () =>
    db.transaction().execute((tx) => {
      roots.set(tx, db);
      return work(tx);
    });
  const lane = writingLanes.get(db);
  return lane ? lane(begin) : begin();
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
