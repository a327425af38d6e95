import { z } from 'zod';
import { listProgress } from '#renderer/data/feed/list-progress.ts';
import { listMarked, unmarkUsul, usulMarks } from '#renderer/data/feed/marked-usul.ts';
import { forgetMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  parkedRowSchema,
  type MetaKey,
  type ParkedRow,
  type SealedMetaKey,
} from '#renderer/data/schema/stored-rows.ts';

/** What says how far a list has come, and what else is of one list alone; it goes aside with it. */
const ofList: readonly (MetaKey | SealedMetaKey)[] = [
  ...listProgress,
  'readerVersion',
  'bulk',
  'returnedUsul',
];

const places = ['usul', 'usulBodies', 'snapshots'] as const;
/** So many rows lie in one: a list of 40,000 is put aside in hundreds of writes, not in tens of thousands. */
const rowsAtOnce = 200;

/** What a list was of: the usul in it, and their documents. */
export interface ListContent {
  readonly ids: readonly string[];
  readonly shas: readonly string[];
}

/** The tables that lists lie in, for the transaction that moves them. */
export function tablesOfLists({ meta, parked, snapshots, usul, usulBodies }: AccountDatabase) {
  return [meta, parked, snapshots, usul, usulBodies];
}

/** Puts the list in use aside as the one of an appointment: every row stays as it is. Like the others, in a transaction. */
export async function putListAside(
  database: AccountDatabase,
  appointmentId: string,
): Promise<void> {
  const { meta, parked } = database;
  await parked.where('appointmentId').equals(appointmentId).delete();
  for (const place of places) {
    const keys = await database[place].toCollection().primaryKeys();
    for (let part = 0; part * rowsAtOnce < keys.length; part += 1) {
      const some = keys.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce);
      const rows = await database[place].bulkGet(some);
      const named = place === 'usul' ? { ids: some, shas: shasIn(rows) } : { ids: [], shas: [] };
      await parked.put({ appointmentId, place, part, ...named, rows } satisfies ParkedRow);
    }
  }
  const values = await meta.bulkGet([...ofList, ...(await markKeys(database))]);
  const rows = values.filter((row) => row !== undefined);
  const place = 'meta' as const;
  await parked.put({ appointmentId, place, part: 0, ids: [], shas: [], rows } satisfies ParkedRow);
  await clearList(database);
}

/** Takes the list of an appointment up again; an empty one where there is none yet. The one in use must be gone by then. */
export async function takeListUp(database: AccountDatabase, appointmentId: string): Promise<void> {
  const { parked } = database;
  const keys = await parked.where('appointmentId').equals(appointmentId).primaryKeys();
  let isWhole = true;
  for (const key of keys) {
    const stored = parkedRowSchema.safeParse(await parked.get(key)).data;
    if (stored) await database[stored.place].bulkPut(stored.rows);
    isWhole &&= stored !== undefined;
  }
  await parked.bulkDelete(keys);
  // What cannot be read is asked for again.
  if (!isWhole) await forgetMeta(database, 'cursor');
}

/** Forgets the list in use. */
export async function dropList(database: AccountDatabase): Promise<ListContent> {
  const rows = await database.usul.toArray();
  const ids = await database.usul.toCollection().primaryKeys();
  await clearList(database);
  return { ids, shas: shasIn(rows) };
}

/** The appointments whose lists were put aside. */
export async function parkedOwners({ parked }: AccountDatabase): Promise<readonly string[]> {
  return z.array(z.string()).parse(await parked.orderBy('appointmentId').uniqueKeys());
}

/** Forgets the lists that were put aside, but for those of these appointments. */
export async function dropParkedBut(
  database: AccountDatabase,
  kept: ReadonlySet<string>,
): Promise<ListContent> {
  const { parked } = database;
  const content = { ids: new Set<string>(), shas: new Set<string>() };
  for (const owner of (await parkedOwners(database)).filter((id) => !kept.has(id))) {
    const rows = parked.where('appointmentId').equals(owner);
    for (const stored of await rows.toArray()) {
      const { ids = [], shas = [] } = parkedRowSchema.safeParse(stored).data ?? {};
      for (const id of ids) content.ids.add(id);
      for (const sha256 of shas) content.shas.add(sha256);
    }
    await rows.delete();
  }
  return { ids: [...content.ids], shas: [...content.shas] };
}

/** Which of these usul are on this PC, in the list in use or in one that was put aside. */
export async function usulOnPc(
  { parked, usul }: AccountDatabase,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const here = new Set(
    await usul
      .where('id')
      .anyOf([...ids])
      .primaryKeys(),
  );
  if ((await parked.count()) === 0) return here;
  for (const id of ids) {
    if (!here.has(id) && (await parked.where('ids').equals(id).count()) > 0) here.add(id);
  }
  return here;
}

async function clearList(database: AccountDatabase): Promise<void> {
  for (const place of places) await database[place].clear();
  for (const key of ofList) await forgetMeta(database, key);
  for (const mark of usulMarks) await unmarkUsul(database, mark, await listMarked(database, mark));
}

async function markKeys({ meta }: AccountDatabase): Promise<readonly string[]> {
  return meta
    .where('key')
    .startsWithAnyOf(usulMarks.map((mark) => `${mark}:`))
    .primaryKeys();
}

const referring = z.object({ shas: z.array(z.string()) });

function shasIn(rows: readonly unknown[]): string[] {
  return [...new Set(rows.flatMap((row) => referring.safeParse(row).data?.shas ?? []))];
}
