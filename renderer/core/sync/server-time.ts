/** What the last exchanges proved of this PC's clock. */
export interface ClockProof {
  /** By how many ms it was ahead of the server's (negative: behind). */
  readonly clockAheadMs: number;
  /** Counts the exchanges: after each of them the clock was compared anew. */
  readonly rounds: number;
}

/** What the server's time is told by. */
export interface ServerTimePorts {
  /** This PC's clock: anybody may set it, and it may set itself. */
  readonly now: () => Date;
  /** Milliseconds since any moment, by a clock that nobody sets; it may stand still while the PC sleeps. */
  readonly steadyMs: () => number;
  readonly proof: () => ClockProof;
}

/** The two clocks of a PC differ by less than this while nobody sets one. */
const agreeMs = 5 * 60_000;
/** As long as a PC may have slept (a fortnight of holidays): who sets a clock forward in earnest sets it further. */
const longestSleepMs = 14 * 86_400_000;

interface Anchor extends ClockProof {
  readonly wallMs: number;
  readonly steadyMs: number;
}

/**
 * The server's time as well as this PC knows it. The clock is right by what the last exchange proved; from there it goes
 * on by the PC's clock as long as that agrees with the steady one. A clock that was set meanwhile is not followed until the
 * next exchange tells by how much it is off.
 */
export class ServerTime {
  readonly #ports: ServerTimePorts;
  #anchor: Anchor | null = null;

  constructor(ports: ServerTimePorts) {
    this.#ports = ports;
  }

  now(): Date {
    const wallMs = this.#ports.now().getTime();
    const steadyMs = this.#ports.steadyMs();
    const { clockAheadMs, rounds } = this.#ports.proof();
    const before = this.#anchor;
    const stands = before?.clockAheadMs === clockAheadMs && before.rounds === rounds;
    const anchor = stands ? before : { clockAheadMs, rounds, wallMs, steadyMs };
    this.#anchor = anchor;
    const passed = passedMs(wallMs - anchor.wallMs, steadyMs - anchor.steadyMs);
    return new Date(anchor.wallMs + passed - clockAheadMs);
  }
}

/** How much time went by: a PC that slept is behind by its steady clock alone, and right by the other. */
function passedMs(byWall: number, bySteady: number): number {
  const asleep = byWall - bySteady;
  return asleep >= -agreeMs && asleep <= longestSleepMs ? byWall : bySteady;
}
