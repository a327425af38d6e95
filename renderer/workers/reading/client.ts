import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { engine } from '#renderer/evidence/reading/reading-engine.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { WorkerOrder } from '#renderer/evidence/reading/worker-order.ts';
import { readingChannel, type ReadProgress } from '#renderer/workers/reading/reading-channel.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/workers/reading/worker.ts?worker&url';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { makeChannelClient, type ChannelClient } from '#shared/channel/client.ts';
import type { Peer } from '#shared/channel/port.ts';

/** What is to be read. The bytes are handed over and unusable afterwards. */
export interface ReadOrder {
  readonly sha256: string;
  readonly bytes: ArrayBuffer;
  /** What is looked for: only values that are not certain after the first pass cost further passes. */
  readonly queries: readonly FieldQuery[];
  /** What an earlier order read; it is gone on from there. */
  readonly known: DocumentReading | null;
  /** Pages that are read at most, from the first. */
  readonly pages: number;
}

export type { ReadProgress } from '#renderer/workers/reading/reading-channel.ts';

/**
 * Reads documents on this PC, one at a time, in a worker of its own. Never rejects and never hangs: what goes wrong is the
 * `failure` of the reading. Null: the order was given up (`signal`), and nothing came of it.
 */
export interface EvidenceReader {
  /** Version of everything that decides what is read; readings of another one are read again. */
  readonly engine: string;
  read(
    order: ReadOrder,
    options: { readonly signal: AbortSignal; readonly onProgress?: (to: ReadProgress) => void },
  ): Promise<DocumentReading | null>;
  /** Gives the worker's memory back; the next order starts it again. */
  rest(): void;
}

/** Starts the worker as a module under the page's trusted-types policy. */
export function startReadingWorker(): Peer {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-baca' });
}

/**
 * The reader as the stores see it. The worker is started by the first order; it is ended when an order is given up (what
 * it and its own workers do stops there and then), when it says nothing for too long, and when it fails.
 */
export function makeEvidenceReader(
  start: () => Peer,
  silenceMs: number = readingLimits.silenceMs,
): EvidenceReader {
  return new WorkerReader(start, silenceMs);
}

class WorkerReader implements EvidenceReader {
  readonly engine = engine;
  readonly #worker: ChannelClient<typeof readingChannel>;
  readonly #silenceMs: number;
  #queue: Promise<unknown> = Promise.resolve();
  #isReading = false;
  #restsAfter = false;

  constructor(start: () => Peer, silenceMs: number) {
    this.#silenceMs = silenceMs;
    this.#worker = makeChannelClient(readingChannel, {
      start,
      events: {},
      // Whoever speaks so may do anything.
      onUnreadable: () => this.#worker.close(),
    });
  }

  read: EvidenceReader['read'] = (order, options) => {
    const reading = this.#queue.then(() => this.#readNow(order, options));
    this.#queue = reading;
    return untilAborted(reading, options.signal);
  };

  rest(): void {
    if (this.#isReading) this.#restsAfter = true;
    else this.#worker.close();
  }

  async #readNow(
    order: ReadOrder,
    options: Parameters<EvidenceReader['read']>[1],
  ): Promise<DocumentReading | null> {
    if (options.signal.aborted) return null;
    this.#isReading = true;
    const reading = await this.#ask(order, options);
    this.#isReading = false;
    if ((reading && mayHangOn(reading)) || this.#restsAfter) this.#worker.close();
    this.#restsAfter = false;
    return reading;
  }

  async #ask(
    order: ReadOrder,
    options: Parameters<EvidenceReader['read']>[1],
  ): Promise<DocumentReading | null> {
    const { signal, onProgress } = options;
    // Not asked to stop but ended: what it and its own workers do stops there and then.
    const giveUp = (): void => this.#worker.close();
    signal.addEventListener('abort', giveUp);
    const given = { timeoutMs: this.#silenceMs, onProgress };
    const answer = await this.#worker.ask('read', workerOrder(order), given);
    signal.removeEventListener('abort', giveUp);
    if (answer.ok) return answer.value;
    if (signal.aborted) return null;
    return failed(order, answer.error.kind === 'timedOut' ? 'terlalu_lama' : 'gagal');
  }
}

function workerOrder({ sha256, bytes, queries, known, pages }: ReadOrder): WorkerOrder {
  return { sha256, bytes, known, pages, queries: [...queries] };
}

// What hung or failed inside may do so on: the next order begins with a worker of its own.
function mayHangOn({ failure, failedPages = [] }: DocumentReading): boolean {
  return failure === 'gagal' || failure === 'terlalu_lama' || failedPages.length > 0;
}

function failed(order: ReadOrder, failure: 'gagal' | 'terlalu_lama'): DocumentReading {
  const { known, sha256 } = order;
  const nothing = { sha256, engine, pageCount: known?.pageCount ?? null, pages: [] };
  const before = known?.engine === engine ? known : null;
  const late = failure === 'terlalu_lama' ? { attempts: (before?.attempts ?? 0) + 1 } : {};
  return { ...nothing, ...before, failure, ...late };
}

// Whoever waits in the queue hears of its end at once, too.
async function untilAborted(
  reading: Promise<DocumentReading | null>,
  signal: AbortSignal,
): Promise<DocumentReading | null> {
  if (signal.aborted) return null;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
    reading.then(resolve, reject);
  });
}
