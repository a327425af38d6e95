import { z } from 'zod';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';
import { codeText, instantText } from '#shared/kernel/bounded.ts';
import { takenOverSchema } from '#shared/records/told-assignment.ts';
import { usulPositionSchema, usulSchema } from '#shared/records/usul.ts';
import { referenceVersionSchema } from '#shared/reference/reference-version.ts';

/** Most changes of one page. */
const maxChanges = 500;

/**
 * Query of the change feed: `cursor` as last answered, absent for a new PC; `limit` counts changes. `lastCommand` and
 * `lastReceipt` (since 8): the command of which this PC holds the newest receipt, and that receipt as it was answered. A
 * server that does not know it answers `perlu_sinkron_ulang`, whatever the cursor. `takenAfter` (since 12): number of the
 * last takeover that this PC was told of, 0 for none. `appointmentId` (since 13): in whose queue the cursor stands, where a person
 * has several appointments; absent: in that of the session. `givenToo` (since 13): it knows what was given to the account as well.
 * `referenceAfter` (since 15): the newest version of reference data that this PC has, 0 for none; one that the server has not
 * is as good as none.
 */
export const changesQuerySchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(maxChanges).default(200),
  lastCommand: z.uuid().optional(),
  lastReceipt: z.string().max(200).optional(),
  takenAfter: z.coerce.number().int().min(0).optional(),
  appointmentId: appointmentIdSchema.optional(),
  givenToo: z.literal('1').optional(),
  referenceAfter: z.coerce.number().int().min(0).optional(),
});

/**
 * One change, in the order of commit: the usul as it is now, or that it left the queue of this account: `position` says
 * where it stands now, and is null when that is no longer the account's to know (it went to another scope).
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('usul'), seq: z.int().positive(), usul: usulSchema }),
  z.object({
    kind: z.literal('keluar'),
    seq: z.int().positive(),
    usulId: z.uuid(),
    position: usulPositionSchema.nullable(),
  }),
]);
/** One change. */
export type Change = z.infer<typeof changeSchema>;

/**
 * A page of the feed. `cursor` is opaque text to hand back; `remaining` is how many changes follow it now. A cursor
 * that the server does not know is answered with error kind `perlu_sinkron_ulang` (HTTP 410). `epoch` (since 8) names the
 * stretch of the server's life in which its data only went on: under another name its data went back in time, and a PC
 * asks which of its commands are still there. `takenOver` (since 12): what was taken over from the account after `takenAfter`;
 * absent where nothing was, or nobody asked. `ticketNews` (since 13): how many messages of others in tickets that the account
 * reported it has not read. `correctionForbidden` (since 13): the record types of which the instansi lets nobody correct values
 * today, whatever usul of before say of it; absent where the account corrects none. `reference` (since 15): versions of sets of
 * reference data, with the last page; the first of them is the first of all where the server does not know `referenceAfter`.
 */
export const changesPageSchema = z.looseObject({
  changes: z.array(changeSchema).max(maxChanges),
  cursor: z.string().max(400),
  remaining: z.int().nonnegative(),
  serverTime: instantText,
  epoch: z.string().max(100).exactOptional(),
  takenOver: z.array(takenOverSchema).max(1_000).exactOptional(),
  ticketNews: z.int().nonnegative().exactOptional(),
  correctionForbidden: z.array(codeText).max(100).exactOptional(),
  reference: z.array(referenceVersionSchema).max(100).exactOptional(),
});
/** A change that this client cannot read: which one, and where it does not parse; nothing of what it says. */
export interface UnreadableChange {
  /** Null when not even that can be read. */
  readonly usulId: string | null;
  readonly seq: number | null;
  /** Paths of the schema, such as `usul.recordType`. */
  readonly places: readonly string[];
}

/** A page as a client reads it: one change that does not parse must not keep the others from it. */
export type ReceivedPage = ChangesPage & { readonly unreadable?: readonly UnreadableChange[] };

const envelopeSchema = changesPageSchema.extend({ changes: z.array(z.unknown()).max(maxChanges) });
const namedSchema = z.object({
  usulId: z.uuid().optional().catch(undefined),
  seq: z.int().optional().catch(undefined),
  usul: z.object({ id: z.uuid() }).optional().catch(undefined),
});

/** Reads a page, each change alone; undefined when it is no page at all (which is a fault of the network). */
export function readChangesPage(data: unknown): ReceivedPage | undefined {
  const envelope = envelopeSchema.safeParse(data);
  if (!envelope.success) return undefined;
  const changes: Change[] = [];
  const unreadable: UnreadableChange[] = [];
  for (const raw of envelope.data.changes) {
    const change = changeSchema.safeParse(raw);
    if (change.success) changes.push(change.data);
    else unreadable.push({ ...nameOf(raw), places: placesOf(change.error) });
  }
  return { ...envelope.data, changes, unreadable };
}

function nameOf(raw: unknown): Pick<UnreadableChange, 'usulId' | 'seq'> {
  const named = namedSchema.safeParse(raw).data;
  return { usulId: named?.usul?.id ?? named?.usulId ?? null, seq: named?.seq ?? null };
}

// Names of fields only, and not all of a record that is wrong throughout.
function placesOf(error: z.ZodError): string[] {
  return [...new Set(error.issues.map(({ path }) => path.join('.').slice(0, 80)))].slice(0, 10);
}

/** A page of the feed. */
export type ChangesPage = z.infer<typeof changesPageSchema>;
