const baseMs = 2_000;
/** The longest wait between two tries, in milliseconds. */
export const longestBackoffMs = 600_000;

/**
 * How long to wait before the next try, in milliseconds: doubling from 2 s up to 10 minutes, each spread over its upper
 * half, so that a thousand PCs that lost the same server do not return in step. `failures` counts from 1; `longestMs`
 * is a cap below the usual one.
 */
export function backoffMs(failures: number, random: number, longestMs = longestBackoffMs): number {
  const full = Math.min(longestMs, baseMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(full / 2 + (full / 2) * random);
}
