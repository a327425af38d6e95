import { timingSafeEqual } from 'node:crypto';

/** Whether a seal, as somebody shows it, is the one that was made for the same thing; in a time that tells nothing of it. */
export function isSameSeal(given: string, made: string): boolean {
  const [shown, own] = [Buffer.from(given), Buffer.from(made)];
  return shown.byteLength === own.byteLength && timingSafeEqual(shown, own);
}
