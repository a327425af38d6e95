import { backoffMs, longestBackoffMs } from '#renderer/workers/sync/backoff.ts';

/** The longest wait while the server cannot be reached, in milliseconds: what is asked then is one tiny question. */
export const longestUnreachableMs = 60_000;

// So many failures fill that minute. More are not counted while nobody answers: whatever a server that is just back
// says first (it still starts, a gateway answers for it) must not cost the wait of a long outage.
const unreachableFailures = 6;

/** How long the exchange rests after each failure in a row. */
export interface RetryPace {
  /** Whether the last round failed. */
  readonly failing: () => boolean;
  /**
   * Another round failed; the wait before the next one, in milliseconds. `unreachable`: nobody answered;
   * `atLeastSeconds`: what the server asked for, which is heard up to the longest wait.
   */
  readonly failed: (unreachable: boolean, atLeastSeconds?: number) => number;
  readonly succeeded: () => void;
}

/** Builds the pace of one exchange; `random` gives 0 (inclusive) to 1 (exclusive). */
export function makeRetryPace(random: () => number): RetryPace {
  let failures = 0;
  return {
    failing: () => failures > 0,
    failed: (unreachable, atLeastSeconds = 0) => {
      failures += 1;
      if (unreachable) failures = Math.min(failures, unreachableFailures);
      const longest = unreachable ? longestUnreachableMs : longestBackoffMs;
      const asked = Math.min(atLeastSeconds * 1000, longestBackoffMs);
      return Math.max(backoffMs(failures, random(), longest), asked);
    },
    succeeded: () => {
      failures = 0;
    },
  };
}
