/** How many times longer a decision is held while its documents are being read: a slow PC reads a scan in that time. */
const unreadHolds = 3;

/** How long a decision is held before it is sent, where others are for `holdMs` (milliseconds). */
export function holdOf(isBeingRead: boolean, holdMs: number): number {
  return isBeingRead ? longestHold(holdMs) : holdMs;
}

/** The longest that anything is held, where most is for `holdMs` (milliseconds). */
export function longestHold(holdMs: number): number {
  return holdMs * unreadHolds;
}
