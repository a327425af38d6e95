import { PDFWorker, VerbosityLevel } from 'pdfjs-dist';
// Vite turns this import into the address of the copied script.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Starts a module worker from a script of the bundle; given by the application, which owns the trusted-types policy. */
export type CreateWorker = (url: string) => Worker;

/** A pdf.js worker that parses one document. */
export interface LentWorker {
  readonly parser: PDFWorker;
  /** Resolves when the worker itself broke down. */
  readonly broken: Promise<void>;
  /**
   * The document was closed; `settled` resolves when the worker has let go of it. One that does not in time hangs and is
   * ended, as is one whose document did not close properly.
   */
  giveBack(settled: Promise<unknown>): void;
}

/**
 * Lends pdf.js workers: to one document at a time, so that one that hangs is ended without harm to another, and again
 * to the next document, because every worker that ends leaves memory behind.
 */
export interface WorkerSource {
  take(): LentWorker;
}

/** How long after start, and after each document, a spare worker is started (milliseconds). */
const prepareMs = 1500;

/** How long a worker may take to let go of a document (milliseconds). */
const patienceMs = 500;

/** A worker is ended after so many documents: whatever they left in it goes with it. */
const documentsPerWorker = 50;

interface Parser {
  readonly port: Worker;
  readonly worker: PDFWorker;
  readonly broken: Promise<void>;
  documents: number;
}

/** Keeps one worker ready in advance, so that the next document does not wait for the script to load. */
export function makeWorkerSource(createWorker: CreateWorker): WorkerSource {
  const pool = makePool(createWorker);
  // Later, when the page has what it needs first: starting a worker takes one of two processors for a while.
  const prepare = (): void => {
    setTimeout(() => pool.prepare(), prepareMs);
  };
  prepare();
  return {
    take() {
      prepare();
      return pool.take();
    },
  };
}

/** Starts a worker when it is asked for one, for a place that opens documents one after another. */
export function makePlainWorkerSource(createWorker: CreateWorker): WorkerSource {
  return makePool(createWorker);
}

function makePool(createWorker: CreateWorker): WorkerSource & { prepare(): void } {
  let idle: Parser | null = null;
  const keep = (parser: Parser): void => {
    if (idle || parser.documents >= documentsPerWorker) end(parser);
    else idle = parser;
  };
  return {
    prepare() {
      idle ??= startParser(createWorker);
    },
    take() {
      const parser = idle ?? startParser(createWorker);
      idle = null;
      parser.documents += 1;
      return {
        parser: parser.worker,
        broken: parser.broken,
        giveBack: (settled) => {
          void hasSettled(settled).then((well) => (well ? keep(parser) : end(parser)));
        },
      };
    },
  };
}

function startParser(createWorker: CreateWorker): Parser {
  const port = createWorker(workerUrl);
  const broken = new Promise<void>((resolve) => {
    port.addEventListener('error', () => resolve(), { once: true });
  });
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  return { port, worker, broken, documents: 0 };
}

function end({ port, worker }: Parser): void {
  worker.destroy();
  port.terminate();
}

async function hasSettled(settled: Promise<unknown>): Promise<boolean> {
  const well = settled.then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), patienceMs);
  });
  return Promise.race([well, late]);
}
