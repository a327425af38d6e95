import { z } from 'zod';
import { answeredFaultSchema, faultSchema } from '#renderer/workers/sync/fault.ts';
import { syncStatusSchema } from '#renderer/workers/sync/sync-status.ts';
import type { Channel } from '#shared/channel/channel.ts';
import { activationRequestSchema } from '#shared/contract/activation.ts';
import { isSignedInRoute, type SignedInRoute } from '#shared/contract/route-call.ts';
import { serverKeySchema } from '#shared/contract/server-identity.ts';
import { factorOfferSchema } from '#shared/contract/second-factor.ts';
import { deviceSecretSchema, policySchema, signInStepsSchema } from '#shared/contract/session.ts';
import { accountSchema, appointmentsSchema } from '#shared/workflow/authority/account.ts';

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

/** A sign-in that the server accepted, and the key of its account. */
const signedInSchema = z.object({ signInId: z.uuid(), key: keySchema });

/**
 * Why a question to the server has no answer. `luring`: no network since `lastContact` (ISO 8601, the server's clock;
 * null: this account never reached it from this PC); `perlu_masuk`: somebody must sign in first.
 */
const queryTroubleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('luring'), lastContact: z.string().nullable() }),
  z.object({ kind: z.literal('perlu_masuk') }),
  ...answeredFaultSchema.options,
]);
/** Why a question to the server has no answer. */
export type QueryTrouble = z.infer<typeof queryTroubleSchema>;

/** Between the page and the sync worker. */
export const syncChannel = {
  requests: {
    /** The secret opens the account's key on this PC, the tokens stay with the worker, kept by `keepSession` alone. */
    signIn: {
      /** `deviceId`: this PC's own id, where the database that has it stays closed. */
      input: z.object({
        username: z.string(),
        password: z.string(),
        deviceId: z.string().optional(),
        steps: signInStepsSchema,
      }),
      output: resultOf(
        z.object({
          signInId: z.uuid(),
          account: accountSchema,
          policy: policySchema,
          appointments: appointmentsSchema.exactOptional(),
          deviceSecret: deviceSecretSchema,
          newPasswordAsked: z.boolean(),
        }),
        faultSchema,
      ),
    },
    /** Gives an account its first password, for the code of its slip; nobody is signed in by that. */
    activate: { input: activationRequestSchema, output: resultOf(z.null(), faultSchema) },
    /** A second factor for an account, by its password and the factor that it has. */
    offerFactor: {
      input: z.object({
        username: z.string(),
        password: z.string(),
        code: z.string().optional(),
      }),
      output: resultOf(factorOfferSchema, faultSchema),
    },
    /** Ends a sign-in: only with the account's key can its tokens be kept. */
    keepSession: { input: signedInSchema, output: z.boolean() },
    /** Ends it without keeping anything: the server is told that nobody uses the session. */
    declineSession: { input: z.object({ signInId: z.uuid() }), output: z.null() },
    /** Ends it in another way: what waits in a database that stays closed is delivered, and nothing is kept. */
    sendWaiting: {
      input: signedInSchema,
      output: resultOf(
        z.object({ accepted: z.number(), refused: z.number(), unreadable: z.number() }),
        faultSchema,
      ),
    },
    /** A person agrees to the server that was shown in the place of the known one (`server_lain`); false: it is another. */
    agreeToServer: { input: z.object({ key: serverKeySchema.nullable() }), output: z.boolean() },
    signOut: { input: z.object({ accountId: z.string() }), output: z.boolean() },
    /** Whether the server itself answers now. */
    reachServer: { input: z.null(), output: z.boolean() },
    /** Any route of the contract that a signed-in account may call; its types are the client's business. */
    query: {
      input: z.object({
        accountId: z.string(),
        route: z.custom<SignedInRoute>((name) => typeof name === 'string' && isSignedInRoute(name)),
        input: z.object({
          params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
          query: z.unknown().optional(),
          body: z.unknown().optional(),
        }),
      }),
      output: resultOf(z.unknown(), queryTroubleSchema),
    },
  },
  notices: {
    configure: syncSettingsSchema,
    /** Exchange for this account, in this window or in the one that already does. */
    start: z.object({ accountId: z.string(), key: keySchema }),
    /** The desk is locked: the key is kept no longer than decisions wait to be sent. */
    lock: z.null(),
    stop: z.null(),
    /** Something waits, or a person asks. */
    wake: z.null(),
    network: z.object({ online: z.boolean() }),
    wantDocument: z.object({ sha256: z.string() }),
  },
  events: {
    status: z.object({ accountId: z.string(), status: syncStatusSchema }),
    log: z.object({
      level: z.enum(['info', 'warning', 'error']),
      event: z.string().max(80),
      detail: z.string().max(2000),
    }),
  },
} as const satisfies Channel;

function resultOf<T extends z.ZodType, E extends z.ZodType>(value: T, error: E) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);
}
