import { createHmac, timingSafeEqual } from 'node:crypto';
import { factorDigits } from '#shared/contract/second-factor.ts';

// RFC 6238 over RFC 4226 with what every authenticator knows: SHA-1, six digits, thirty seconds. That is one HMAC of
// node:crypto; a library would bring more code to trust than it saves.

/** How long a code is shown. */
export const stepSeconds = 30;
/** Bytes of a secret, as long as the digest (RFC 4226, R6). */
export const factorSecretBytes = 20;
/** So many steps a clock may be behind or ahead (RFC 6238, 5.2). */
const drift = 1;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The step that a moment lies in. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / stepSeconds);
}

/** The code of a step. */
export function codeOf(secret: Uint8Array, step: number, digits: number = factorDigits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) % 16;
  const number = mac.readUInt32BE(offset) % 2 ** 31;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step that a code is of, now or one before or after; undefined: of none. Looks at all of them, whichever fits. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const steps = Array.from({ length: 2 * drift + 1 }, (_, at) => stepAt(now) - drift + at);
  return steps.filter((step) => isSame(codeOf(secret, step), code)).at(-1);
}

/** A secret as people type it into an authenticator (RFC 4648, without padding). */
export function inBase32(secret: Uint8Array): string {
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/gu) ?? [])
    .map((five) => base32.charAt(Number.parseInt(five, 2)))
    .join('');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
