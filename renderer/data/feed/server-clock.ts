import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** A call to the server by this PC's clock, in ms epoch, and the server's own time in between (ISO 8601). */
export interface ClockReading {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly serverTime: string;
}

/**
 * By how many milliseconds the PC's clock is ahead of the server's (negative: behind), as far as the answer proves it: a
 * server time between question and answer proves nothing, however slow the line.
 */
export function clockAheadOf({ askedAt, answeredAt, serverTime }: ClockReading): number {
  const server = Date.parse(serverTime);
  if (server < askedAt) return askedAt - server;
  return server > answeredAt ? answeredAt - server : 0;
}

// A clock that drifts by less is not written anew with every answer.
const worthWritingMs = 1_000;

/** Keeps how far the PC's clock is off. */
export async function noteServerClock(
  database: AccountDatabase,
  reading: ClockReading,
): Promise<void> {
  const ahead = clockAheadOf(reading);
  const known = await readMeta(database, 'clockAheadMs');
  if (known !== undefined && Math.abs(known - ahead) < worthWritingMs) return;
  await writeMeta(database, 'clockAheadMs', ahead);
}

/** The server's time now, in ms epoch, as well as this PC knows it; `now` is the PC's clock. */
export async function serverNow(database: AccountDatabase, now: number): Promise<number> {
  return now - ((await readMeta(database, 'clockAheadMs')) ?? 0);
}
