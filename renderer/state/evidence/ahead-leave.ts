import type { EvidenceTiming } from '#renderer/state/evidence/evidence-ports.ts';
import type { Surroundings } from '#renderer/state/evidence/surroundings.ts';

/** What the leave is given by. */
export interface AheadLeavePorts {
  readonly surroundings: Surroundings;
  readonly timing: Pick<EvidenceTiming, 'quietMs' | 'graceMs'>;
  /** Milliseconds that never jump. */
  readonly clock: () => number;
  readonly onChange: () => void;
}

/**
 * Whether the person and the PC leave room for reading ahead. A document in hand may be finished while a few keys are
 * pressed (to give it up would cost its reading once more); it is given up when typing goes on.
 */
export class AheadLeave {
  readonly #ports: AheadLeavePorts;
  #typingSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  #stop: readonly (() => void)[] = [];

  constructor(ports: AheadLeavePorts) {
    this.#ports = ports;
  }

  follow(): void {
    const { surroundings, onChange } = this.#ports;
    this.#stop = [
      surroundings.followKeys(() => this.#onKey()),
      surroundings.followPower((saving) => {
        this.#saving = saving;
        onChange();
      }),
    ];
  }

  end(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    clearTimeout(this.#timer);
    this.#typingSince = null;
    this.#saving = false;
  }

  get mayBegin(): boolean {
    return !this.#saving && this.#typingSince === null;
  }

  get mayGoOn(): boolean {
    const { timing, clock } = this.#ports;
    const typedFor = this.#typingSince === null ? 0 : clock() - this.#typingSince;
    return !this.#saving && typedFor <= timing.graceMs;
  }

  #onKey(): void {
    const { timing, clock, onChange } = this.#ports;
    const begins = this.#typingSince === null;
    this.#typingSince ??= clock();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#typingSince = null;
      onChange();
    }, timing.quietMs);
    if (begins || !this.mayGoOn) onChange();
  }
}
