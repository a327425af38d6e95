import { z } from 'zod';
import type { OutboxEntry } from '#renderer/data/schema/rows.ts';
import { sealedSchema } from '#renderer/data/sealing/vault.ts';
import { apiErrorSchema } from '#shared/contract/api-error.ts';
import { bulkAnswerSchema } from '#shared/contract/bulk.ts';
import { deviceSecretSchema, policySchema } from '#shared/contract/session.ts';
import { accountSchema, appointmentsSchema } from '#shared/workflow/authority/account.ts';
import { evidenceSchema, fieldVerdictSchema, outcomeSchema } from '#shared/workflow/decision.ts';
import {
  documentReadingSchema,
  pageBoxSchema,
} from '#renderer/evidence/matching/document-reading.ts';
import { deletionReasonSchema } from '#shared/records/deletion/deletion-claim.ts';
import { takenOverSchema } from '#shared/records/told-assignment.ts';
import { acknowledgementSchema } from '#shared/records/open-warning.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { sha256Schema, usulKindSchema, usulPositionSchema } from '#shared/records/usul.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { referenceVersionSchema } from '#shared/reference/reference-version.ts';

/** What a list shows of an usul; personal, so it is sealed. */
export const listingSchema = z.object({ nama: z.string(), nip: z.string(), unorNama: z.string() });

/** How an usul came to this desk: for the first time, again from the ASN, or back from the approver. */
export const usulRounds = ['baru', 'diajukan_ulang', 'dikembalikan'] as const;

/** What the rules say of an usul, counted by level. */
const findingCountsSchema = z.object({ galat: z.number(), peringatan: z.number() });

/** An usul as lists and sync see it, without its body; `listingSchema` is sealed in it. */
export const usulRowSchema = z.object({
  id: z.string(),
  touched: z.number(),
  seq: z.number(),
  revision: z.number(),
  version: z.number(),
  recordType: recordTypeIdSchema,
  kind: usulKindSchema,
  position: usulPositionSchema,
  opdId: z.string(),
  unorId: z.string(),
  deadline: localDateSchema,
  submittedAt: z.string(),
  round: z.enum(usulRounds),
  findings: findingCountsSchema,
  shas: z.array(z.string()),
  // Whose it is at its stage, without a name. Absent: whoever may decide it, or an older version wrote it.
  assigned: z
    .object({
      number: z.number(),
      to: z.enum(['bebas', 'anda', 'rekan']),
      insteadFrom: localDateSchema.exactOptional(),
      insteadUntil: localDateSchema.exactOptional(),
    })
    .exactOptional(),
  // Days on which whoever sits here may not decide it: always, because of an earlier decision, or in the place of somebody
  // (`bar`) of whom that is true. Absent where nothing keeps him or her from it, or an older version wrote it.
  decidedByYou: z.literal(true).exactOptional(),
  actingFor: z
    .array(z.object({ from: localDateSchema, until: localDateSchema, bar: z.string().nullable() }))
    .exactOptional(),
  // How many messages about it were not read; absent where there are none, or an older version wrote it.
  unread: z.number().exactOptional(),
  sealed: sealedSchema,
});
/** An usul as it is stored for lists and sync. */
export type StoredUsul = z.infer<typeof usulRowSchema>;
/** An usul as lists and sync see it. */
export type UsulRow = Omit<StoredUsul, 'sealed'> & {
  readonly listing: z.infer<typeof listingSchema>;
};

/** The rest of an usul; sealed in it is the whole (`usulSchema`). */
export const usulBodyRowSchema = z.object({ id: z.string(), sealed: sealedSchema });

/**
 * A document that some usul refers to. `perlu`: to be fetched; `ada`: verified and here; `hilang`: the server cannot
 * give it; `rusak`: what came did not have this SHA-256. The last two are tried again after `retryAt` (ms epoch).
 */
export const documentRowSchema = z.object({
  sha256: sha256Schema,
  touched: z.number(),
  size: z.number(),
  deadline: localDateSchema,
  state: z.enum(['perlu', 'ada', 'hilang', 'rusak']),
  attempts: z.number(),
  retryAt: z.number(),
});
/** A document that some usul refers to. */
export type DocumentRow = z.infer<typeof documentRowSchema>;

