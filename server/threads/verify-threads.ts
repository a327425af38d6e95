import { sql, type Selectable } from 'kysely';
import { hashOfMessage } from '#server/threads/append-message.ts';
import type { Db } from '#server/store/database.ts';
import type { ThreadMessageTable } from '#server/store/thread-tables.ts';

/** A thread in which a message was altered, or from which some were taken away; `seq` names the first place. */
export interface ThreadFault {
  readonly threadId: string;
  readonly seq: number;
  readonly kind: 'diubah' | 'hilang';
}

/** So many threads are read at once. */
const atOnce = 200;

/**
 * Reads every thread again, and answers the first fault of each. What was a line of the history before there were threads has
 * no hash: the history tells of that.
 */
export async function verifyThreads(db: Db): Promise<readonly ThreadFault[]> {
  const faults: ThreadFault[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const threads = await db
      .selectFrom('thread')
      .select(['id', 'last_seq', 'last_hash'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    const last = threads.at(-1);
    if (!last) return faults;
    const messages = await messagesOf(
      db,
      threads.map(({ id }) => id),
    );
    for (const thread of threads) {
      const fault = faultOf(thread, messages.get(thread.id) ?? []);
      if (fault) faults.push({ threadId: thread.id, ...fault });
    }
    after = last.id;
  }
}

type Message = Selectable<ThreadMessageTable>;

async function messagesOf(
  db: Db,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, Message[]>> {
  const rows = await db
    .selectFrom('thread_message')
    .selectAll()
    .where('thread_id', '=', sql<string>`ANY(${[...threadIds]}::uuid[])`)
    .orderBy('thread_id')
    .orderBy('seq')
    .execute();
  const found = new Map<string, Message[]>();
  for (const row of rows) found.set(row.thread_id, [...(found.get(row.thread_id) ?? []), row]);
  return found;
}

function faultOf(
  thread: { readonly last_seq: number; readonly last_hash: string },
  messages: readonly Message[],
): Omit<ThreadFault, 'threadId'> | undefined {
  let before = '0'.repeat(64);
  for (const [at, { hash, epoch: _epoch, ...message }] of messages.entries()) {
    if (message.seq !== at + 1) return { seq: at + 1, kind: 'hilang' };
    // Of before there were threads; none comes after one that has a hash.
    if (hash === null && before === '0'.repeat(64)) continue;
    const isWhole = message.prev_hash === before && hash === hashOfMessage(message);
    if (!isWhole) return { seq: message.seq, kind: 'diubah' };
    before = hash;
  }
  if (thread.last_seq > messages.length) return { seq: messages.length + 1, kind: 'hilang' };
  const isHead = thread.last_seq === messages.length && thread.last_hash === before;
  return isHead ? undefined : { seq: messages.length, kind: 'diubah' };
}
