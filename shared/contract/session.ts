import { z } from 'zod';
import { deviceKeySchema, deviceProofSchema } from '#shared/contract/device-proof.ts';
import { typedCodeSchema } from '#shared/contract/second-factor.ts';
import { codeText, instantText } from '#shared/kernel/bounded.ts';
import {
  accountSchema,
  appointmentIdSchema,
  appointmentsSchema,
} from '#shared/workflow/authority/account.ts';

/** The PC that signs in; `id` is made once on the PC and kept. */
export const deviceSchema = z.object({ id: z.uuid().toLowerCase(), name: z.string().max(80) });

/**
 * Sign-in: NIP or user name, with the password; `proof` (since 9): that the PC has its key (`signInProofText`);
 * `appointmentId` (since 11): the appointment to act under, else the one that was used last, on this PC rather than elsewhere.
 * Since 13: `code`: of the second factor, or one of its recovery codes; `newFactor`: it is of the one that was offered last, which
 * is confirmed by it; `newPassword`: takes the place of `password` at once.
 */
export const signInRequestSchema = z.object({
  username: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
  device: deviceSchema,
  proof: deviceProofSchema.exactOptional(),
  appointmentId: appointmentIdSchema.exactOptional(),
  code: typedCodeSchema.exactOptional(),
  newFactor: z.literal(true).exactOptional(),
  newPassword: z.string().min(1).max(200).exactOptional(),
});

/** What a sign-in is asked with. */
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** What is asked for at a sign-in after the password, by and by. */
export const signInStepsSchema = signInRequestSchema.pick({
  code: true,
  newFactor: true,
  newPassword: true,
});
/** What is asked for at a sign-in after the password. */
export type SignInSteps = z.infer<typeof signInStepsSchema>;

/** What an account must prove to be offered a second factor; `code`: of the one that it has. */
export const factorOfferRequestSchema = signInRequestSchema.pick({
  username: true,
  password: true,
  device: true,
  proof: true,
  code: true,
});

/**
 * What the server asks of its clients. `markFoundAllowed`: whether every field whose value was found may be marked in one
 * stroke; a server that does not say it (contract 2 and older) allows it.
 */
export const policySchema = z.looseObject({
  minimumAppVersion: codeText,
  offlineUnlockDays: z.int().positive(),
  lockAfterMinutes: z.int().positive(),
  markFoundAllowed: z.boolean().default(true),
});
/** What the server asks of its clients. */
export type Policy = z.infer<typeof policySchema>;

/**
 * What only the server and one account's installation on one PC know: base64 of 32 random bytes. Made at the first
 * sign-in and the same ever after; it opens the sealed cache after a password change and seals hand-over files.
 */
export const deviceSecretSchema = z.base64().length(44);

/**
 * A session: a short access token (JWT) and a refresh token that works once and only on this device. `deviceKey` (since 9):
 * the key of the PC that the server asks a proof of from now on, with each refresh and each batch. `newPasswordAsked` (since
 * 10): the password that signed in would not be taken as a new one. `appointments` (since 11): all that are valid today, the
 * one in use (`account.appointmentId`) among them.
 */
export const sessionSchema = z.looseObject({
  account: accountSchema,
  accessToken: z.string().max(4_000),
  accessExpiresInSeconds: z.int().positive(),
  refreshToken: z.string().max(400),
  deviceSecret: deviceSecretSchema,
  policy: policySchema,
  serverTime: instantText,
  deviceKey: deviceKeySchema.exactOptional(),
  newPasswordAsked: z.literal(true).exactOptional(),
  appointments: appointmentsSchema.exactOptional(),
});
/** A session. */
export type Session = z.infer<typeof sessionSchema>;

/** Choice of the appointment under which a session goes on. */
export const appointmentChoiceSchema = z.object({ appointmentId: appointmentIdSchema });
/** Under which appointment a session goes on, and all that are valid today. */
export const chosenAppointmentSchema = z.looseObject({
  account: accountSchema,
  appointments: appointmentsSchema,
});

/**
 * Exchange of a refresh token for a new session; `proof` (since 9): by `refreshProofText`; `appointmentId` (since 13): under which
 * appointment this PC works. Where it has ended the session goes on under another valid one of the account; a client that states
 * none is told `penunjukan_berakhir` then.
 */
export const refreshRequestSchema = z.object({
  refreshToken: z.string().min(1).max(400),
  deviceId: z.uuid().toLowerCase(),
  proof: deviceProofSchema.exactOptional(),
  appointmentId: appointmentIdSchema.exactOptional(),
});
/** Exchange of a refresh token. */
export type RefreshRequest = z.infer<typeof refreshRequestSchema>;