/** A document whose SHA-256 was verified; its bytes are sealed. */
export const documentBytesSchema = z.object({ sha256: sha256Schema, sealed: sealedSchema });

/** A piece of a document still being fetched; `offset` in bytes, the piece itself is sealed. */
export const documentPartSchema = z.object({
  sha256: sha256Schema,
  offset: z.number(),
  sealed: sealedSchema,
});

/**
 * What this PC read in a document (`readingContentSchema`, sealed). Clear are `engine`, the version of what read it, and
 * `reach`, up to which page (`wholeDocument` when nothing is left), so that what was read is counted without opening it.
 */
export const readingRowSchema = z.object({
  sha256: sha256Schema,
  engine: z.string(),
  reach: z.int().nonnegative(),
  sealed: sealedSchema,
});
/** What this PC read in a document, as it is stored. */
export type StoredReading = z.infer<typeof readingRowSchema>;

/** `reach` of a document of which nothing is left to read, or nothing can be. */
export const wholeDocument = 1_000_000;

/** A reading, and the values that it was made for: what was looked for once is not looked for again. */
export const readingContentSchema = z.object({
  reading: documentReadingSchema,
  soughtValues: z.array(z.string()),
});

/** What tells another scan of the same paper (`textFingerprintSchema`, sealed), made of a reading of `engine`. */
export const fingerprintRowSchema = z.object({
  sha256: sha256Schema,
  engine: z.string(),
  sealed: sealedSchema,
});

/** What was typed about an usul (`draftSchema`, sealed); `typed` (0 or 1) is clear so that lists can mark it. */
export const draftRowSchema = z.object({
  usulId: z.string(),
  typed: z.number(),
  sealed: sealedSchema,
});
/** What was typed about an usul, as it is stored. */
export type StoredDraft = z.infer<typeof draftRowSchema>;

/** What was typed about an usul. */
export const draftSchema = z.object({
  usulId: z.string(),
  revision: z.number(),
  version: z.number(),
  verdicts: z.record(z.string(), fieldVerdictSchema),
  // Absent in drafts of an older version.
  proposed: z.record(z.string(), z.string()).optional(),
  outcome: outcomeSchema.nullable(),
  reasons: z.array(z.string()),
  note: z.string(),
  // Absent in drafts of an older version.
  suggested: z.boolean().default(false),
  place: z
    .object({ field: z.string().nullable(), sha256: z.string().nullable(), page: z.number() })
    .nullable()
    .default(null),
  evidence: z.record(z.string(), evidenceSchema),
  // Absent in drafts of an older version, and while nothing was shown.
  places: z
    .record(
      z.string(),
      z.object({ sha256: z.string(), page: z.int().positive(), box: pageBoxSchema }),
    )
    .optional(),
  // Absent in drafts of an older version, and while nothing was acknowledged.
  acknowledged: z.array(acknowledgementSchema).optional(),
  // Absent in drafts of an older version, and while none was chosen.
  deletionReason: deletionReasonSchema.optional(),
});

const currentSchema = z.object({
  position: usulPositionSchema,
  revision: z.number(),
  version: z.number(),
});

const handlingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('belum') }),
  z.object({ kind: z.literal('diputuskan_ulang'), by: z.string() }),
  z.object({ kind: z.literal('dilepas'), at: z.string() }),
]);

/** What the server answered when it took a command in. */
export const receiptShape = {
  receivedAt: z.string(),
  chainSeq: z.number(),
  // Absent where a server of before answered.
  receipt: z.string().exactOptional(),
} as const;

/** What a command on this PC has become; nothing personal is in it. */
export const outboxStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('menunggu') }),
  z.object({ kind: z.literal('mengirim'), attempts: z.number() }),
  z.object({ kind: z.literal('terkirim'), ...receiptShape }),
  z.object({
    kind: z.literal('ditolak'),
    error: apiErrorSchema,
    current: currentSchema.nullable(),
    handled: handlingSchema,
  }),
]);

