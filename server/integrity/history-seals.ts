import { createHmac } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import {
  contentDigest,
  eventSealer,
  type SealEvent,
  type SealedContent,
  type SealedEvent,
} from '#server/commands/event-seals.ts';
import { isSealedEpoch, readEpoch } from '#server/epoch/epochs.ts';
import { integrityKey } from '#server/integrity/chain-seals.ts';
import { isSameSeal } from '#server/store/compare-seals.ts';
import type { Db } from '#server/store/database.ts';
import type { HistoryStartTable } from '#server/store/guard-tables.ts';
import type { UsulEventTable } from '#server/store/history-tables.ts';

/** What is wrong with the seals of the history; `id`: of an usul. */
export type HistoryFault =
  | { readonly kind: 'peristiwa_tanpa_segel'; readonly id: string }
  /** After which event the seals begin is not what it was, or no server wrote it. */
  | { readonly kind: 'awal_riwayat' }
  /** The epoch that is open was opened by no server: anchors of the one before are not compared. */
  | { readonly kind: 'zaman' };

/** What anchors say of where the seals begin: by one of this epoch, and whether by one of any. */
export interface AnchoredHistory {
  readonly historyAfter: number | undefined;
  readonly historyBegan: boolean;
}

/**
 * Notes after which event seals begin, once: at the first start of a server that seals them. Where an anchor knows of it, it
 * is noted again only in an epoch that a server opened (an older backup was put back): whoever takes the note away wins
 * nothing.
 */
export async function beginHistory(db: Db, anchored: AnchoredHistory): Promise<void> {
  const { historyAfter, historyBegan } = anchored;
  if (historyAfter !== undefined || (historyBegan && !(await isSealedEpoch(db)))) return;
  const known = await db.selectFrom('history_start').select('after_id').executeTakeFirst();
  if (known) return;
  const key = await integrityKey(db);
  const { name: epoch } = await readEpoch(db);
  const { top } = await db
    .selectFrom('usul_event')
    .select(({ fn }) => fn.coalesce(fn.max('id'), sql.lit(0)).as('top'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('history_start')
    .values({ after_id: top, epoch, seal: startSeal(key, { after_id: top, epoch }) })
    // Another server starts at the same moment.
    .onConflict((conflict) => conflict.column('one').doNothing())
    .execute();
}

/** After which event seals begin; undefined: it was not noted yet. Whether that note is the server's own says `verifyHistory`. */
export async function historyStart(db: Db): Promise<number | undefined> {
  const row = await db.selectFrom('history_start').select('after_id').executeTakeFirst();
  return row?.after_id;
}

const usulPage = 500;
const named = 20;

/** Whether the history is what the server wrote, since it seals it. */
export async function verifyHistory(
  db: Db,
  { historyAfter, historyBegan }: AnchoredHistory,
): Promise<readonly HistoryFault[]> {
  const row = await db.selectFrom('history_start').selectAll().executeTakeFirst();
  if (!row && !historyBegan) return [];
  const key = await integrityKey(db);
  const isOurs =
    row !== undefined &&
    (historyAfter ?? row.after_id) === row.after_id &&
    isSameSeal(row.seal, startSeal(key, row));
  const isFirst = isOurs && row.epoch === (await readEpoch(db)).name;
  const usulIds = await unsealedUsul(db, historyAfter ?? row?.after_id ?? 0);
  return [
    ...(isOurs ? [] : [{ kind: 'awal_riwayat' } as const]),
    ...(isFirst || (await isSealedEpoch(db)) ? [] : [{ kind: 'zaman' } as const]),
    ...usulIds.map((id) => ({ kind: 'peristiwa_tanpa_segel', id }) as const),
  ];
}

async function unsealedUsul(db: Db, after: number): Promise<readonly string[]> {
  const seal = await eventSealer(db);
  if (!seal) throw new Error('A database was opened without the keys of its secrets.');
  const found: string[] = [];
  let last: HomedUsul = { home_id: '', usul_id: '00000000-0000-0000-0000-000000000000' };
  while (found.length < named) {
    const usuls = await db
      .selectFrom('usul_event')
      .select(['home_id', 'usul_id'])
      .distinct()
      .where('id', '>', after)
      .where(sql<boolean>`(home_id, usul_id) > (${last.home_id}, ${last.usul_id}::uuid)`)
      .orderBy('home_id')
      .orderBy('usul_id')
      .limit(usulPage)
      .execute();
    const top = usuls.at(-1);
    if (top === undefined) break;
    last = top;
    const events = await readEvents(db, usuls);
    const wrong = events.filter((event) => event.id > after && !fits(seal, event));
    found.push(...new Set(wrong.map((event) => event.usulId)));
  }
  return found.slice(0, named);
}

/** An usul, with the home in which its history lies. */
type HomedUsul = Pick<Selectable<UsulEventTable>, 'home_id' | 'usul_id'>;

/** An event as it lies in the history; `before`: the seal of the event before it. */
interface KeptEvent extends Omit<SealedEvent, 'content'> {
  readonly id: number;
  readonly seal: string | null;
  readonly before: string | null;
  /** What its revision holds; null: there is none. */
  readonly submitted: SealedContent | null;
}

const submitting = ['ajukan', 'ajukan_ulang'];

function fits(seal: SealEvent, kept: KeptEvent): boolean {
  const { id: _, seal: given, before, submitted, ...event } = kept;
  const isSubmission = submitting.includes(event.action);
  const content = isSubmission && submitted ? contentDigest(submitted) : null;
  return given !== null && isSameSeal(given, seal(before, { ...event, content }));
}

async function readEvents(db: Db, usuls: readonly HomedUsul[]): Promise<readonly KeptEvent[]> {
  const { rows } = await sql<KeptEvent>`
    SELECT e.id, e.usul_id AS "usulId", e.at, e.revision, e.actor_name AS "actorName", e.actor_role AS "actorRole",
      e.action, e.reasons, e.note, e.acknowledged, e.deletion_reason AS "deletionReason", e.seal,
      lag(e.seal) OVER (PARTITION BY e.usul_id ORDER BY e.id) AS before,
      (SELECT jsonb_build_object('values', r.values, 'oldValues', r.old_values, 'asnNote', r.asn_note, 'documents',
          coalesce((SELECT jsonb_agg(jsonb_build_object('documentId', d.document_id, 'fileName', d.file_name,
            'sha256', d.sha256) ORDER BY d.ordinal) FROM usul_document AS d
            WHERE (d.home_id, d.usul_id, d.revision) = (r.home_id, r.usul_id, r.revision)), '[]'))
        FROM usul_revision AS r
        WHERE (r.home_id, r.usul_id, r.revision) = (e.home_id, e.usul_id, e.revision)) AS submitted
    FROM usul_event AS e WHERE e.home_id = ANY(${usuls.map((usul) => usul.home_id)})
      AND e.usul_id = ANY(${usuls.map((usul) => usul.usul_id)}::uuid[]) ORDER BY e.usul_id, e.id`.execute(
    db,
  );
  return rows;
}

function startSeal(
  key: Uint8Array,
  { after_id: after, epoch }: Pick<HistoryStartTable, 'after_id' | 'epoch'>,
): string {
  return createHmac('sha256', key)
    .update(`awal riwayat 1 ${JSON.stringify([after, epoch])}`)
    .digest('base64url');
}
