import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type { ToldBatch, ToldBulkItem } from '#shared/contract/bulk.ts';

/** The sample of a batch in the order in which it is looked at. */
export interface SampleView {
  readonly items: readonly ToldBulkItem[];
  readonly done: number;
  /** The next one to look at; null when all were decided, here or on the server. */
  readonly next: string | null;
}

/** The sample, and how far it was looked at; what was lost from it is no part. */
export function sampleOf({ items }: ToldBatch, decided: BulkStore['decided']): SampleView {
  const drawn = items.filter((item) => item.drawn && item.fate !== 'hilang');
  const isDone = (item: ToldBulkItem) => item.fate !== 'menunggu' || decided.has(item.usulId);
  const open = drawn.filter((item) => !isDone(item));
  return { items: drawn, done: drawn.length - open.length, next: open[0]?.usulId ?? null };
}

/** What is approved when the batch is confirmed. */
export function restOf({ items }: ToldBatch): readonly ToldBulkItem[] {
  return items.filter(({ drawn, fate }) => !drawn && fate === 'menunggu');
}

/** The batch of which an usul is to be looked at as a sample; null: of none. */
export function sampledIn(batch: ToldBatch | null, usulId: string): ToldBatch | null {
  if (batch?.state !== 'terbuka') return null;
  const drawn = batch.items.some((item) => item.usulId === usulId && isSample(item));
  return drawn ? batch : null;
}

/** The rows of the sample that an usul is one of, for "next" and "previous"; null for any other usul. */
export function sampleRows(
  batch: ToldBatch | null,
  rows: readonly InboxRow[],
  usulId: string,
): readonly InboxRow[] | null {
  const sampled = sampledIn(batch, usulId);
  if (!sampled) return null;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return sampled.items.filter(isSample).flatMap((item) => byId.get(item.usulId) ?? []);
}

function isSample({ drawn, fate }: ToldBulkItem): boolean {
  return drawn && fate !== 'hilang';
}

/** The usul that wait in an open batch, each with whether it is looked at as a sample. */
export function waitingIn(batch: ToldBatch | null): ReadonlyMap<string, 'sampel' | 'massal'> {
  if (batch?.state !== 'terbuka') return nothing;
  const waiting = batch.items.filter(({ fate }) => fate === 'menunggu');
  return new Map(waiting.map(({ usulId, drawn }) => [usulId, drawn ? 'sampel' : 'massal']));
}

const nothing: ReturnType<typeof waitingIn> = new Map();

/** What a person does next about a batch. */
export type BulkPhase = 'pilih' | 'dikirim' | 'sampel' | 'sahkan' | 'disahkan' | 'hasil';

/** What is to be done next; `seen`: the ended batch whose results the person has seen. */
export function phaseOf(
  { batch, decided, onItsWay }: Pick<BulkStore, 'batch' | 'decided' | 'onItsWay'>,
  seen: string | null,
): BulkPhase {
  if (onItsWay === 'setujuiMassal') return 'dikirim';
  if (onItsWay !== null) return 'disahkan';
  if (!batch || batch.state === 'dibatalkan') return 'pilih';
  if (batch.state !== 'terbuka') return batch.id === seen ? 'pilih' : 'hasil';
  if (sampleOf(batch, decided).next !== null) return 'sampel';
  // Where all of it was sample the server ends it by itself.
  return restOf(batch).length === 0 ? 'disahkan' : 'sahkan';
}