/**
 * A command on its way; what is kept of it (`kept-command.ts`) is sealed in it once, and every change of state leaves that
 * alone. `usulId` is the usul that it is about, `version` and `revision` the state of it that it judges; null for none.
 * `state` repeats the kind of `progress` for the index; `heldUntil` (ms epoch) leaves a moment to correct it; `shas` are
 * the documents that must stay on this PC while it is not delivered.
 */
export const outboxRowSchema = z.object({
  id: z.string(),
  touched: z.number(),
  kind: z.string(),
  usulId: z.string().nullable(),
  version: z.number().nullable(),
  revision: z.number().nullable(),
  state: z.enum(['menunggu', 'mengirim', 'terkirim', 'ditolak']),
  progress: outboxStateSchema,
  heldUntil: z.number(),
  shas: z.array(z.string()),
  sealed: sealedSchema,
});
/** A command on its way, as it is stored. */
export type StoredCommand = z.infer<typeof outboxRowSchema>;
/** What can be told of a command without opening it. */
export type CommandMark = Omit<StoredCommand, 'sealed'>;
/** A command on its way. */
export type OutboxRow = Omit<CommandMark, 'progress' | 'version' | 'revision'> & {
  readonly entry: OutboxEntry;
};

/**
 * A delivered command that the outbox shows no longer, kept so that it can be delivered again to a server that went back
 * in time; sealed as it was in the outbox.
 */
export const receiptRowSchema = z.object({
  ...outboxRowSchema.pick({
    id: true,
    kind: true,
    usulId: true,
    version: true,
    revision: true,
    sealed: true,
  }).shape,
  ...receiptShape,
});
/** A delivered command that the outbox shows no longer. */
export type StoredReceipt = z.infer<typeof receiptRowSchema>;

/**
 * Rows of the list of an appointment that is not in use, many in one: usul, their bodies, the snapshot, single values of its
 * feed; each as it was, sealed as it was. `part` numbers them; clear are the usul in it (`ids`) and the documents that stay on
 * this PC for them (`shas`).
 */
export const parkedRowSchema = z.object({
  appointmentId: z.string(),
  place: z.enum(['usul', 'usulBodies', 'snapshots', 'meta']),
  part: z.number(),
  ids: z.array(z.string()),
  shas: z.array(z.string()),
  rows: z.array(z.unknown()),
});
/** Rows of the list of an appointment that is not in use. */
export type ParkedRow = z.infer<typeof parkedRowSchema>;

/** Mark that a row went away, for those who follow a table; pruned after a day (`at`, ms epoch). */
export const removalSchema = z.object({
  table: z.string(),
  key: z.string(),
  touched: z.number(),
  at: z.number(),
});

/** A row that could not be read, kept for support; sealed in it is the row as text (see `rowText`). */
export const setAsideSchema = z.object({
  table: z.string(),
  key: z.string(),
  sealed: sealedSchema,
});

/** Everything that a followed table held when the change counter stood at `upTo`, sealed as one. */
export const snapshotRowSchema = z.object({
  key: z.string(),
  upTo: z.number(),
  sealed: sealedSchema,
});

