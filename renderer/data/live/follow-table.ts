import { liveQuery } from 'dexie';
import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  documentRowSchema,
  outboxRowSchema,
  removalSchema,
  type CommandMark,
  type DocumentRow,
  type OutboxRow,
  type UsulRow,
} from '#renderer/data/schema/stored-rows.ts';
import { outboxForm } from '#renderer/data/outbox/outbox-rows.ts';
import { readListArrival, type ListArrival } from '#renderer/data/feed/list-arrival.ts';
import type { FollowedTable } from '#renderer/data/feed/removals.ts';
import { openRows } from '#renderer/data/rows/sealed-rows.ts';
import { parseRows } from '#renderer/data/rows/set-aside.ts';
import { usulForm } from '#renderer/data/usul/usul-rows.ts';
import { readUsulList } from '#renderer/data/usul/usul-list.ts';

/** What became of a followed table since the last call; the first call has every row. */
export interface TableChange<Row> {
  readonly rows: readonly Row[];
  readonly removed: readonly string[];
  /** Of usul alone, when it moved: how far the list has come with these rows. */
  readonly arrival?: ListArrival;
}

/** Who follows a table. */
export interface TableListener<Row> {
  readonly onChange: (change: TableChange<Row>) => void;
  readonly onError: (cause: unknown) => void;
}

/** Follows the usul of the account. */
export function followUsul(
  database: AccountDatabase,
  listener: TableListener<UsulRow>,
): () => void {
  return follow(database, listener, {
    table: 'usul',
    keyOf: (row) => row.id,
    open: (stored) => openRows(database, usulForm, stored),
    first: () => readUsulList(database),
    arrival: () => readListArrival(database),
  });
}

/** Follows the documents of the account. */
export function followDocuments(
  database: AccountDatabase,
  listener: TableListener<DocumentRow>,
): () => void {
  return follow(database, listener, {
    table: 'documents',
    keyOf: (row) => row.sha256,
    open: async (stored) => parseRows(database, 'documents', documentRowSchema, stored),
  });
}

/** Follows the commands made on this PC. */
export function followOutbox(
  database: AccountDatabase,
  listener: TableListener<OutboxRow>,
): () => void {
  return follow(database, listener, {
    table: 'outbox',
    keyOf: (row) => row.id,
    open: (stored) => openRows(database, outboxForm(database), stored),
  });
}

/** Follows how far the commands made on this PC are, without opening them. */
export function followCommandMarks(
  database: AccountDatabase,
  listener: TableListener<CommandMark>,
): () => void {
  return follow(database, listener, {
    table: 'outbox',
    keyOf: (row) => row.id,
    open: async (stored) => parseRows(database, 'outbox', outboxRowSchema, stored),
  });
}

/** How a table is followed. */
interface Followed<Row> {
  readonly table: FollowedTable;
  readonly keyOf: (row: Row) => string;
  readonly open: (stored: readonly unknown[]) => Promise<readonly Row[]>;
  /** A shorter way to every row than to open each. */
  readonly first?: () => Promise<{ readonly rows: readonly Row[]; readonly upTo: number }>;
  /** Read with the rows: in one transaction, or before them. */
  readonly arrival?: () => Promise<ListArrival>;
}

/** Rows as they are stored, and which went away. */
interface StoredChange {
  readonly stored: readonly unknown[];
  readonly gone: readonly string[];
  readonly upTo: number;
  readonly arrival: ListArrival | undefined;
}

// Only rows numbered above the last one seen are read again: a change in a list of 40,000 costs one row.
function follow<Row>(
  database: AccountDatabase,
  listener: TableListener<Row>,
  followed: Followed<Row>,
): () => void {
  const { keyOf, open, first, arrival } = followed;
  let last = 0;
  let told = false;
  let toldArrival = '';
  let subscription: { unsubscribe: () => void } | null = null;
  let stopped = false;
  const tell = ({ arrival: now, ...change }: TableChange<Row>): void => {
    const moved = now !== undefined && JSON.stringify(now) !== toldArrival;
    const nothing = change.rows.length === 0 && change.removed.length === 0 && !moved;
    if (stopped || (told && nothing)) return;
    told = true;
    if (moved) toldArrival = JSON.stringify(now);
    listener.onChange({ ...change, ...(moved && { arrival: now }) });
  };
  // Whoever stopped may have closed the database under what was still being read.
  const fail = (cause: unknown): void => {
    if (!stopped) listener.onError(cause);
  };
  const openAndTell = async ({ stored, gone, arrival: arrived }: StoredChange): Promise<void> => {
    const rows = await open(stored);
    const here = new Set(rows.map(keyOf));
    const removed = gone.filter((key) => !here.has(key));
    tell({ rows, removed, ...(arrived && { arrival: arrived }) });
  };
  const begin = async (): Promise<void> => {
    if (first) {
      const arrived = await arrival?.();
      const { rows, upTo } = await first();
      last = upTo;
      tell({ rows, removed: [], ...(arrived && { arrival: arrived }) });
    }
    if (stopped) return;
    // Opened outside the query (it would lose its transaction), and told in the order in which it was read.
    let telling = Promise.resolve();
    subscription = liveQuery(() => readAfter(database, followed, last)).subscribe({
      next: (change) => {
        last = Math.max(last, change.upTo);
        telling = telling.then(() => openAndTell(change)).catch(fail);
      },
      error: listener.onError,
    });
  };
  begin().catch(fail);
  return () => {
    stopped = true;
    subscription?.unsubscribe();
  };
}

const touchedSchema = z.object({ touched: z.number() });

async function readAfter<Row>(
  database: AccountDatabase,
  { table, arrival }: Followed<Row>,
  last: number,
): Promise<StoredChange> {
  const tables = [database[table], database.removals, ...(arrival ? [database.meta] : [])];
  return database.transaction('r', tables, async () => {
    const stored = await database[table].where('touched').above(last).toArray();
    const marks = await database.removals
      .where('[table+touched]')
      .between([table, last], [table, Number.MAX_SAFE_INTEGER], false)
      .toArray();
    const gone = marks.flatMap((mark) => removalSchema.safeParse(mark).data?.key ?? []);
    const seen = [...stored, ...marks].map((row) => touchedSchema.safeParse(row).data?.touched);
    const upTo = seen.reduce<number>((a, b) => Math.max(a, b ?? 0), last);
    return { stored, gone, upTo, arrival: await arrival?.() };
  });
}
