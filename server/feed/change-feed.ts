import { sql } from 'kysely';
import { readEpoch } from '#server/epoch/epochs.ts';
import { lastStep } from '#server/epoch/feed-steps.ts';
import { sealOf } from '#server/epoch/sealing.ts';
import type { Db, Tx } from '#server/store/database.ts';
import {
  knownAssignments,
  toldAssignment,
  type AssignmentReader,
  type KnownAssignments,
} from '#server/usul/tell-assignments.ts';
import { tellInstead } from '#server/usul/tell-instead.ts';
import { readCorrectionPolicy, withCorrectionPolicy } from '#server/correction/policy.ts';
import { readEarlierDecisions } from '#server/usul/earlier-decisions.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { readThreads } from '#server/threads/read-threads.ts';
import { toPosition } from '#server/usul/usul-position.ts';
import { readPageOfUsul } from '#server/usul/page-of-usul.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Change } from '#shared/contract/changes.ts';
import type { Usul, UsulPosition } from '#shared/records/usul.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { scopeCovers } from '#shared/workflow/authority/authority.ts';
import { isOwnUsul } from '#shared/workflow/authority/own-usul.ts';
import { queueKeyOf, queueOf } from '#shared/workflow/queues.ts';
import { hasDecidedEarlier, type Actor, type EarlierDecision } from '#shared/workflow/workflow.ts';

/** Reads the feed of the reader's queue; `cursor` is text of an earlier page, undefined for a new PC. */
export interface FeedQuery {
  readonly reader: Actor & AssignmentReader;
  readonly cursor: string | undefined;
  readonly limit: number;
  /** Absent: this very moment. */
  readonly now?: Date;
}

/** A page of a feed; see `changesPageSchema`. */
export interface FeedPage {
  readonly changes: readonly Change[];
  readonly cursor: string;
  readonly remaining: number;
  /** Name of the epoch of which the cursor is. */
  readonly epoch: string;
}

/** Why a feed is not told: the reader has no queue, or the cursor is not of this feed. */
export type FeedRefusal =
  | { readonly kind: 'tidak_berwenang' }
  | { readonly kind: 'perlu_sinkron_ulang' };

/**
 * Where a reader stands. `liveUpTo`: until that number a new PC has nothing to forget, so usul that have left the queue
 * are skipped; it is carried in the cursor until the reader has passed it, with how many were `left` to tell. `step`: the last change of all that the reader
 * could know of; a cursor from before epochs names none.
 */
interface Cursor {
  readonly epoch: string;
  readonly seq: number;
  readonly liveUpTo: number;
  readonly left: number;
  readonly step: string;
}

interface Entry {
  readonly usul_id: string;
  readonly seq: number;
  readonly present: boolean;
}

/**
 * The changes after a cursor, in the order of commit. What left the queue (settled, or at a stage of others) is `keluar`
 * with its position; what went to another scope is `keluar` without.
 */
export async function readChanges(
  db: Db,
  query: FeedQuery,
): Promise<Result<FeedPage, FeedRefusal>> {
  const queueKey = queueKeyOf(query.reader.role, query.reader.scope);
  if (queueKey === null) return fail({ kind: 'tidak_berwenang' });
  await ensureCounter(db, queueKey);
  const seal = await sealOf(db);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const head = await tx
        .selectFrom('feed_counter')
        .selectAll()
        .where('queue_key', '=', queueKey)
        .executeTakeFirstOrThrow();
      const from =
        query.cursor === undefined
          ? { epoch: head.epoch, seq: 0, liveUpTo: head.seq, left: head.present, step: '' }
          : parseCursor(query.cursor);
      if (from?.epoch !== head.epoch || isAhead(from, head.seq)) {
        return fail({ kind: 'perlu_sinkron_ulang' } as const);
      }
      const epoch = await readEpoch(tx);
      const step = await lastStep(tx, epoch, seal);
      const page = await readPage(tx, query, { ...from, step }, head);
      return succeed({ ...page, epoch: epoch.name });
    });
}

