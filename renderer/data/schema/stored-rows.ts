import { z } from 'zod';
import { apiErrorSchema } from '#shared/contract/api-error.ts';
import { policySchema } from '#shared/contract/session.ts';
import { accountSchema } from '#shared/domain/model/account.ts';
import {
  decisionSchema,
  evidenceSchema,
  fieldVerdictSchema,
  outcomeSchema,
} from '#shared/domain/model/decision.ts';
import { recordTypeIdSchema } from '#shared/domain/model/record-type.ts';
import { sha256Schema, usulKindSchema, usulPositionSchema } from '#shared/domain/model/usul.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

/** What a list shows of an usul; personal, so it is sealed together with the body. */
const listingSchema = z.object({ nama: z.string(), nip: z.string(), unorNama: z.string() });

/** How an usul came to this desk: for the first time, again from the ASN, or back from the approver. */
export const usulRounds = ['baru', 'diajukan_ulang', 'dikembalikan'] as const;

/** What the rules say of an usul, counted by level. */
const findingCountsSchema = z.object({ galat: z.number(), peringatan: z.number() });

/** An usul as lists and sync see it, without its body. */
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
  // Absent in rows of an older version until they are filled (`fillDigests`): as if the rules had found nothing.
  round: z.enum(usulRounds).default('baru'),
  findings: findingCountsSchema.default({ galat: 0, peringatan: 0 }),
  shas: z.array(z.string()),
  listing: listingSchema,
});
/** An usul as lists and sync see it. */
export type UsulRow = z.infer<typeof usulRowSchema>;

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

/** Bytes of a document whose SHA-256 was verified. */
export const documentBytesSchema = z.object({
  sha256: sha256Schema,
  bytes: z.instanceof(ArrayBuffer),
});

/** A piece of a document still being fetched; `offset` in bytes. */
export const documentPartSchema = z.object({
  sha256: sha256Schema,
  offset: z.number(),
  bytes: z.instanceof(ArrayBuffer),
});

/** What was typed about an usul; `typed` (0 or 1) is clear so that lists can mark it. */
export const draftRowSchema = z.object({
  usulId: z.string(),
  typed: z.number(),
  draft: z.object({
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
  }),
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

const outboxStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('menunggu') }),
  z.object({ kind: z.literal('mengirim'), attempts: z.number() }),
  z.object({ kind: z.literal('terkirim'), receivedAt: z.string(), chainSeq: z.number() }),
  z.object({
    kind: z.literal('ditolak'),
    error: apiErrorSchema,
    current: currentSchema.nullable(),
    handled: handlingSchema,
  }),
]);

/**
 * A decision on its way. `heldUntil` (ms epoch) leaves a moment to correct it; `shas` are the documents that must stay
 * on this PC while it is not delivered.
 */
export const outboxRowSchema = z.object({
  id: z.string(),
  touched: z.number(),
  usulId: z.string(),
  state: z.enum(['menunggu', 'mengirim', 'terkirim', 'ditolak']),
  heldUntil: z.number(),
  shas: z.array(z.string()),
  entry: z.object({
    decision: decisionSchema,
    state: outboxStateSchema,
    employeeName: z.string(),
    nip: z.string(),
    recordType: z.string(),
    usulKind: z.string(),
  }),
});
/** A decision on its way. */
export type OutboxRow = z.infer<typeof outboxRowSchema>;

/** Mark that a row went away, for those who follow a table; pruned after a day (`at`, ms epoch). */
export const removalSchema = z.object({
  table: z.string(),
  key: z.string(),
  touched: z.number(),
  at: z.number(),
});

/** A row that could not be read, kept for support; `row` is as it was. */
export const setAsideSchema = z.object({ table: z.string(), key: z.string(), row: z.unknown() });

/** What a password is compared with while there is no network: PBKDF2-SHA-256, both values base64. Never the password. */
const passwordCheckSchema = z.object({
  salt: z.base64(),
  rounds: z.int().positive(),
  hash: z.base64(),
});
/** What a password is compared with while there is no network. */
export type PasswordCheck = z.infer<typeof passwordCheckSchema>;

/** Single values of an account's database, by key. Times are ISO 8601 or, in `accessExpiresAt`, ms epoch. */
export const metaSchemas = {
  touch: z.number(),
  profile: z.object({ account: accountSchema, policy: policySchema }),
  tokens: z.object({
    accessToken: z.string(),
    accessExpiresAt: z.number(),
    refreshToken: z.string(),
  }),
  cursor: z.string(),
  rebuildFrom: z.number(),
  inboxComplete: z.boolean(),
  // The last usul that was looked at while rows of an older version are filled; null when all were.
  digestedUpTo: z.string().nullable(),
  // The last decision that was looked at while old ones are pruned.
  prunedUpTo: z.string(),
  lastContact: z.string(),
  // Read part by part: a part that another version wrote must not take the others with it.
  preferences: z.record(z.string(), z.unknown()),
  passwordCheck: passwordCheckSchema,
} as const;
/** Key of a single value. */
export type MetaKey = keyof typeof metaSchemas;
/** A single value. */
export type MetaValue<K extends MetaKey> = z.infer<(typeof metaSchemas)[K]>;

/** Tokens of a session on this device. */
export type Tokens = MetaValue<'tokens'>;
