import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { ThreadRow } from '#server/threads/append-message.ts';
import { findHolder } from '#server/threads/thread-holder.ts';
import {
  mostToldMessages,
  type ThreadMessage,
  type UsulThread,
} from '#shared/records/usul-thread.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { threadPart, unreadFor } from '#shared/workflow/threads/thread-rules.ts';

/** Who is told. */
export interface ThreadReader {
  readonly role: Role;
  /** Of the account; absent: nothing is the reader's own. */
  readonly id?: string;
}

/**
 * The threads of the present revisions of these usul that the reader takes part in, by usul; those of stages at which others
 * asked are left out, and usul without any are missing. Whether the reader may see the usul is for the caller to know.
 */
export async function readThreads(
  db: Db | Tx,
  usulIds: readonly string[],
  reader: ThreadReader,
  now: Date,
): Promise<ReadonlyMap<string, UsulThread[]>> {
  const rows = (await readRows(db, usulIds)).filter(
    ({ stage }) => stage !== null && threadPart(reader.role, stage) !== null,
  );
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const [messages, read] = [await readMessages(db, ids, reader), await readMarks(db, ids, reader)];
  const found = new Map<string, UsulThread[]>();
  for (const row of rows) {
    const usulId = row.usul_id ?? '';
    const written = messages.get(row.id) ?? [];
    const readUpTo = read.get(row.id) ?? 0;
    const told = await tell(db, { row, messages: written, readUpTo, reader, now });
    found.set(usulId, [...(found.get(usulId) ?? []), told]);
  }
  return found;
}

interface ToTell {
  readonly row: ThreadRow;
  readonly messages: ThreadMessage[];
  readonly readUpTo: number;
  readonly reader: ThreadReader;
  readonly now: Date;
}

async function tell(
  db: Db | Tx,
  { row, messages, readUpTo, reader, now }: ToTell,
): Promise<UsulThread> {
  const found = await findHolder(db, row, now);
  const holder = found && {
    name: found.name,
    until: found.until.toISOString(),
    ...(found.accountId === reader.id && { mine: true as const }),
  };
  const part = row.stage && threadPart(reader.role, row.stage);
  return {
    id: row.id,
    stage: row.stage ?? '',
    open: row.state === 'terbuka',
    holder,
    messages,
    unread: part ? unreadFor({ holder, messages }, part, readUpTo) : 0,
  };
}

async function readRows(db: Db | Tx, usulIds: readonly string[]): Promise<readonly ThreadRow[]> {
  if (usulIds.length === 0) return [];
  return db
    .selectFrom('thread')
    .innerJoin('usul', (join) =>
      join.onRef('usul.id', '=', 'thread.usul_id').onRef('usul.revision', '=', 'thread.revision'),
    )
    .selectAll('thread')
    .where('thread.usul_id', '=', sql<string>`ANY(${[...usulIds]}::uuid[])`)
    .orderBy('thread.asked_at')
    .orderBy('thread.id')
    .execute();
}

async function readMessages(
  db: Db | Tx,
  threadIds: readonly string[],
  reader: ThreadReader,
): Promise<ReadonlyMap<string, ThreadMessage[]>> {
  const rows = await db
    .selectFrom('thread_message')
    .innerJoin('thread', 'thread.id', 'thread_message.thread_id')
    .selectAll('thread_message')
    .where('thread_id', '=', sql<string>`ANY(${[...threadIds]}::uuid[])`)
    .whereRef('seq', '>', sql<number>`thread.last_seq - ${sql.lit(mostToldMessages)}`)
    .orderBy('thread_id')
    .orderBy('seq')
    .execute();
  const found = new Map<string, ThreadMessage[]>();
  for (const row of rows) {
    const message = {
      id: row.id,
      seq: row.seq,
      at: row.received_at.toISOString(),
      kind: row.kind,
      authorName: row.author_name,
      authorRole: row.author_role,
      text: row.text,
      ...(row.account_id !== null && row.account_id === reader.id && { mine: true as const }),
    };
    found.set(row.thread_id, [...(found.get(row.thread_id) ?? []), message]);
  }
  return found;
}

async function readMarks(
  db: Db | Tx,
  threadIds: readonly string[],
  { id }: ThreadReader,
): Promise<ReadonlyMap<string, number>> {
  if (id === undefined) return new Map();
  const rows = await db
    .selectFrom('thread_read')
    .select(['thread_id', 'up_to'])
    .where('thread_id', '=', sql<string>`ANY(${[...threadIds]}::uuid[])`)
    .where('account_id', '=', id)
    .execute();
  return new Map(rows.map((row) => [row.thread_id, row.up_to]));
}