async function readPage(
  tx: Tx,
  { reader, limit, now = new Date() }: FeedQuery,
  from: Cursor,
  head: { readonly queue_key: string; readonly seq: number },
): Promise<Omit<FeedPage, 'epoch'>> {
  const found = await readEntries(tx, head.queue_key, from, limit);
  const { usuls, next } = await readPageOfUsul(tx, idsOf(found, true), undefined, (some) =>
    withThreads(tx, some, reader, now),
  );
  // What the page has no room for comes with the next one.
  const end = next === undefined ? found.length : found.findIndex((one) => one.usul_id === next);
  const entries = found.slice(0, end);
  const last = entries.at(-1);
  const isEnd = (found.length < limit && next === undefined) || last === undefined;
  const left = Math.max(0, from.left - entries.length);
  const cursor = { ...from, left, seq: isEnd ? head.seq : last.seq };
  const byId = new Map(usuls.map((usul) => [usul.id, usul]));
  const decided = await readEarlierDecisions(tx, waitingLater(usuls, reader));
  const waiting = new Set(waitingFor(usuls, reader));
  const known = await knownAssignments(tx, reader, [...waiting]);
  const forbidden = await readCorrectionPolicy(
    tx,
    usuls.map(({ instansiId }) => instansiId),
    now,
  );
  const positions = await readPositions(tx, idsOf(entries, false), reader.scope);
  return {
    changes: entries.map(({ seq, usul_id: usulId }): Change => {
      const usul = byId.get(usulId);
      if (usul) {
        const by = decided.get(usulId) ?? [];
        const told = waiting.has(usulId) ? asToldTo(reader, usul, by, known) : usul;
        return { kind: 'usul', seq, usul: withCorrectionPolicy(told, forbidden) };
      }
      return { kind: 'keluar', seq, usulId, position: positions.get(usulId) ?? null };
    }),
    cursor: formatCursor(cursor),
    remaining: isEnd ? 0 : await countAfter(tx, head.queue_key, cursor),
  };
}

/** Those that wait for the decision of the reader, or of others of the same scope. */
function waitingFor(usuls: readonly Usul[], { role, scope }: Actor): readonly string[] {
  return usuls.flatMap(({ id, position }) =>
    position.kind === 'menunggu' && queueOf(role, scope, position) === 'decide' ? [id] : [],
  );
}

/** Those of them at a stage before which the reader may have decided them. */
function waitingLater(usuls: readonly Usul[], reader: Actor): readonly string[] {
  const later = usuls.filter(
    ({ position }) => position.kind === 'menunggu' && position.stage !== 'verifikasi',
  );
  return waitingFor(later, reader);
}

/** Of what is written about the questions of an usul, a reader is told what he or she takes part in; of the own usul nothing. */
async function withThreads(
  tx: Tx,
  usuls: readonly Usul[],
  reader: Actor,
  now: Date,
): Promise<readonly Usul[]> {
  const others = usuls.filter(({ employee }) => !isOwnUsul(reader, employee.nip));
  const ids = others.map(({ id }) => id);
  const threads = await readThreads(tx, ids, reader, now);
  return usuls.map((usul) => {
    const told = threads.get(usul.id);
    return told ? { ...usul, threads: told } : usul;
  });
}

/** Of who decided an usul before, a reader learns no more than that it was he or she, or whoever he or she acts for. */
function asToldTo(
  reader: FeedQuery['reader'],
  usul: Usul,
  decided: readonly EarlierDecision[],
  { held: assignments, substitutions }: KnownAssignments,
): Usul {
  const isDecidedByReader = hasDecidedEarlier({ position: usul.position, decided }, reader);
  const held = assignments.get(usul.id);
  const actingFor = tellInstead(reader, { usul, decided, held }, substitutions);
  return {
    ...usul,
    ...(isDecidedByReader && { decidedByYou: true as const }),
    ...(held && { assignment: toldAssignment(reader, held, substitutions) }),
    ...(actingFor && { actingFor }),
  };
}

/** Whether a cursor knows of numbers that the feed has not reached: it was given before the data went back in time. */
function isAhead({ seq, liveUpTo }: Cursor, head: number): boolean {
  return Math.max(seq, liveUpTo) > head;
}

