import { z } from 'zod';
import { instantText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

/** Digits of a code of the second factor (RFC 6238). */
export const factorDigits = 6;

/** How many recovery codes come with a second factor. */
export const recoveryCodeCount = 10;

/** A code as somebody types it: of the authenticator, or a recovery code; with gaps. */
export const typedCodeSchema = z.string().trim().min(1).max(40);

/**
 * A second factor that an account may confirm: `secret` in base32, `address` the same as `otpauth:` URI for a QR code. The
 * recovery codes work once each, from the confirmation on; nothing of it is told again.
 */
export const factorOfferSchema = z.looseObject({
  secret: z
    .string()
    .length(32)
    .regex(/^[A-Z2-7]+$/u),
  address: z.string().max(400),
  recoveryCodes: z.array(z.string().max(40)).length(recoveryCodeCount),
});
/** A second factor that an account may confirm. */
export type FactorOffer = z.infer<typeof factorOfferSchema>;

/** How the own account stands: since when it has a factor, how many recovery codes are left, from which day it must have one. */
export const factorStandingSchema = z.looseObject({
  confirmedAt: instantText.nullable(),
  recoveryCodes: z.int().nonnegative(),
  askedFrom: localDateSchema.nullable(),
});
/** How the own account stands. */
export type FactorStanding = z.infer<typeof factorStandingSchema>;

/** What takes a second factor away: the password, and a code of the factor. */
export const factorRemovalSchema = z.object({
  password: z.string().min(1).max(200),
  code: typedCodeSchema,
});
