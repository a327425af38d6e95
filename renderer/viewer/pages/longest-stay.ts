/** Finds out where on a page the view stayed longest. */
export interface LongestStay {
  /** Where the view begins since this moment (share of the page; null: nowhere that counts). Milliseconds, monotonic. */
  observe(top: number | null, nowMs: number): void;
  /** The place of the longest stay so far, the present one included; null when there was none. */
  best(nowMs: number): number | null;
}

// Closer together than this is the same place: a twelfth of a page.
const sameShare = 1 / 12;

/**
 * Why not simply the last place: every page has to be read to its foot, so the last place would always be the foot.
 * Stays at one place add up.
 */
export function makeLongestStay(): LongestStay {
  const stays: { top: number; ms: number }[] = [];
  let present: { readonly top: number; readonly sinceMs: number } | null = null;

  function close(nowMs: number): void {
    if (!present) return;
    const { top, sinceMs } = present;
    const known = stays.find((stay) => Math.abs(stay.top - top) <= sameShare);
    if (known) {
      known.top = top;
      known.ms += nowMs - sinceMs;
    } else stays.push({ top, ms: nowMs - sinceMs });
    present = { top, sinceMs: nowMs };
  }

  return {
    observe(top, nowMs) {
      close(nowMs);
      present = top === null ? null : { top, sinceMs: nowMs };
    },
    best(nowMs) {
      close(nowMs);
      let longest: { readonly top: number; readonly ms: number } | null = null;
      for (const stay of stays) if (!longest || stay.ms > longest.ms) longest = stay;
      return longest?.top ?? null;
    },
  };
}