function idsOf(entries: readonly Entry[], present: boolean): string[] {
  return entries.flatMap((entry) => (entry.present === present ? [entry.usul_id] : []));
}

/** Two reads along an index each: a new PC reads none of all that ever passed through the queue. */
async function readEntries(
  tx: Tx,
  queueKey: string,
  from: Cursor,
  limit: number,
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const present of [true, false]) {
    const entries = await entriesAfter(tx, queueKey, from, present)
      .selectAll()
      .orderBy('seq')
      .limit(limit)
      .execute();
    found.push(...entries);
  }
  return found.toSorted((a, b) => a.seq - b.seq).slice(0, limit);
}

function entriesAfter(tx: Tx, queueKey: string, { seq, liveUpTo }: Cursor, present: boolean) {
  return tx
    .selectFrom('feed_entry')
    .where('queue_key', '=', queueKey)
    .where('seq', '>', present ? seq : Math.max(seq, liveUpTo))
    .where('present', '=', sql.lit(present));
}

/** So many that follow are counted; of more a first pull is told what its queue still held at the page before. */
const mostCounted = 500;

async function countAfter(tx: Tx, queueKey: string, from: Cursor): Promise<number> {
  let sum = 0;
  for (const present of [true, false]) {
    const { count } = await tx
      .selectFrom(
        // In order: else all that lies in the part is read until there are so many.
        entriesAfter(tx, queueKey, from, present)
          .select('seq')
          .orderBy('seq')
          .limit(mostCounted)
          .as('some'),
      )
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirstOrThrow();
    sum += count;
  }
  return sum < mostCounted ? sum : Math.max(sum, from.left);
}

/** Where usul stand now, those alone that the scope still covers: what became of others is not its holder's to know. */
async function readPositions(
  tx: Tx,
  ids: readonly string[],
  scope: Scope,
): Promise<ReadonlyMap<string, UsulPosition>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('usul')
    .select(['id', 'opd_id', 'employee_id', 'keadaan', 'stage', 'result'])
    .where('id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .execute();
  const places = await findOpdPlaces(
    tx,
    rows.map((row) => row.opd_id),
  );
  const covered = rows.filter((row) =>
    scopeCovers(scope, { ...places.get(row.opd_id)!, employeeId: row.employee_id }),
  );
  return new Map(covered.map((row) => [row.id, toPosition(row)]));
}

/** Makes the queue's counter when it has seen no change yet. */
async function ensureCounter(db: Db, queueKey: string): Promise<void> {
  await db
    .insertInto('feed_counter')
    .columns(['queue_key', 'seq'])
    .expression(
      sql`SELECT ${queueKey}, 0 WHERE NOT EXISTS (SELECT FROM feed_counter WHERE queue_key = ${queueKey})`,
    )
    .onConflict((conflict) => conflict.column('queue_key').doNothing())
    .execute();
}

/** The last change that a cursor names; empty when it names none, or is none. */
export function stepIn(cursor: string): string {
  return parseCursor(cursor)?.step ?? '';
}

function parseCursor(text: string): Cursor | undefined {
  const match =
    /^([0-9a-f]{32})\.(\d{1,15})(?:\.(\d{1,15}))?(?:~([\w-]{0,60})(?:~([0-9a-z]{1,9}))?)?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, epoch = '', seq, liveUpTo = 0, step = '', left = '0'] = match;
  const toTell = Number.parseInt(left, leftBase);
  return { epoch, seq: Number(seq), liveUpTo: Number(liveUpTo), left: toTell, step };
}

/** A cursor is short: it travels in an address. */
const leftBase = 36;

function formatCursor({ epoch, seq, liveUpTo, left, step }: Cursor): string {
  const isFirst = seq < liveUpTo;
  const place = isFirst ? `${epoch}.${seq}.${liveUpTo}` : `${epoch}.${seq}`;
  const rest = isFirst && left > 0 ? `~${step}~${left.toString(leftBase)}` : step && `~${step}`;
  return `${place}${rest}`;
}
