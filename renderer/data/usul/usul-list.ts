import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { snapshotRowSchema, type UsulRow } from '#renderer/data/schema/stored-rows.ts';
import { byUrgency } from '#renderer/data/usul/by-urgency.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import { packUsul, unpackUsul, type PackedUsul } from '#renderer/data/usul/packed-usul.ts';
import { openRows } from '#renderer/data/rows/sealed-rows.ts';
import { usulForm } from '#renderer/data/usul/usul-rows.ts';
import { deflate, inflate } from '#renderer/data/sealing/deflate.ts';

/** Every usul on this PC when the change counter stood at `upTo`. */
export interface UsulList {
  readonly rows: readonly UsulRow[];
  readonly upTo: number;
}

const key = 'usul';
const nothing: UsulList = { rows: [], upTo: 0 };

/**
 * Every usul of the account: out of the snapshot, opened in one call, and what came since, row by row. A snapshot that
 * is broken or missing costs time and nothing else.
 */
export async function readUsulList(database: AccountDatabase): Promise<UsulList> {
  const snapshot = await readSnapshot(database);
  // The browser counts while the snapshot is opened.
  const [kept, changes] = await Promise.all([
    openSnapshot(database, snapshot),
    readChanges(database, snapshot?.upTo ?? 0),
  ]);
  if (kept.upTo === changes.since) return withChanges(database, kept, changes);
  // It did not open, or the counter was begun anew: row by row.
  return withChanges(database, nothing, await readChanges(database, 0));
}

/** What the database says beside a snapshot that stands at `since`. */
interface Changes {
  readonly since: number;
  readonly stored: readonly unknown[];
  readonly count: number;
  readonly touch: number;
}

async function readChanges(database: AccountDatabase, upTo: number): Promise<Changes> {
  const { meta, usul } = database;
  return database.transaction('r', [meta, usul], async () => {
    const touch = (await readMeta(database, 'touch')) ?? 0;
    // A counter that stands before the snapshot was begun anew, and says nothing of what came since.
    const since = upTo <= touch ? upTo : 0;
    const stored = await usul.where('touched').above(since).toArray();
    return { since, stored, count: await usul.count(), touch };
  });
}

async function withChanges(
  database: AccountDatabase,
  kept: UsulList,
  { stored, count, touch }: Changes,
): Promise<UsulList> {
  if (stored.length === 0 && count === kept.rows.length) return { rows: kept.rows, upTo: touch };
  const since = await openRows(database, usulForm, stored);
  // What left this PC since then may have left no mark: marks are pruned after a day. Keys are many, so they are asked for
  // only here; what changes meanwhile stands above `upTo`, and is told next.
  const unchanged = new Set(kept.rows.length === 0 ? [] : await keysOfUsul(database));
  for (const { id } of since) unchanged.delete(id);
  const rows = [...kept.rows.filter(({ id }) => unchanged.has(id)), ...since];
  return { rows, upTo: since.reduce((highest, row) => Math.max(highest, row.touched), touch) };
}

async function keysOfUsul({ usul }: AccountDatabase): Promise<readonly string[]> {
  return usul.toCollection().primaryKeys();
}

/**
 * Writes the snapshot anew once so many usul came, changed or left since it was written, and not before. It takes a
 * noticeable part of a second for a large inbox: nobody should wait for it.
 */
export async function refreshUsulSnapshot(database: AccountDatabase, least = 500): Promise<void> {
  if ((await countSince(database, await snapshotUpTo(database))) < least) return;
  const { rows, upTo } = await readUsulList(database);
  // In the order that lists begin with: what is sorted already is sorted again at once.
  const bytes = await deflate(JSON.stringify(packUsul(rows.toSorted(byUrgency))));
  const sealed = await database.vault.sealBytes(snapshotPlace(upTo), bytes);
  await database.snapshots.put({ key, upTo, sealed });
}

type Snapshot = z.infer<typeof snapshotRowSchema>;

async function readSnapshot(database: AccountDatabase): Promise<Snapshot | null> {
  return snapshotRowSchema.safeParse(await database.snapshots.get(key)).data ?? null;
}

async function openSnapshot(
  database: AccountDatabase,
  snapshot: Snapshot | null,
): Promise<UsulList> {
  if (!snapshot) return nothing;
  const { upTo, sealed } = snapshot;
  const bytes = await database.vault.openBytes(snapshotPlace(upTo), sealed);
  if (!bytes.ok) {
    // Or nobody would ever write another one.
    await database.snapshots.delete(key);
    return nothing;
  }
  const packed: unknown = JSON.parse(await inflate(bytes.value));
  return { rows: unpackUsul(packedSchema.parse(packed)), upTo };
}

// The seal says that these are rows as this format has them; to parse 40,000 of them one by one would take longer than
// to open them.
const packedSchema = z.custom<PackedUsul>(
  (value) => typeof value === 'object' && value !== null && 'commons' in value && 'rows' in value,
);

// The format has a number: whoever changes what an `UsulRow` is gives it the next one, and older snapshots do not open.
function snapshotPlace(upTo: number): string {
  return `snapshot:v3:usul:${upTo}`;
}

/** Where the change counter stood when the snapshot was written, without reading the snapshot; 0 when there is none. */
async function snapshotUpTo(database: AccountDatabase): Promise<number> {
  const stands = await database.snapshots.orderBy('upTo').keys();
  return z.number().catch(0).parse(stands.at(-1));
}

async function countSince(database: AccountDatabase, upTo: number): Promise<number> {
  const came = await database.usul.where('touched').above(upTo).count();
  const left = await database.removals
    .where('[table+touched]')
    .between(['usul', upTo], ['usul', Number.MAX_SAFE_INTEGER], false)
    .count();
  return came + left;
}
