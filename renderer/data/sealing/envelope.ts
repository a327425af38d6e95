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

/**
 * How a password is spelt before a key is made of it. The same letters may be typed as other code points on another
 * keyboard: NFKC makes them one, as on the server. Until 0.2.0 it was NFC here; a password for which that is something else
 * may still have its wrap under it.
 */
function spellingsOf(password: string): readonly [now: string, before: string | null] {
  const [now, before] = [password.normalize('NFKC'), password.normalize('NFC')];
  return [now, before === now ? null : before];
}

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

/**
 * Opens with the password, without network: opening is the check of the password. A wrap under its spelling of before is
 * made anew under the one of now: `envelope` is what belongs on the disk.
 */
export async function openWithPassword(
  envelope: Envelope,
  password: string,
  protection: Protection,
): Promise<Result<KeyAndEnvelope, WrapFailure>> {
  const opened = await openPasswordPart(envelope, password, protection, false);
  if (!opened.ok) return opened;
  const { key, wrapped, isOldSpelling } = opened.value;
  if (!isOldSpelling) return succeed({ key, envelope: withPasswordPart(envelope, wrapped) });
  const { accountId, password: before } = envelope;
  const renewed = await wrapUnderPassword(accountId, key, password, {
    protection,
    rounds: before.rounds,
  });
  return succeed({ key: await asUsable(key), envelope: { ...envelope, password: renewed } });
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
  const isCurrent = byPassword.ok && !byPassword.value.isOldSpelling;
  if (isCurrent && byDevice.ok && envelope.password.rounds >= rounds) {
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
  sealing: Sealing,
): Promise<KeyAndEnvelope> {
  const deviceKey = await keyFromDeviceSecret(deviceSecret);
  const envelope: Envelope = {
    version: envelopeVersion,
    accountId,
    password: await wrapUnderPassword(accountId, extractable, password, sealing),
    device: await wrapKey(
      extractable,
      deviceKey,
      contextOf(accountId, 'perangkat'),
      sealing.protection,
    ),
  };
  return { key: await asUsable(extractable), envelope };
}

async function wrapUnderPassword(
  accountId: string,
  extractable: CryptoKey,
  password: string,
  { protection, rounds }: Sealing,
): Promise<Envelope['password']> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const under = await keyFromPassword(spellingsOf(password)[0], salt, rounds);
  const wrapped = await wrapKey(extractable, under, contextOf(accountId, 'sandi'), protection);
  return { salt: toBase64(salt), rounds, ...wrapped };
}

/** An opened part; `isOldSpelling`: by the password as it was spelt before, and extractable, to be wrapped anew. */
interface OpenedByPassword extends Opened {
  readonly isOldSpelling: boolean;
}

async function openPasswordPart(
  { accountId, password: part }: Envelope,
  password: string,
  protection: Protection,
  extractable: boolean,
): Promise<Result<OpenedByPassword, WrapFailure>> {
  const salt = fromBase64(part.salt);
  const openAs = async (spelling: string, isExtractable: boolean) => {
    const under = await keyFromPassword(spelling, salt, part.rounds);
    return unwrapKey(part, under, contextOf(accountId, 'sandi'), protection, isExtractable);
  };
  const [now, before] = spellingsOf(password);
  const opened = await openAs(now, extractable);
  if (opened.ok) return succeed({ ...opened.value, isOldSpelling: false });
  if (opened.error !== 'salah' || before === null) return opened;
  const old = await openAs(before, true);
  return old.ok ? succeed({ ...old.value, isOldSpelling: true }) : old;
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
