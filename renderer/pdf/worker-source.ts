import { PDFWorker, VerbosityLevel } from 'pdfjs-dist';
// Vite turns this import into the address of the copied script.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { makeWorkerPool, type LentWorker } from '#renderer/pdf/worker-pool.ts';

/** Starts a module worker from a script of the bundle; given by the application, which owns the trusted-types policy. */
export type CreateWorker = (url: string) => Worker;

/** A pdf.js worker that parses one document. */
export type LentPdfWorker = LentWorker<PDFWorker>;

/** Lends pdf.js workers; see `WorkerPool`. */
export interface WorkerSource {
  take(): LentPdfWorker;
}

/** How long after start, and after each document, a spare worker is started (milliseconds). */
const prepareMs = 1500;

/** Keeps one worker ready in advance, so that the next document does not wait for the script to load. */
export function makeWorkerSource(createWorker: CreateWorker): WorkerSource {
  const pool = makeWorkerPool(() => startParser(createWorker));
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
  return makeWorkerPool(() => startParser(createWorker));
}

function startParser(createWorker: CreateWorker) {
  const port = createWorker(workerUrl);
  const broken = new Promise<void>((resolve) => {
    port.addEventListener('error', () => resolve(), { once: true });
  });
  const parser = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  return {
    parser,
    broken,
    end: () => {
      parser.destroy();
      port.terminate();
    },
  };
}
