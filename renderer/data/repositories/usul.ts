import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { usulRowSchema, type UsulRow } from '#renderer/data/schema/stored-rows.ts';
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

/** What lists and sync need of an usul, as of change number `seq`; `touched` see `nextTouch`. */
export function usulRowOf(usul: Usul, seq: number, touched: number): UsulRow {
  return {
    id: usul.id,
    touched,
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
}
