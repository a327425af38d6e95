import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const ivBytes = 12;
const tagBytes = 16;

/**
 * A value as it lies on the disk: an IV of 12 bytes, then AES-256-GCM ciphertext with its tag of 16. Every sealing takes
 * a new IV, so two sealed forms are the same bytes only if nothing was written in between.
 */
export const sealedSchema = z
  .instanceof(Uint8Array<ArrayBuffer>)
  .refine((sealed) => sealed.byteLength >= ivBytes + tagBytes);
/** A value as it lies on the disk. */
export type Sealed = z.infer<typeof sealedSchema>;

/** Sealed under another key, for another place, or altered since: whose it is cannot be told, and nothing of it is used. */
export interface SealBroken {
  readonly kind: 'segel_rusak';
}

/**
 * Seals what is personal before it is written and opens it after it was read; never inside a database transaction, which
 * would end while it waits. `place` says where the value lies (`outbox:<id>`): it is authenticated with it, so that
 * nobody can put one row's value into another.
 */
export interface Vault {
  /** Seals a value that JSON can carry. */
  seal(place: string, value: unknown): Promise<Sealed>;
  /** The value as JSON gives it back; whoever opens it parses it. */
  open(place: string, sealed: Sealed): Promise<Result<unknown, SealBroken>>;
  sealBytes(place: string, bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Sealed>;
  openBytes(place: string, sealed: Sealed): Promise<Result<ArrayBuffer, SealBroken>>;
}

/** A vault over an AES-256-GCM key. */
export function makeVault(key: CryptoKey): Vault {
  const encoder = new TextEncoder();
  // Fatal: bytes that are no text were never sealed by us.
  const decoder = new TextDecoder('utf-8', { fatal: true });

  const parameters = (place: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(place),
  });

  async function sealBytes(
    place: string,
    bytes: Uint8Array<ArrayBuffer> | ArrayBuffer,
  ): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const ciphertext = await crypto.subtle.encrypt(parameters(place, iv), key, bytes);
    const sealed = new Uint8Array(ivBytes + ciphertext.byteLength);
    sealed.set(iv);
    sealed.set(new Uint8Array(ciphertext), ivBytes);
    return sealed;
  }

  async function openBytes(
    place: string,
    sealed: Sealed,
  ): Promise<Result<ArrayBuffer, SealBroken>> {
    const iv = sealed.slice(0, ivBytes);
    try {
      return succeed(
        await crypto.subtle.decrypt(parameters(place, iv), key, sealed.subarray(ivBytes)),
      );
    } catch (cause) {
      // What WebCrypto says of a tag that does not fit; anything else is a bug.
      if (cause instanceof Error && cause.name === 'OperationError') {
        return fail({ kind: 'segel_rusak' });
      }
      throw cause;
    }
  }

  return {
    seal: (place, value) => sealBytes(place, encoder.encode(JSON.stringify(value))),
    open: async (place, sealed) => {
      const bytes = await openBytes(place, sealed);
      return bytes.ok ? succeed<unknown>(JSON.parse(decoder.decode(bytes.value))) : bytes;
    },
    sealBytes,
    openBytes,
  };
}

/** Stands where no key is yet: what needs no vault goes on, and whatever needs one fails as a bug. */
export const lockedVault: Vault = {
  seal: rejectLocked,
  open: rejectLocked,
  sealBytes: rejectLocked,
  openBytes: rejectLocked,
};

function rejectLocked(place: string): Promise<never> {
  return Promise.reject(new Error(`The vault is locked: ${place.split(':')[0] ?? ''}`));
}

/** A new random key for an account; `extractable` only while it is about to be wrapped. */
export async function makeAccountKey(extractable = false): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, extractable, [
    'encrypt',
    'decrypt',
  ]);
}
