import { z } from 'zod';

/** The server's public key: Ed25519, 32 bytes, base64url without padding. */
export const serverKeySchema = z.base64url().length(43);
const signatureSchema = z.base64url().length(86);
/** 32 random bytes, base64url without padding: what is signed for one caller is of no use to another. */
const nonceSchema = z.base64url().length(43);

/** How many keys of before a server names at most. */
export const mostKeysBefore = 20;

/** Who is there? */
export const identityRequestSchema = z.object({ nonce: nonceSchema });

/**
 * Who is there: the server's key, its signature over `identityProofText`, and its keys of before, the newest one first, each
 * with its signature over `successionText` of the key that came after it: whoever knows one of them follows to the newest.
 */
export const serverIdentitySchema = z.looseObject({
  key: serverKeySchema,
  signature: signatureSchema,
  before: z
    .array(z.object({ key: serverKeySchema, signature: signatureSchema }))
    .max(mostKeysBefore),
});
/** Who is there. */
export type ServerIdentity = z.infer<typeof serverIdentitySchema>;

/** What a server signs to show that it holds its key. */
export function identityProofText(nonce: string): string {
  return JSON.stringify(['meja-verifikator', 'server', nonce]);
}

/** What a key of before signs to hand over to the next one. */
export function successionText(next: string): string {
  return JSON.stringify(['meja-verifikator', 'kunci server berikutnya', next]);
}

const fingerprintBytes = 10;

/** A server's key as people compare it: its first 80 bits in groups of four hex digits. */
export function fingerprintOf(keyBytes: Uint8Array): string {
  const hex = Array.from(keyBytes.subarray(0, fingerprintBytes), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return (hex.join('').toUpperCase().match(/.{4}/gu) ?? []).join(' ');
}
