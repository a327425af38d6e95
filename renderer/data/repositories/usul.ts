import { liveQuery } from 'dexie';
import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { usulRowSchema, type UsulRow } from '#renderer/data/schema/stored-rows.ts';
import { nextTouch } from '#renderer/data/repositories/meta.ts';
import { recordRemoval } from '#renderer/data/repositories/removals.ts';
import { parseRow } from '#renderer/data/repositories/set-aside.ts';
import { usulSchema, type Usul } from '#shared/domain/model/usul.ts';

const bodyRowSchema = z.object({ id: z.string(), body: usulSchema });

/** The whole usul; undefined when it is not (or no longer) on this PC. */
export async function readUsul(
  database: AccountDatabase,
  usulId: string,
): Promise<Usul | undefined> {
  const row = await database.usulBodies.get(usulId);
  return parseRow(database, 'usulBodies', bodyRowSchema, row)?.body;
}

/** The clear columns of an usul; undefined when it is not on this PC. */
export async function readUsulRow(
  database: AccountDatabase,
  usulId: string,
): Promise<UsulRow | undefined> {
  return parseRow(database, 'usul', usulRowSchema, await database.usul.get(usulId));
}

/** Stores an usul as of change number `seq`; call it inside a transaction with `usul`, `usulBodies` and `meta`. */
export async function putUsul(database: AccountDatabase, usul: Usul, seq: number): Promise<void> {
  const row: UsulRow = {
    id: usul.id,
    touched: await nextTouch(database),
    seq,
    revision: usul.revision,
    version: usul.version,
    recordType: usul.recordType,
    kind: usul.kind,
    position: usul.position,
    opdId: usul.opdId,
    unorId: usul.unorId,
    deadline: usul.deadline,
    submittedAt: usul.submittedAt,
    shas: [...new Set(usul.documents.map((document) => document.sha256))],
    listing: { nama: usul.employee.nama, nip: usul.employee.nip, unorNama: usul.unorNama },
  };
  await database.usul.put(row);
  await database.usulBodies.put({ id: usul.id, body: usul });
}

/** Removes an usul; call it inside a transaction with `usul`, `usulBodies`, `removals` and `meta`. */
export async function removeUsul(database: AccountDatabase, usulId: string): Promise<void> {
  await database.usul.delete(usulId);
  await database.usulBodies.delete(usulId);
  await recordRemoval(database, 'usul', usulId);
}

/** Calls back when the usul changes or goes away (version null); first with what it is now. Returns how to stop. */
export function watchUsulVersion(
  database: AccountDatabase,
  usulId: string,
  listener: (version: number | null) => void,
): () => void {
  const subscription = liveQuery(async () => {
    const row = usulRowSchema.safeParse(await database.usul.get(usulId));
    return row.success ? row.data.version : null;
  }).subscribe({ next: listener });
  return () => subscription.unsubscribe();
}
