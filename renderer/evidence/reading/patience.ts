import { within, type Waited } from '#renderer/evidence/reading/within.ts';
import type { Result } from '#shared/kernel/result.ts';

/** By how many of the last pages it is measured, and the most that a limit is stretched by that. */
const [measuredBy, most] = [5, 10];
/** How often the limits are doubled for a document at most. */
const mostDoubled = 2;

/**
 * How long is waited. The limits are those of a usual PC; a slower one is given as many times longer as its last pages took,
 * and a document that took too long is given twice as long every time it is tried again: a slow PC is not a bad scan.
 */
export class Patience {
  #ratios: readonly number[] = [];
  #times = 1;

  /** Another document begins; so often it has taken too long before. */
  begin(attempts: number): void {
    this.#times = 2 ** Math.min(attempts, mostDoubled);
  }

  /** Something took so long that takes so long on a usual PC (milliseconds). */
  note(ms: number, usualMs: number): void {
    this.#ratios = [...this.#ratios, ms / usualMs].slice(-measuredBy);
  }

  /** How long the limit is here (milliseconds). */
  of(ms: number): number {
    const sorted = this.#ratios.toSorted((one, other) => one - other);
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 1;
    return ms * Math.min(most, Math.max(1, usual)) * this.#times;
  }

  /** Waits no longer than the limit is here. */
  within<T>(promise: Promise<T>, ms: number): Promise<Result<T, Waited>> {
    return within(promise, this.of(ms));
  }
}
