import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { engine } from '#renderer/evidence/reading/engine.ts';
import {
  reportSchema,
  type ReadReport,
  type ReadRequest,
} from '#renderer/evidence/reading/messages.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/workers/evidence/worker.ts?worker&url';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';

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

/** How far an order is: pages done of pages to be read. */
export interface ReadProgress {
  readonly donePages: number;
  readonly totalPages: number;
}

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

/** The part of a `Worker` that the client uses; tests give a pair of ports instead. */
export interface WorkerPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** Its script could not be loaded, or it failed or spoke in a way that nobody can read. */
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

/** Starts the worker as a module under the page's trusted-types policy. */
export function startEvidenceWorker(): WorkerPort {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-baca' });
}

/**
 * The reader as the stores see it. The worker is started by the first order; it is ended when an order is given up (what
 * it and its own workers do stops there and then), when it says nothing for too long, and when it fails.
 */
export function makeEvidenceReader(
  createWorker: () => WorkerPort,
  silenceMs: number = readingLimits.silenceMs,
): EvidenceReader {
  return new WorkerReader(createWorker, silenceMs);
}

interface Waiting {
  readonly requestId: number;
  readonly onProgress: (to: ReadProgress) => void;
  readonly end: (reading: DocumentReading | null) => void;
  /** What is said of the document when the worker fails. */
  readonly otherwise: DocumentReading;
}

class WorkerReader implements EvidenceReader {
  readonly engine = engine;
  readonly #createWorker: () => WorkerPort;
  readonly #silenceMs: number;
  #worker: WorkerPort | null = null;
  #waiting: Waiting | null = null;
  #lastRequest = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #restsAfter = false;

  constructor(createWorker: () => WorkerPort, silenceMs: number) {
    this.#createWorker = createWorker;
    this.#silenceMs = silenceMs;
  }

  read: EvidenceReader['read'] = (order, options) => {
    const reading = this.#queue.then(() => this.#readNow(order, options));
    this.#queue = reading;
    return untilAborted(reading, options.signal);
  };

  rest(): void {
    if (this.#waiting) this.#restsAfter = true;
    else this.#endWorker();
  }

  async #readNow(
    order: ReadOrder,
    { signal, onProgress }: Parameters<EvidenceReader['read']>[1],
  ): Promise<DocumentReading | null> {
    if (signal.aborted) return null;
    this.#lastRequest += 1;
    const requestId = this.#lastRequest;
    const reading = await new Promise<DocumentReading | null>((resolve) => {
      const giveUp = (): void => this.#giveUp(requestId, null);
      const end = (outcome: DocumentReading | null): void => {
        clearTimeout(silence);
        signal.removeEventListener('abort', giveUp);
        this.#waiting = null;
        resolve(outcome);
      };
      const listen = (): ReturnType<typeof setTimeout> =>
        setTimeout(() => this.#giveUp(requestId, failed(order, 'terlalu_lama')), this.#silenceMs);
      let silence = listen();
      signal.addEventListener('abort', giveUp, { once: true });
      const onReport = (to: ReadProgress): void => {
        clearTimeout(silence);
        silence = listen();
        onProgress?.(to);
      };
      this.#waiting = { requestId, onProgress: onReport, end, otherwise: failed(order, 'gagal') };
      this.#ask({ requestId, order: workerOrder(order) });
    });
    if ((reading && mayHangOn(reading)) || this.#restsAfter) this.#endWorker();
    return reading;
  }

  #ask(request: ReadRequest): void {
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(request, [request.order.bytes]);
    } catch {
      // Not even started: no memory, or no script.
      this.#broken();
    }
  }

  #start(): WorkerPort {
    const worker = this.#createWorker();
    worker.addEventListener('message', ({ data }) => {
      if (this.#worker === worker) this.#receive(data);
    });
    for (const type of ['error', 'messageerror'] as const) {
      worker.addEventListener(type, () => {
        if (this.#worker === worker) this.#broken();
      });
    }
    return worker;
  }

  #receive(data: unknown): void {
    const report = reportSchema.safeParse(data);
    if (!report.success) return this.#broken();
    if (report.data.requestId !== this.#waiting?.requestId) return;
    this.#handle(report.data, this.#waiting);
  }

  #handle(report: ReadReport, waiting: Waiting): void {
    switch (report.kind) {
      case 'kemajuan':
        waiting.onProgress({ donePages: report.donePages, totalPages: report.totalPages });
        return;
      case 'hasil':
        waiting.end(report.reading);
    }
  }

  #broken(): void {
    this.#endWorker();
    this.#waiting?.end(this.#waiting.otherwise);
  }

  #giveUp(requestId: number, reading: DocumentReading | null): void {
    if (this.#waiting?.requestId !== requestId) return;
    this.#endWorker();
    this.#waiting.end(reading);
  }

  #endWorker(): void {
    this.#restsAfter = false;
    this.#worker?.terminate();
    this.#worker = null;
  }
}

function workerOrder(order: ReadOrder): ReadRequest['order'] {
  const { sha256, bytes, known, pages } = order;
  return { sha256, bytes, known, pages, queries: [...order.queries] };
}

// What hung or failed inside may do so on: the next order begins with a worker of its own.
function mayHangOn({ failure, failedPages = [] }: DocumentReading): boolean {
  return failure === 'gagal' || failure === 'terlalu_lama' || failedPages.length > 0;
}

function failed(order: ReadOrder, failure: 'gagal' | 'terlalu_lama'): DocumentReading {
  const { known, sha256 } = order;
  const nothing = { sha256, engine, pageCount: known?.pageCount ?? null, pages: [] };
  return { ...nothing, ...(known?.engine === engine ? known : {}), failure };
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
