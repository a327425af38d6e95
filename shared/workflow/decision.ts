import { z } from 'zod';
import { boundedList, instantText } from '#shared/kernel/bounded.ts';
import { deletionReasonSchema } from '#shared/records/deletion/deletion-claim.ts';
import {
  acknowledgementSchema,
  isUnreadMark,
  maxAcknowledgements,
} from '#shared/records/open-warning.ts';
import { sha256Schema } from '#shared/records/usul.ts';
import { correctionSchema, maxPages } from '#shared/workflow/correction.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';

/** What a decider may choose. `kembalikan` (back to the verifikator) is the approver's alone. */
export const outcomes = ['teruskan', 'perbaikan', 'tolak', 'koordinasi', 'kembalikan'] as const;
/** Outcome as zod schema. */
export const outcomeSchema = z.enum(outcomes);
/** Outcome of a decision. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** What one command does to an usul: a decision on it, or the answer to the question that was asked about it (`jawab`). */
export const deeds = [...outcomes, 'jawab'] as const;
/** What one command does to an usul. */
export type Deed = (typeof deeds)[number];

/** What a person says of one field against the document. */
export const verdictKinds = ['sesuai', 'tidak_sesuai', 'tidak_terbaca'] as const;
/** What a person says of one field against the document. */
export type Verdict = (typeof verdictKinds)[number];
/** Every judgement of one field: what is said of it, or (since 12) that the value was put right. */
export const judgements = [...verdictKinds, 'dikoreksi'] as const;
/** Every judgement of one field. */
export type Judgement = (typeof judgements)[number];
/**
 * Judgement of one field as zod schema; `seen` is what the document says where it differs, empty when not typed. `correction`:
 * of `dikoreksi` alone, the value that the usul goes on with (`correctionFaults`).
 * `basis` `ditemukan`: it was marked together with every field whose value the application found in the document; absent:
 * a person judged this field, or an older application did not say.
 */
export const fieldVerdictSchema = z.object({
  field: z.string().min(1).max(100),
  verdict: z.enum(judgements),
  seen: z.string().max(500),
  basis: z.literal('ditemukan').optional(),
  correction: correctionSchema.exactOptional(),
});
/** Judgement of one field. */
export type FieldVerdict = z.infer<typeof fieldVerdictSchema>;

/** A document that was looked at: pages count from 1; `pageCount` is null when the file could not be opened. */
export const evidenceSchema = z.object({
  sha256: sha256Schema,
  pageCount: z.int().positive().max(maxPages).nullable(),
  pagesSeen: boundedList(z.int().positive().max(maxPages), { max: maxPages }),
});
/** A document that was looked at. */
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * One decision as made on a PC. `id` is a UUIDv7 made there and its idempotency key; `revision` and `version` name what
 * was judged; `decidedAt` is the PC's clock (ISO 8601 UTC), kept as a statement, never used for order. UUIDs have one
 * spelling, lower case: the database keeps them so, and the chain hashes what is kept. `acknowledged`: the open warnings
 * over which it was made, seen by the person, and the documents that had not been read (`unreadMarks`); absent where
 * there were none, or an older application did not ask. `deletionReason`: under which reason a deletion was judged whose usul
 * states none of the catalogue; absent where the person chose none. `appointmentId`: under which appointment the person
 * decided; absent where the application knew of none. `bulkId`: the batch of which this usul was drawn as a sample, or with
 * which it was approved; absent for a decision by itself. An answer (`jawab`) is kept in the same form: its text is the note, and
 * it judges nothing.
 */
export const decisionSchema = z.object({
  id: z.uuidv7().toLowerCase(),
  usulId: z.uuid().toLowerCase(),
  revision: z.int().positive(),
  version: z.int().positive(),
  outcome: z.enum(deeds),
  reasons: boundedList(z.string().max(40), { max: 20 }),
  note: z.string().max(2000),
  verdicts: boundedList(fieldVerdictSchema, { max: 200 }),
  evidence: boundedList(evidenceSchema, { max: 20 }),
  deviceId: z.uuid().toLowerCase(),
  appVersion: z.string().max(40),
  decidedAt: instantText,
  acknowledged: boundedList(acknowledgementSchema, { max: maxAcknowledgements }).exactOptional(),
  deletionReason: deletionReasonSchema.exactOptional(),
  appointmentId: appointmentIdSchema.exactOptional(),
  bulkId: z.uuidv7().toLowerCase().exactOptional(),
});
/** One decision as made on a PC. */
export type Decision = z.infer<typeof decisionSchema>;

/** A decision without what it says of documents that had not been read, but for these (SHA-256). */
export function withoutUnread(
  { acknowledged = [], ...decision }: Decision,
  stillUnread: readonly string[] = [],
): Decision {
  const answered = acknowledged.filter(
    (one) => !isUnreadMark(one) || stillUnread.includes(one.about ?? ''),
  );
  return { ...decision, ...(answered.length > 0 && { acknowledged: answered }) };
}

/** The application's version that first asked for acknowledgements: a decision made with an older one has none to give. */
export const acknowledgesSince = '0.2.0';
