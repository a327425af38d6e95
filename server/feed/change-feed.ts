import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import { toPosition } from '#server/usul/usul-position.ts';
import { readUsul } from '#server/usul/usul-reader.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Change } from '#shared/contract/changes.ts';

/** Reads a feed; `cursor` is text of an earlier page, undefined for a new PC. */
export interface FeedQuery {
  readonly scopeKey: string;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** A page of a feed; see `changesPageSchema`. */
export interface FeedPage {
  readonly changes: readonly Change[];
  readonly cursor: string;
  readonly remaining: number;
}

/**
 * Where a reader stands. `liveUpTo`: until that number a new PC has nothing to forget, so usul that are settled or have
 * left are skipped; it is carried in the cursor until the reader has passed it.
 */
interface Cursor {
  readonly epoch: string;
  readonly seq: number;
  readonly liveUpTo: number;
}

/**
 * The changes after a cursor, in the order of commit. A settled usul (`selesai`) is `keluar` with its position; one
 * that went to another scope is `keluar` without. Refused (`perlu_sinkron_ulang`) when the cursor is not of this feed.
 */
export async function readChanges(
  db: Db,
  query: FeedQuery,
): Promise<Result<FeedPage, { readonly kind: 'perlu_sinkron_ulang' }>> {
  const counter = await readyCounter(db, query.scopeKey);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const head = await tx
        .selectFrom('scope_counter')
        .selectAll()
        .where('scope_key', '=', counter)
        .executeTakeFirstOrThrow();
      const from =
        query.cursor === undefined
          ? { epoch: head.epoch, seq: 0, liveUpTo: head.seq }
          : parseCursor(query.cursor);
      if (from?.epoch !== head.epoch || from.seq > head.seq) {
        return fail({ kind: 'perlu_sinkron_ulang' } as const);
      }
      return succeed(await readPage(tx, query, from, head.seq));
    });
}

async function readPage(tx: Tx, query: FeedQuery, from: Cursor, head: number): Promise<FeedPage> {
  const entries = await selectEntries(tx, query.scopeKey, from)
    .select(['feed_entry.seq', 'feed_entry.present', 'usul.id', 'usul.keadaan'])
    .select(['usul.stage', 'usul.result'])
    .orderBy('feed_entry.seq')
    .limit(query.limit)
    .execute();
  const last = entries.at(-1);
  const isEnd = entries.length < query.limit || last === undefined;
  const cursor = { ...from, seq: isEnd ? head : last.seq };
  const live = entries.filter((entry) => entry.present && entry.keadaan !== 'selesai');
  const usuls = await readUsul(
    tx,
    live.map((entry) => entry.id),
  );
  const byId = new Map(usuls.map((usul) => [usul.id, usul]));
  return {
    changes: entries.map((entry): Change => {
      const usul = byId.get(entry.id);
      if (usul) return { kind: 'usul', seq: entry.seq, usul };
      const position = entry.present ? toPosition(entry) : null;
      return { kind: 'keluar', seq: entry.seq, usulId: entry.id, position };
    }),
    cursor: formatCursor(cursor),
    remaining: isEnd ? 0 : await countAfter(tx, query.scopeKey, cursor),
  };
}

function selectEntries(tx: Tx, scopeKey: string, from: Cursor) {
  return tx
    .selectFrom('feed_entry')
    .innerJoin('usul', 'usul.id', 'feed_entry.usul_id')
    .where('feed_entry.scope_key', '=', scopeKey)
    .where('feed_entry.seq', '>', from.seq)
    .where((where) =>
      where.or([
        where('feed_entry.seq', '>', from.liveUpTo),
        where.and([where('feed_entry.present', '=', true), where('usul.keadaan', '<>', 'selesai')]),
      ]),
    );
}

async function countAfter(tx: Tx, scopeKey: string, from: Cursor): Promise<number> {
  const { count } = await selectEntries(tx, scopeKey, from)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Key of the scope's counter, made when the scope has seen no change yet. */
async function readyCounter(db: Db, scopeKey: string): Promise<string> {
  await db
    .insertInto('scope_counter')
    .columns(['scope_key', 'seq'])
    .expression(
      sql`SELECT ${scopeKey}, 0 WHERE NOT EXISTS (SELECT FROM scope_counter WHERE scope_key = ${scopeKey})`,
    )
    .onConflict((conflict) => conflict.column('scope_key').doNothing())
    .execute();
  return scopeKey;
}

function parseCursor(text: string): Cursor | undefined {
  const match = /^([0-9a-f]{32})\.(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (!match) return undefined;
  return { epoch: match[1]!, seq: Number(match[2]), liveUpTo: Number(match[3] ?? 0) };
}

function formatCursor({ epoch, seq, liveUpTo }: Cursor): string {
  return seq < liveUpTo ? `${epoch}.${seq}.${liveUpTo}` : `${epoch}.${seq}`;
}
