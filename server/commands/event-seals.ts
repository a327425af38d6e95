import { createHash, createHmac } from 'node:crypto';
import type { ToldAcknowledgement } from '#shared/records/open-warning.ts';
import { inChunks } from '#server/store/chunks.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import { rootOf, type Db, type Tx } from '#server/store/database.ts';
import { hasKeys, keptSecret } from '#server/store/secrets.ts';

/*
 * Whoever owns the database can write an act into the history of an usul, with all that follows from it. Of decisions the
 * chain tells; of everything else these seals: each event is sealed as it is written, together with the seal of the event
 * before it and with the content that it submits. The key lies outside the database.
 */

/** Name of the secret under which events are sealed. */
export const historySecret = 'history';

/** An event of an usul, as it is sealed; `content`: of `ajukan` and `ajukan_ulang` alone (`contentDigest`). */
export interface SealedEvent {
  readonly usulId: string;
  readonly at: Date;
  readonly revision: number;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly reasons: readonly string[];
  readonly note: string;
  readonly acknowledged: readonly ToldAcknowledgement[] | null;
  readonly deletionReason: string | null;
  readonly content: string | null;
}

/** What is submitted with an event, as it is sealed. */
export interface SealedContent {
  readonly values: object;
  readonly oldValues: object | null;
  readonly asnNote: string;
  readonly documents: readonly {
    readonly documentId: string;
    readonly fileName: string;
    readonly sha256: string;
  }[];
}

/** Seals an event that comes after another one (null: it is the first, or that one has no seal). */
export type SealEvent = (before: string | null, event: SealedEvent) => string;

const keys = new WeakMap<Db, Promise<Uint8Array>>();

/** What seals events of this database; undefined where it was opened without the keys of its secrets. */
export async function eventSealer(db: Db | Tx): Promise<SealEvent | undefined> {
  const root = rootOf(db);
  if (!hasKeys(root)) return undefined;
  const known = keys.get(root) ?? keptSecret(root, historySecret);
  keys.set(root, known);
  const key = await known.catch((cause: unknown) => {
    keys.delete(root);
    throw cause;
  });
  return (before, { at, ...event }) =>
    createHmac('sha256', key)
      .update(`peristiwa 1 ${canonicalJson({ ...event, at: at.toISOString(), before })}`)
      .digest('base64url');
}

/** An event that is to be written, and the home of its usul, which is no part of what is sealed: where a row lies says nothing. */
export interface NewEvent extends SealedEvent {
  readonly homeId: string;
}

/** Writes events into the history, each of another usul, whose row is locked or new. */
export async function writeEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  const seal = await eventSealer(tx);
  for (const chunk of inChunks(events)) {
    const before = seal && (await lastSeals(tx, chunk));
    const rows = chunk.map(({ homeId, ...event }) => ({
      usul_id: event.usulId,
      at: event.at,
      revision: event.revision,
      actor_name: event.actorName,
      actor_role: event.actorRole,
      action: event.action,
      reasons: [...event.reasons],
      note: event.note,
      acknowledged: event.acknowledged && JSON.stringify(event.acknowledged),
      deletion_reason: event.deletionReason,
      seal: seal?.(before?.get(event.usulId) ?? null, event) ?? null,
      home_id: homeId,
    }));
    await tx.insertInto('usul_event').values(rows).execute();
  }
}

/** The seals of the last events of these usul. */
async function lastSeals(
  tx: Tx,
  events: readonly NewEvent[],
): Promise<ReadonlyMap<string, string | null>> {
  const later = events.filter(({ action }) => action !== 'ajukan');
  if (later.length === 0) return new Map();
  const rows = await tx
    .selectFrom('usul_event')
    .distinctOn('usul_id')
    .select(['usul_id', 'seal'])
    .where('home_id', 'in', [...new Set(later.map(({ homeId }) => homeId))])
    .where(
      'usul_id',
      'in',
      later.map(({ usulId }) => usulId),
    )
    .orderBy('usul_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.usul_id, row.seal]));
}

/** What was submitted in a revision, in one hash. */
export function contentDigest({ values, oldValues, asnNote, documents }: SealedContent): string {
  const papers = documents.map(({ documentId, fileName, sha256 }) => [
    documentId,
    fileName,
    sha256,
  ]);
  return createHash('sha256')
    .update(canonicalJson({ values, oldValues, asnNote, papers }))
    .digest('hex');
}
