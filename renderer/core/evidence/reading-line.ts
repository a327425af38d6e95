import type { ReadOutcome } from '#renderer/core/evidence/read-wanted.ts';
import type { EvidenceReader } from '#renderer/workers/reading/client.ts';

/** What is being read: for the open usul, or ahead. */
export interface LineOrder {
  readonly sha256: string;
  readonly isAhead: boolean;
}

/** What the line stands on. */
export interface ReadingLinePorts {
  readonly reader: EvidenceReader | null;
  /** How long the reader keeps its memory while there is nothing to read, in milliseconds. */
  readonly restMs: number;
  /** It is free for the next one. */
  readonly onFree: () => void;
  readonly onError: (cause: unknown) => void;
}

/** So many different documents in a row that could not be read for no reason of their own: the reader does not work here. */
const failuresToStop = 3;

/** The line before the reader: one document at a time; and whether it works on this PC at all. */
export class ReadingLine {
  readonly #ports: ReadingLinePorts;
  #running: { readonly order: LineOrder; readonly abort: AbortController } | null = null;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #failures = new Set<string>();

  constructor(ports: ReadingLinePorts) {
    this.#ports = ports;
  }

  /** What is being read; null while the line is free. */
  get order(): LineOrder | null {
    return this.#running?.order ?? null;
  }

  get isBroken(): boolean {
    return this.#failures.size >= failuresToStop;
  }

  /** Begins; only while the line is free. */
  begin(order: LineOrder, work: (signal: AbortSignal) => Promise<void>): void {
    clearTimeout(this.#restTimer);
    const abort = new AbortController();
    this.#running = { order, abort };
    work(abort.signal)
      .catch(this.#ports.onError)
      .finally(() => {
        this.#running = null;
        this.#restSoon();
        this.#ports.onFree();
      });
  }

  /** What is being read is not wanted any more; the line is free as soon as the reader has let go. */
  giveUp(): void {
    this.#running?.abort.abort();
  }

  /** What came of an order. */
  note(outcome: ReadOutcome): void {
    if (outcome.kind !== 'read' || !outcome.fresh) return;
    const { failure, failedPages, sha256 } = outcome.content.reading;
    if (failure === 'gagal') this.#failures.add(sha256);
    // Pages of which some failed tell neither way: a text layer is read without the recogniser.
    else if (!failedPages?.some((page) => page.failure === 'gagal')) this.#failures.clear();
  }

  /** Somebody else sits down, or nobody: nothing is kept in memory, and the reader is given another chance. */
  clear(): void {
    this.giveUp();
    clearTimeout(this.#restTimer);
    this.#failures.clear();
    if (!this.#running) this.#ports.reader?.rest();
  }

  #restSoon(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#ports.reader?.rest(), this.#ports.restMs);
  }
}
