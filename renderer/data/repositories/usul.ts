import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { usulRowSchema, type UsulRow } from '#renderer/data/schema/stored-rows.ts';
import { parseRow } from '#renderer/data/repositories/set-aside.ts';
import { digestOf } from '#renderer/data/repositories/usul-digest.ts';
import { usulSchema, type Usul } from '#shared/domain/model/usul.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

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

/** Where a row stands: its change number in the feed, its change number here (see `nextTouch`), and the day it came. */
export interface RowArrival {
  readonly seq: number;
  readonly touched: number;
  readonly today: LocalDate;
}

/** What lists and sync need of an usul. */
export function usulRowOf(usul: Usul, { seq, touched, today }: RowArrival): UsulRow {
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
    ...digestOf(usul, today),
    shas: [...new Set(usul.documents.map((document) => document.sha256))],
    listing: { nama: usul.employee.nama, nip: usul.employee.nip, unorNama: usul.unorNama },
  };
}
