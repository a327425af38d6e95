import type { Toll } from '#tests/support/limits/measured-server.ts';

const mostMemoryMb = 150;

/** How many are sent at once, and how long the process may stand still. */
export interface How {
  readonly atOnce: number;
  readonly longestMs: number;
}

/** What an attack cost, and how it was answered. */
export interface AttackToll extends Toll {
  readonly statuses: readonly number[];
}

/** Whether it cost the server too much, or met a bug there. */
export function costsTooMuch(
  { statuses, delayMs, grownMb }: AttackToll,
  { longestMs }: How,
): boolean {
  const hasBug = statuses.some((status) => status >= 500 && status !== 503);
  return delayMs >= longestMs || grownMb >= mostMemoryMb || hasBug;
}

/** What it cost, for a person to read. */
export function tellToll({ statuses, delayMs, grownMb }: AttackToll): string {
  return `${Math.round(delayMs)} ms, ${Math.round(grownMb)} MB, ${statuses.join(' ')}`;
}
