import { createHash, randomBytes } from 'node:crypto';

/** Letters and figures that nobody takes for one another when they are read out. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 10;

/** A random code of 49 bits in two groups, to be read out or copied by hand. */
export function makeSpokenCode(): string {
  const letters: string[] = [];
  while (letters.length < codeLength) {
    for (const byte of randomBytes(codeLength)) {
      // Without what would make some letters likelier than others.
      if (byte < 240 && letters.length < codeLength) letters.push(alphabet.charAt(byte % 30));
    }
  }
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** SHA-256 of a code for one purpose, as somebody types it: small letters, gaps. */
export function hashOfSpokenCode(purpose: string, typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`${purpose} ${code}`).digest('hex');
}
