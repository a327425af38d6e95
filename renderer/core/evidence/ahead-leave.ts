import type { StoreApi } from 'zustand/vanilla';
import type { EvidenceTiming } from '#renderer/core/evidence/evidence-ports.ts';
import type { Surroundings } from '#renderer/core/evidence/surroundings.ts';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';

/** What the leave is given by. */
export interface AheadLeavePorts {
  readonly surroundings: Surroundings;
  readonly timing: Pick<EvidenceTiming, 'quietMs' | 'graceMs' | 'retryMs'>;
  readonly preferences: StoreApi<PreferencesStore>;
  /** Whether documents wait because the disk is nearly full. */
  readonly isDiskShort: () => boolean;
  /** Milliseconds that never jump. */
  readonly clock: () => number;
  readonly onChange: () => void;
  /** Its rest is over: much may be different now. */
  readonly onRested: () => void;
}

/** How many times longer it rests while the disk is full. */
const fullDiskRests = 120;

/**
 * Whether the person and the PC leave room for reading ahead. A document in hand may be finished while a few keys are
 * pressed (to give it up would cost its reading once more); it is given up when typing goes on.
 */
export class AheadLeave {
  readonly #ports: AheadLeavePorts;
  #typingSince: number | null = null;
  #quietTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  #resting = false;
  #stop: readonly (() => void)[] = [];

  constructor(ports: AheadLeavePorts) {
    this.#ports = ports;
  }

  follow(): void {
    const { surroundings, preferences, onChange } = this.#ports;
    // Whoever sits down begins to work: the desk is built first.
    this.#onKey();
    this.#stop = [
      surroundings.followKeys(() => this.#onKey()),
      surroundings.followPower((saving) => {
        this.#saving = saving;
        onChange();
      }),
      preferences.subscribe((now, before) => {
        const wasPaused = before.preferences.readAheadPaused;
        if (now.ready !== before.ready || now.preferences.readAheadPaused !== wasPaused) onChange();
      }),
    ];
  }

  end(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    clearTimeout(this.#quietTimer);
    clearTimeout(this.#restTimer);
    this.#typingSince = null;
    this.#saving = false;
    this.#resting = false;
  }

  /** Waits for something that nobody tells of: another window's turn, or (`penuh`) room on the disk. */
  rest(why: 'turn' | 'disk_full'): void {
    const { timing, onRested } = this.#ports;
    this.#resting = true;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(
      () => {
        this.#resting = false;
        onRested();
      },
      timing.retryMs * (why === 'disk_full' ? fullDiskRests : 1),
    );
  }

  /** Whether the person stopped it. */
  get isPaused(): boolean {
    return this.#ports.preferences.getState().preferences.readAheadPaused;
  }

  /** Whether another document may be begun. */
  mayBegin(): boolean {
    if (!this.#isWished() || this.#saving || this.#resting) return false;
    if (this.#ports.isDiskShort()) this.rest('disk_full');
    return !this.#resting && this.#typingSince === null;
  }

  /** Whether the document in hand may be finished. */
  mayGoOn(): boolean {
    return this.#isWished() && !this.#saving && !this.#isTypingOn();
  }

  // What the person wishes is not known before the preferences are read.
  #isWished(): boolean {
    return this.#ports.preferences.getState().ready && !this.isPaused;
  }

  #isTypingOn(): boolean {
    const { timing, clock } = this.#ports;
    return this.#typingSince !== null && clock() - this.#typingSince > timing.graceMs;
  }

  #onKey(): void {
    const { timing, clock, onChange } = this.#ports;
    const begins = this.#typingSince === null;
    this.#typingSince ??= clock();
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => {
      this.#typingSince = null;
      onChange();
    }, timing.quietMs);
    if (begins || this.#isTypingOn()) onChange();
  }
}
