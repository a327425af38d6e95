import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { snapshotRowSchema, type UsulRow } from '#renderer/data/schema/stored-rows.ts';
import { readMeta } from '#renderer/data/repositories/meta.ts';
import { openRows } from '#renderer/data/repositories/sealed-rows.ts';
import { usulForm } from '#renderer/data/repositories/usul.ts';
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
  const kept = await openSnapshot(database);
  const { meta, usul } = database;
  const { from, stored, ids, touch } = await database.transaction('r', [meta, usul], async () => {
    const counter = (await readMeta(database, 'touch')) ?? 0;
    // A counter that stands before the snapshot was begun anew, and says nothing of what came since.
    const base = kept.upTo <= counter ? kept : nothing;
    return {
      from: base,
      touch: counter,
      stored: await usul.where('touched').above(base.upTo).toArray(),
      ids: base.rows.length === 0 ? [] : await usul.toCollection().primaryKeys(),
    };
  });
  const since = await openRows(database, usulForm, stored);
  // What left this PC since then may have left no mark: marks are pruned after a day.
  const unchanged = new Set(ids);
  for (const { id } of since) unchanged.delete(id);
  const rows = [...from.rows.filter(({ id }) => unchanged.has(id)), ...since];
  return { rows, upTo: since.reduce((highest, row) => Math.max(highest, row.touched), touch) };
}

/**
 * Writes the snapshot anew once so many usul came, changed or left since it was written, and not before. It takes a
 * noticeable part of a second for a large inbox: nobody should wait for it.
 */
export async function refreshUsulSnapshot(database: AccountDatabase, least = 500): Promise<void> {
  if ((await countSince(database, await snapshotUpTo(database))) < least) return;
  const { rows, upTo } = await readUsulList(database);
  const bytes = await deflate(JSON.stringify(rows));
  const sealed = await database.vault.sealBytes(snapshotPlace(upTo), bytes);
  await database.snapshots.put({ key, upTo, sealed });
}

async function openSnapshot(database: AccountDatabase): Promise<UsulList> {
  const row = snapshotRowSchema.safeParse(await database.snapshots.get(key));
  if (!row.success) return nothing;
  const { upTo, sealed } = row.data;
  const bytes = await database.vault.openBytes(snapshotPlace(upTo), sealed);
  if (!bytes.ok) {
    // Or nobody would ever write another one.
    await database.snapshots.delete(key);
    return nothing;
  }
  const rows: unknown = JSON.parse(await inflate(bytes.value));
  return { rows: snapshotRows.parse(rows), upTo };
}

// The seal says that these are rows as this format has them; to parse 40,000 of them one by one would take longer than
// to open them.
const snapshotRows = z.custom<readonly UsulRow[]>(Array.isArray);

// The format has a number: whoever changes what an `UsulRow` is gives it the next one, and older snapshots do not open.
function snapshotPlace(upTo: number): string {
  return `snapshot:v1:usul:${upTo}`;
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
