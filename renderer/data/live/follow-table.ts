import { liveQuery } from 'dexie';
import type { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  documentRowSchema,
  outboxRowSchema,
  removalSchema,
  usulRowSchema,
  type DocumentRow,
  type OutboxRow,
  type UsulRow,
} from '#renderer/data/schema/stored-rows.ts';
import type { FollowedTable } from '#renderer/data/repositories/removals.ts';
import { parseRows } from '#renderer/data/repositories/set-aside.ts';

/** What became of a followed table since the last call; the first call has every row. */
export interface TableChange<Row> {
  readonly rows: readonly Row[];
  readonly removed: readonly string[];
}

/** Who follows a table. */
export interface TableListener<Row> {
  readonly onChange: (change: TableChange<Row>) => void;
  readonly onError: (cause: unknown) => void;
}

/** Follows the usul of the account. */
export function followUsul(database: AccountDatabase, listener: TableListener<UsulRow>) {
  return follow(database, 'usul', usulRowSchema, (row) => row.id, listener);
}

/** Follows the documents of the account. */
export function followDocuments(database: AccountDatabase, listener: TableListener<DocumentRow>) {
  return follow(database, 'documents', documentRowSchema, (row) => row.sha256, listener);
}

/** Follows the decisions made on this PC. */
export function followOutbox(database: AccountDatabase, listener: TableListener<OutboxRow>) {
  return follow(database, 'outbox', outboxRowSchema, (row) => row.id, listener);
}

// Only rows numbered above the last one seen are read again: a change in a list of 40,000 costs one row.
function follow<Row extends { readonly touched: number }>(
  database: AccountDatabase,
  table: FollowedTable,
  schema: z.ZodType<Row>,
  keyOf: (row: Row) => string,
  listener: TableListener<Row>,
): () => void {
  let last = 0;
  const subscription = liveQuery(() => readAfter(database, table, schema, last)).subscribe({
    next: ({ rows, removals }) => {
      const here = new Set(rows.map(keyOf));
      const removed = removals.map((mark) => mark.key).filter((key) => !here.has(key));
      for (const { touched } of [...rows, ...removals]) last = Math.max(last, touched);
      listener.onChange({ rows, removed });
    },
    error: listener.onError,
  });
  return () => subscription.unsubscribe();
}

function readAfter<Row>(
  database: AccountDatabase,
  table: FollowedTable,
  schema: z.ZodType<Row>,
  last: number,
) {
  return database.transaction('r', [database[table], database.removals], async () => {
    const stored = await database[table].where('touched').above(last).toArray();
    const marks = await database.removals
      .where('[table+touched]')
      .between([table, last], [table, Number.MAX_SAFE_INTEGER], false)
      .toArray();
    const removals = marks.flatMap((mark) => {
      const parsed = removalSchema.safeParse(mark);
      return parsed.success ? [parsed.data] : [];
    });
    return { rows: parseRows(database, table, schema, stored), removals };
  });
}
