import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  listingSchema,
  usulBodyRowSchema,
  usulRowSchema,
  type StoredUsul,
  type UsulRow,
} from '#renderer/data/schema/stored-rows.ts';
import type { Sealed } from '#renderer/data/sealing/vault.ts';
import { openRow, type SealedForm } from '#renderer/data/rows/sealed-rows.ts';
import { nextTouch } from '#renderer/data/rows/meta.ts';
import { parseRow } from '#renderer/data/rows/set-aside.ts';
import { digestOf } from '#renderer/data/usul/usul-digest.ts';
import { usulPositionSchema, usulSchema, type Usul } from '#shared/records/usul.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** How rows of `usul` are opened. */
export const usulForm: SealedForm<StoredUsul, UsulRow['listing'], UsulRow> = {
  table: 'usul',
  stored: usulRowSchema,
  content: listingSchema,
  placeOf: ({ id }) => listingPlace(id),
  join: ({ sealed: _sealed, ...row }, listing) => ({ ...row, listing }),
};

type StoredBody = { readonly id: string; readonly sealed: Sealed };
const bodyForm: SealedForm<StoredBody, Usul, Usul> = {
  table: 'usulBodies',
  stored: usulBodyRowSchema,
  content: usulSchema,
  placeOf: ({ id }) => bodyPlace(id),
  join: (_row, usul) => usul,
};

/** The whole usul; undefined when it is not (or no longer) on this PC. */
export async function readUsul(
  database: AccountDatabase,
  usulId: string,
): Promise<Usul | undefined> {
  return openRow(database, bodyForm, await database.usulBodies.get(usulId));
}

/** The clear columns of an usul; undefined when it is not on this PC. */
export async function readUsulRow(
  database: AccountDatabase,
  usulId: string,
): Promise<StoredUsul | undefined> {
  return parseRow(database, 'usul', usulRowSchema, await database.usul.get(usulId));
}

/** The usul on this PC that one of these documents belongs to. */
export async function listUsulWith(
  database: AccountDatabase,
  shas: readonly string[],
): Promise<readonly string[]> {
  const rows = database.usul.where('shas').anyOf([...shas]);
  return [...new Set(await rows.primaryKeys())];
}

/** An usul as the rows of `usul` and `usulBodies`, but for the change number here (see `nextTouch`). */
export interface SealedUsul {
  readonly row: Omit<StoredUsul, 'touched'>;
  readonly body: StoredBody;
}

/** Where an usul comes from: its change number in the feed, and the day it came. */
export interface Arrival {
  readonly seq: number;
  readonly today: LocalDate;
}

/** Seals an usul, to be put in a transaction. */
export async function sealUsul(
  database: AccountDatabase,
  usul: Usul,
  arrival: Arrival,
): Promise<SealedUsul> {
  const { id, employee, unorNama } = usul;
  const { nama, nip } = employee;
  const [listing, body] = await Promise.all([
    database.vault.seal(listingPlace(id), { nama, nip, unorNama } satisfies UsulRow['listing']),
    database.vault.seal(bodyPlace(id), usul),
  ]);
  return { row: { ...clearColumns(usul, arrival), sealed: listing }, body: { id, sealed: body } };
}

function clearColumns(usul: Usul, { seq, today }: Arrival): Omit<StoredUsul, 'touched' | 'sealed'> {
  return {
    id: usul.id,
    seq,
    revision: usul.revision,
    version: usul.version,
    recordType: usul.recordType,
    kind: usul.kind,
    // Clear on the disk: what a newer server says besides stays in the body.
    position: usulPositionSchema.parse(usul.position),
    opdId: usul.opdId,
    unorId: usul.unorId,
    deadline: usul.deadline,
    submittedAt: usul.submittedAt,
    ...digestOf(usul, today),
    shas: [...new Set(usul.documents.map((document) => document.sha256))],
    ...assignedColumn(usul),
    ...barColumns(usul),
    ...(unreadIn(usul) > 0 && { unread: unreadIn(usul) }),
  };
}

/** Clear on the disk: no name, and nothing that a newer server says besides. */
function assignedColumn({ assignment }: Usul): Pick<StoredUsul, 'assigned'> {
  if (!assignment) return {};
  const { number, to, insteadFrom, insteadUntil } = assignment;
  const instead =
    insteadFrom === undefined || insteadUntil === undefined ? {} : { insteadFrom, insteadUntil };
  return { assigned: { number, to, ...instead } };
}

/** The same of who may not decide it, and when. */
function barColumns({
  decidedByYou,
  actingFor,
}: Usul): Pick<StoredUsul, 'decidedByYou' | 'actingFor'> {
  const days = actingFor?.map(({ from, until, bar }) => ({ from, until, bar }));
  return { ...(decidedByYou && { decidedByYou }), ...(days && { actingFor: days }) };
}

function unreadIn({ threads = [] }: Usul): number {
  return threads.reduce((sum, { unread }) => sum + unread, 0);
}

/** Notes that nothing written about an usul is unread on this PC; the server is told by a command. */
export async function noteThreadsRead(database: AccountDatabase, usulId: string): Promise<void> {
  const { meta, usul } = database;
  await database.transaction('rw', [meta, usul], async () => {
    const row = await readUsulRow(database, usulId);
    if (row?.unread === undefined) return;
    const { unread: _unread, ...read } = row;
    await usul.put({ ...read, touched: await nextTouch(database) });
  });
}

function listingPlace(usulId: string): string {
  return `usul:${usulId}`;
}

function bodyPlace(usulId: string): string {
  return `usulBodies:${usulId}`;
}
