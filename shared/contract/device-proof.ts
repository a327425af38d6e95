import { z } from 'zod';

/** Header in which a PC with a key proves that a batch of commands is its own: `key.signature` (since 9). */
export const deviceProofHeader = 'x-device-proof';

/** A PC's public key: P-256, the uncompressed point (65 bytes), base64url without padding. */
export const deviceKeySchema = z.base64url().length(87);

/** That a caller holds a PC's key: its ECDSA signature (SHA-256, 64 bytes, base64url) over one of the texts below. */
export const deviceProofSchema = z.object({
  key: deviceKeySchema,
  signature: z.base64url().length(86),
});
/** That a caller holds a PC's key. */
export type DeviceProof = z.infer<typeof deviceProofSchema>;

/** What is signed at a sign-in. */
export function signInProofText(deviceId: string, username: string): string {
  return JSON.stringify(['meja-verifikator', 'masuk', deviceId.toLowerCase(), username.trim()]);
}

/** What is signed when a session goes on. */
export function refreshProofText(deviceId: string, refreshToken: string): string {
  return JSON.stringify(['meja-verifikator', 'sambung', deviceId.toLowerCase(), refreshToken]);
}

/** What is signed with a body, in the session of an access token; `bodyHash`: SHA-256 of its bytes, hex. */
export function bodyProofText(path: string, accessToken: string, bodyHash: string): string {
  return JSON.stringify(['meja-verifikator', 'kirim', path, accessToken, bodyHash]);
}

/** A proof as it stands in the header. */
export function proofToHeader({ key, signature }: DeviceProof): string {
  return `${key}.${signature}`;
}

/** The proof in a header; undefined when it is none. */
export function proofOfHeader(header: unknown): DeviceProof | undefined {
  if (typeof header !== 'string') return undefined;
  const [key, signature, ...rest] = header.split('.');
  return rest.length > 0 ? undefined : deviceProofSchema.safeParse({ key, signature }).data;
}
