import { z } from 'zod';
import { fromBase64, toBase64 } from '#renderer/data/sealing/base64.ts';
import type { Protection } from '#shared/bridge/platform.ts';
import { makeAccountKey } from '#renderer/data/sealing/vault.ts';
import {
  keyFromDeviceSecret,
  keyFromPassword,
  unwrapKey,
  wrapKey,
  wrappedKeySchema,
  type Opened,
  type WrapFailure,
  type WrappedKey,
} from '#renderer/data/sealing/wrapped-key.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Rounds of PBKDF2-SHA-256 from a password to a key: at least what OWASP asks. */
export const passwordRounds = 600_000;

/** How envelopes are made; `rounds` of PBKDF2, fewer than `passwordRounds` only in tests about something else. */
export interface Sealing {
  readonly protection: Protection;
  readonly rounds: number;
}

const saltBytes = 16;

/** Number of the envelope's format. */
export const envelopeVersion = 1;

/**
 * An account's key as it lies on the disk: the same key wrapped twice, under the password and under the secret that the
 * server keeps for this device. Neither the key nor what opens it is in it.
 */
export const envelopeSchema = z.object({
  version: z.literal(envelopeVersion),
  accountId: z.string(),
  password: wrappedKeySchema.extend({
    salt: z.base64(),
    rounds: z.int().positive().max(100_000_000),
  }),
  device: wrappedKeySchema,
});
/** An account's key as it lies on the disk. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** What opens an envelope after the server let the person in: the secret is base64. */
export interface Openers {
  readonly password: string;
  readonly deviceSecret: string;
}

/** A key for use (not extractable), and the envelope that belongs on the disk. */
export interface KeyAndEnvelope {
  readonly key: CryptoKey;
  readonly envelope: Envelope;
}

/** A new random key for an account. */
export async function makeEnvelope(
  accountId: string,
  openers: Openers,
  sealing: Sealing,
): Promise<KeyAndEnvelope> {
  return seal(accountId, await makeAccountKey(true), openers, sealing);
}

/** Opens with the password, without network: opening is the check of the password. */
export async function openWithPassword(
  envelope: Envelope,
  password: string,
  protection: Protection,
): Promise<Result<KeyAndEnvelope, WrapFailure>> {
  const opened = await openPasswordPart(envelope, password, protection, false);
  if (!opened.ok) return opened;
  const { key, wrapped } = opened.value;
  return succeed({ key, envelope: withPasswordPart(envelope, wrapped) });
}

/**
 * Opens with what the server vouches for: the password or, if it is a new one, the device secret. The envelope that
 * comes back opens with both, at no fewer rounds than asked for.
 */
export async function openWithEither(
  envelope: Envelope,
  openers: Openers,
  sealing: Sealing,
): Promise<Result<KeyAndEnvelope, WrapFailure>> {
  const { protection, rounds } = sealing;
  const byPassword = await openPasswordPart(envelope, openers.password, protection, true);
  const byDevice = await openDevicePart(envelope, openers.deviceSecret, protection);
  if (byPassword.ok && byDevice.ok && envelope.password.rounds >= rounds) {
    const renewed = withPasswordPart(envelope, byPassword.value.wrapped);
    const key = await asUsable(byPassword.value.key);
    return succeed({ key, envelope: { ...renewed, device: byDevice.value.wrapped } });
  }
  const opened = byPassword.ok ? byPassword : byDevice;
  if (opened.ok) {
    return succeed(await seal(envelope.accountId, opened.value.key, openers, sealing));
  }
  const failures = [byPassword, byDevice].map((part) => (part.ok ? null : part.error));
  // What may open later is not lost.
  return fail(failures.includes('tak_tersedia') ? 'tak_tersedia' : opened.error);
}

async function seal(
  accountId: string,
  extractable: CryptoKey,
  { password, deviceSecret }: Openers,
  { protection, rounds }: Sealing,
): Promise<KeyAndEnvelope> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const [passwordKey, deviceKey] = await Promise.all([
    keyFromPassword(password, salt, rounds),
    keyFromDeviceSecret(deviceSecret),
  ]);
  const wrap = (under: CryptoKey, part: Part): Promise<WrappedKey> =>
    wrapKey(extractable, under, contextOf(accountId, part), protection);
  const envelope: Envelope = {
    version: envelopeVersion,
    accountId,
    password: {
      salt: toBase64(salt),
      rounds,
      ...(await wrap(passwordKey, 'sandi')),
    },
    device: await wrap(deviceKey, 'perangkat'),
  };
  return { key: await asUsable(extractable), envelope };
}

async function openPasswordPart(
  { accountId, password: part }: Envelope,
  password: string,
  protection: Protection,
  extractable: boolean,
): Promise<Result<Opened, WrapFailure>> {
  const under = await keyFromPassword(password, fromBase64(part.salt), part.rounds);
  return unwrapKey(part, under, contextOf(accountId, 'sandi'), protection, extractable);
}

async function openDevicePart(
  { accountId, device }: Envelope,
  deviceSecret: string,
  protection: Protection,
): Promise<Result<Opened, WrapFailure>> {
  const under = await keyFromDeviceSecret(deviceSecret);
  return unwrapKey(device, under, contextOf(accountId, 'perangkat'), protection, true);
}

function withPasswordPart(
  envelope: Envelope,
  { bytes, protected: shielded }: WrappedKey,
): Envelope {
  return { ...envelope, password: { ...envelope.password, bytes, protected: shielded } };
}

/** The same key for use: from here on it cannot be taken out of WebCrypto. */
async function asUsable(extractable: CryptoKey): Promise<CryptoKey> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', extractable));
  try {
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    bytes.fill(0);
  }
}

type Part = 'sandi' | 'perangkat';

// Nobody can pass one account's or one purpose's wrapped key for another's.
function contextOf(accountId: string, part: Part): string {
  return `meja-amplop-1:${accountId}:${part}`;
}
