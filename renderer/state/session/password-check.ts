import type { PasswordCheck } from '#renderer/data/schema/stored-rows.ts';

// At least what OWASP asks of PBKDF2-SHA-256.
const roundsNow = 600_000;
const hashBits = 256;

/** Makes what a password is compared with while there is no network; takes a noticeable part of a second. */
export async function makePasswordCheck(password: string): Promise<PasswordCheck> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await derive(password, salt, roundsNow);
  return { salt: toBase64(salt), rounds: roundsNow, hash: toBase64(hash) };
}

/** Whether this is the password that the check was made of. */
export async function verifyPassword(check: PasswordCheck, password: string): Promise<boolean> {
  const expected = fromBase64(check.hash);
  const found = await derive(password, fromBase64(check.salt), check.rounds);
  // Every byte is compared, whatever the first ones say.
  let difference = expected.length ^ found.length;
  for (const [index, byte] of found.entries()) difference |= byte ^ (expected[index] ?? 0);
  return difference === 0;
}

async function derive(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(password.normalize('NFC'));
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, hashBits));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
}
