import { z } from 'zod';
import { fromBase64, toBase64 } from '#renderer/data/sealing/base64.ts';
import type { Protection } from '#shared/bridge/platform.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const ivBytes = 12;
const cipher = { name: 'AES-GCM', length: 256 } as const;

/**
 * An account key under another key: an IV of 12 bytes and AES-256-GCM ciphertext, base64; `protected`: once more under
 * the operating system's protection.
 */
export const wrappedKeySchema = z.object({ bytes: z.base64(), protected: z.boolean() });
/** An account key under another key. */
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/**
 * Why a wrapped key did not open: `salah`: this is not what it was wrapped with; `hilang`: the operating system can no
 * longer open its part; `tak_tersedia`: it cannot now, and must be asked again.
 */
export type WrapFailure = 'salah' | 'hilang' | 'tak_tersedia';

/** An opened key; `wrapped` is how it lies on the disk from now on. */
export interface Opened {
  readonly key: CryptoKey;
  readonly wrapped: WrappedKey;
}

/** Wraps an extractable key; `context` is authenticated with it. */
export async function wrapKey(
  key: CryptoKey,
  under: CryptoKey,
  context: string,
  protection: Protection,
): Promise<WrappedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const ciphertext = await crypto.subtle.wrapKey('raw', key, under, parameters(iv, context));
  const bytes = new Uint8Array(ivBytes + ciphertext.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(ciphertext), ivBytes);
  const bare = toBase64(bytes);
  const shielded = await protection.protect(bare);
  return { bytes: shielded ?? bare, protected: shielded !== null };
}

/** Opens a wrapped key; its bytes never reach the script, and it is `extractable` only to be wrapped again. */
export async function unwrapKey(
  wrapped: WrappedKey,
  under: CryptoKey,
  context: string,
  protection: Protection,
  extractable: boolean,
): Promise<Result<Opened, WrapFailure>> {
  const bare = wrapped.protected ? await protection.unprotect(wrapped.bytes) : null;
  if (bare && bare.kind !== 'terbuka') return fail(bare.kind);
  const bytes = fromBase64(bare ? bare.bytes : wrapped.bytes);
  const key = await unwrap(bytes, under, context, extractable);
  if (!key) return fail('salah');
  const renewed = bare?.renewed;
  return succeed({ key, wrapped: renewed ? { ...wrapped, bytes: renewed } : wrapped });
}

async function unwrap(
  bytes: Uint8Array<ArrayBuffer>,
  under: CryptoKey,
  context: string,
  extractable: boolean,
): Promise<CryptoKey | null> {
  const [iv, ciphertext] = [bytes.slice(0, ivBytes), bytes.slice(ivBytes)];
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      ciphertext,
      under,
      parameters(iv, context),
      cipher,
      extractable,
      ['encrypt', 'decrypt'],
    );
  } catch (cause) {
    // What WebCrypto says of a tag that does not fit; anything else is a bug.
    if (cause instanceof Error && cause.name === 'OperationError') return null;
    throw cause;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(context) };
}

/**
 * A key that wraps, from a password as it is spelt (see `spellingsOf`): PBKDF2-SHA-256; takes a noticeable part of a second,
 * off the main thread.
 */
export async function keyFromPassword(
  spelling: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(spelling);
  const secret = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(derivation, secret, cipher, false, ['wrapKey', 'unwrapKey']);
}

/** A key that wraps, from the random secret that the server keeps for this device (base64): HKDF-SHA-256. */
export async function keyFromDeviceSecret(deviceSecret: string): Promise<CryptoKey> {
  const bytes = fromBase64(deviceSecret);
  const secret = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('meja: kunci akun');
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(derivation, secret, cipher, false, ['wrapKey', 'unwrapKey']);
}
