import { z } from 'zod';
import { faultSchema } from '#renderer/workers/sync/fault.ts';
import { deviceSecretSchema, policySchema } from '#shared/contract/session.ts';
import { handoverFileSchema, handoverReceiptSchema } from '#shared/contract/handover.ts';
import { accountSchema } from '#shared/workflow/authority/account.ts';

/** How the exchange with the server stands; `retryInSeconds` counts from the message. */
export const connectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('belum') }),
  z.object({ kind: z.literal('tersambung') }),
  z.object({ kind: z.literal('luring') }),
  z.object({ kind: z.literal('gangguan'), fault: faultSchema, retryInSeconds: z.number() }),
  z.object({ kind: z.literal('perlu_masuk') }),
  z.object({
    kind: z.literal('dicabut'),
    accepted: z.number(),
    refused: z.number(),
    unheard: z.boolean(),
  }),
]);
/** How the exchange with the server stands. */
export type SyncConnection = z.infer<typeof connectionSchema>;

/** What a person should know beside the connection. */
export const syncNoticesSchema = z.object({
  /** Documents are not fetched while so few bytes are free for this application; null: there is room. */
  diskLeftBytes: z.number().nullable(),
  /** Removals that wait for a person's agreement: so many usul of how many. */
  heldRemovals: z.object({ gone: z.number(), of: z.number(), agreed: z.boolean() }).nullable(),
  /** How many usul of the server this application cannot read. */
  unreadable: z.number(),
  /** By how many ms this PC's clock is ahead of the server's (negative: behind). */
  clockAheadMs: z.number(),
});
/** What a person should know beside the connection. */
export type SyncNotices = z.infer<typeof syncNoticesSchema>;

/** Everything that the main thread is told of the exchange. */
export const syncStatusSchema = z.object({
  connection: connectionSchema,
  lastContact: z.string().nullable(),
  inboxComplete: z.boolean(),
  notices: syncNoticesSchema,
  progress: z.object({
    doneDocuments: z.number(),
    totalDocuments: z.number(),
    doneBytes: z.number(),
    totalBytes: z.number(),
    secondsLeft: z.number().nullable(),
  }),
});
/** Everything that the main thread is told of the exchange. */
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** State before the first exchange. */
export const idleStatus: SyncStatus = {
  connection: { kind: 'belum' },
  lastContact: null,
  inboxComplete: false,
  notices: { diskLeftBytes: null, heldRemovals: null, unreadable: 0, clockAheadMs: 0 },
  progress: { doneDocuments: 0, totalDocuments: 0, doneBytes: 0, totalBytes: 0, secondsLeft: null },
};

/** What the worker must know before anything else. Durations in milliseconds. */
export const syncSettingsSchema = z.object({
  serverUrl: z.string(),
  appVersion: z.string(),
  deviceName: z.string(),
  holdMs: z.number(),
  pollMs: z.number(),
});
/** What the worker must know before anything else. */
export type SyncSettings = z.infer<typeof syncSettingsSchema>;

/** A key for use: it can be handed on between threads and windows, and not be taken out of WebCrypto. */
const keySchema = z.instanceof(CryptoKey);

/**
 * From the main thread to the worker. `simpan_sesi` ends the sign-in of that request: only with the account's key can
 * its tokens be kept. `kirim_saja` ends it too, in another way: what waits in a database that stays closed is delivered,
 * and nothing is kept. `deviceId`: this PC's own id, where the database that has it stays closed as well. `kunci`: the desk is locked; the key is kept no longer than decisions wait to be sent.
 */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setel'), settings: syncSettingsSchema }),
  z.object({
    kind: z.literal('masuk'),
    requestId: z.number(),
    username: z.string(),
    password: z.string(),
    deviceId: z.string().optional(),
  }),
  z.object({
    kind: z.literal('simpan_sesi'),
    requestId: z.number(),
    signInId: z.number(),
    key: keySchema,
  }),
  z.object({
    kind: z.literal('kirim_saja'),
    requestId: z.number(),
    signInId: z.number(),
    key: keySchema,
  }),
  z.object({ kind: z.literal('keluar'), requestId: z.number(), accountId: z.string() }),
  z.object({ kind: z.literal('tanya'), requestId: z.number() }),
  z.object({ kind: z.literal('mulai'), accountId: z.string(), key: keySchema }),
  z.object({ kind: z.literal('kunci') }),
  z.object({ kind: z.literal('berhenti') }),
  z.object({ kind: z.literal('sekarang') }),
  z.object({ kind: z.literal('jaringan'), online: z.boolean() }),
  z.object({ kind: z.literal('perlu_dokumen'), sha256: z.string() }),
  z.object({
    kind: z.literal('serahkan'),
    requestId: z.number(),
    accountId: z.string(),
    file: handoverFileSchema,
  }),
]);
/** From the main thread to the worker. */
export type SyncRequest = z.infer<typeof requestSchema>;

/** Outcome of a sign-in; the secret opens the account's key on this PC, the tokens stay with the worker. */
export const signInAnswerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      account: accountSchema,
      policy: policySchema,
      deviceSecret: deviceSecretSchema,
    }),
  }),
  z.object({ ok: z.literal(false), error: faultSchema }),
]);
/** Outcome of a sign-in. */
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** What the server said of a file that was passed on, or why it was not asked. */
export const passOnAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: handoverReceiptSchema }),
  z.object({
    ok: z.literal(false),
    error: z.union([faultSchema, z.object({ kind: z.literal('perlu_masuk') })]),
  }),
]);
/** What the server said of a file that was passed on, or why it was not asked. */
export type PassOnAnswer = z.infer<typeof passOnAnswerSchema>;

/** Outcome of sending what waits in a database that stays closed. */
export const sendWaitingAnswerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({ accepted: z.number(), refused: z.number(), unreadable: z.number() }),
  }),
  z.object({
    ok: z.literal(false),
    error: faultSchema,
  }),
]);
/** Outcome of sending what waits in a database that stays closed. */
export type SendWaitingAnswer = z.infer<typeof sendWaitingAnswerSchema>;

/** From the worker to the main thread. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keadaan'), accountId: z.string(), status: syncStatusSchema }),
  z.object({ kind: z.literal('hasil_masuk'), requestId: z.number(), answer: signInAnswerSchema }),
  z.object({
    kind: z.enum(['hasil_simpan', 'hasil_keluar', 'hasil_tanya']),
    requestId: z.number(),
    done: z.boolean(),
  }),
  z.object({
    kind: z.literal('hasil_serahkan'),
    requestId: z.number(),
    answer: passOnAnswerSchema,
  }),
  z.object({
    kind: z.literal('hasil_kirim_saja'),
    requestId: z.number(),
    answer: sendWaitingAnswerSchema,
  }),
  z.object({
    kind: z.literal('catatan'),
    level: z.enum(['info', 'warning', 'error']),
    event: z.string().max(80),
    detail: z.string().max(2000),
  }),
]);
/** From the worker to the main thread. */
export type SyncReport = z.infer<typeof reportSchema>;
