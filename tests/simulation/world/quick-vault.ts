import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Sealed, Vault } from '#renderer/data/sealing/vault.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** A key for `makeQuickVault`. */
export function makeQuickKey(): Uint8Array {
  return randomBytes(32);
}

/**
 * Seals as the real vault does (AES-256-GCM, the place authenticated), in this thread: over thousands of histories the
 * way to the thread pool of WebCrypto would be a third of the time. Like there, a transaction does not outlive the wait.
 */
export function makeQuickVault(key: Uint8Array): Vault {
  async function sealBytes(place: string, bytes: Uint8Array | ArrayBuffer): Promise<Sealed> {
    await nextTask();
    const iv = randomBytes(ivBytes);
    const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(place));
    const text = sealing.update(new Uint8Array(bytes));
    return new Uint8Array(Buffer.concat([iv, text, sealing.final(), sealing.getAuthTag()]));
  }

  async function openBytes(place: string, sealed: Sealed) {
    await nextTask();
    const opening = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes));
    opening.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-tagBytes));
    const text = opening.update(sealed.subarray(ivBytes, -tagBytes));
    try {
      return succeed(new Uint8Array(Buffer.concat([text, opening.final()])).buffer);
    } catch {
      // What a tag that does not fit makes of it.
      return fail({ kind: 'segel_rusak' } as const);
    }
  }

  return {
    seal: (place, value) => sealBytes(place, new TextEncoder().encode(JSON.stringify(value))),
    open: async (place, sealed) => {
      const bytes = await openBytes(place, sealed);
      return bytes.ok ? succeed<unknown>(JSON.parse(Buffer.from(bytes.value).toString())) : bytes;
    },
    sealBytes,
    openBytes,
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