/** Single values of an account's database that say nothing of a person, by key. Times are ISO 8601. */
export const metaSchemas = {
  touch: z.number(),
  cursor: z.string(),
  rebuildFrom: z.number(),
  // How many usul were here when the rebuild began.
  rebuildOf: z.number(),
  // Removals wait for a person's agreement: of so many usul. The usul themselves are marked (`held-removals.ts`).
  heldRemovals: z.object({ of: z.number() }),
  // To how many removals a person agreed.
  removalAgreed: z.number(),
  // Which application asked last for the changes that could not be read.
  readerVersion: z.string(),
  // By how many ms this PC's clock is ahead of the server's (negative: behind), as far as an answer proves it.
  clockAheadMs: z.number(),
  inboxComplete: z.boolean(),
  // The name of the server's epoch in which this PC was told last.
  epoch: z.string(),
  // The server is asked which delivered commands it still has: up to this id it was.
  receiptsAskedUpTo: z.string(),
  // The newest receipt of this PC, and the one that the next pull shows (`newest-receipt.ts`).
  newestReceipt: z.object({ id: z.string(), ...receiptShape }),
  shownReceipt: z.object({ id: z.string(), ...receiptShape }),
  // So many commands went again because the server did not know them any more, and nobody has seen it yet.
  deliveredAgain: z.number(),
  // Whether the receipts that the journal keeps were looked for here.
  journalReceiptsRead: z.boolean(),
  // How many usul of the first pull the server still has to tell.
  toCome: z.number(),
  // The last command that was looked at while old ones are pruned.
  prunedUpTo: z.string(),
  lastContact: z.string(),
  // The appointment whose list the usul here are. Absent: nobody noted it, or an older version wrote it.
  appointment: z.string(),
  // The appointment of the session at the server, as it told last.
  sessionAppointment: z.string(),
  // The number of the last takeover that this PC was told of.
  takenAfter: z.number(),
  // The server's time of the newest of them; and what it was when the server went back in time last.
  takenUpTo: z.string(),
  takenSince: z.string(),
  // How many messages of the helpdesk about what was reported here are unread.
  ticketNews: z.number(),
  // The record types of which the instansi lets nobody correct values today.
  correctionForbidden: z.array(z.string()),
  // Reference data over what comes with the application, and the server's epoch in which it was told.
  reference: z.object({ epoch: z.string(), versions: z.array(referenceVersionSchema) }),
  // Whether nothing clear is left of what an older version stored.
  oldRowsSealed: z.boolean(),
} as const;
/** Key of a single clear value. */
export type MetaKey = keyof typeof metaSchemas;
/** A single clear value. */
export type MetaValue<K extends MetaKey> = z.infer<(typeof metaSchemas)[K]>;

/** Single values of an account's database that are sealed, by key. `accessExpiresAt` in ms epoch. */
export const sealedMetaSchemas = {
  // `appointments`: all under which the account may act, as the server told last; `ended`: those that ended, and nobody has
  // seen it here since. Absent in what an older version wrote, or an older server told.
  profile: z.object({
    account: accountSchema,
    policy: policySchema,
    appointments: appointmentsSchema.exactOptional(),
    ended: z.array(accountSchema.pick({ role: true, scopeName: true })).exactOptional(),
  }),
  tokens: z.object({
    accessToken: z.string(),
    accessExpiresAt: z.number(),
    refreshToken: z.string(),
  }),
  // Read part by part: a part that another version wrote must not take the others with it.
  preferences: z.record(z.string(), z.unknown()),
  deviceSecret: deviceSecretSchema,
  // What documents were read to say against their usul, by its id.
  documentFindings: z.record(
    z.string(),
    z.object({ version: z.number(), count: z.int().nonnegative() }),
  ),
  // What colleagues took over from the account, and nobody has seen here since.
  takenOver: z.array(takenOverSchema),
  // What was typed as a message about an usul and not sent, by its id.
  threadTexts: z.record(z.string(), z.string()),
  // Usul that came back to the desk after they were decided, and were not opened since; the one that came first is first.
  returnedUsul: z.array(
    z.object({
      usulId: z.string(),
      decisionId: z.string(),
      employeeName: z.string(),
      sentences: z.array(z.string()),
    }),
  ),
  // What the server told last of approval in bulk.
  bulk: bulkAnswerSchema,
} as const;
/** Key of a single sealed value. */
export type SealedMetaKey = keyof typeof sealedMetaSchemas;
/** A single sealed value. */
export type SealedMetaValue<K extends SealedMetaKey> = z.infer<(typeof sealedMetaSchemas)[K]>;

/** A single sealed value as it is stored. */
export const sealedMetaRowSchema = z.object({ key: z.string(), sealed: sealedSchema });
/** A single sealed value as it is stored. */
export type SealedMetaRow = z.infer<typeof sealedMetaRowSchema>;
