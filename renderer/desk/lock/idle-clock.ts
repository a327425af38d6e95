/** Tells whether a person has been away long enough; counts by the clock, so that a sleeping PC counts too. */
export interface IdleClock {
  /** The person did something. */
  touch(nowMs: number): void;
  /** Whether nothing was done for the time allowed. A clock set back counts as just now. */
  isAway(nowMs: number, allowedMs: number): boolean;
}

/** Starts at `nowMs` (ms epoch) as if the person had just done something. */
export function makeIdleClock(nowMs: number): IdleClock {
  let lastMs = nowMs;
  return {
    touch: (now) => {
      lastMs = now;
    },
    isAway: (now, allowedMs) => {
      if (now < lastMs) lastMs = now;
      return now - lastMs >= allowedMs;
    },
  };
}
