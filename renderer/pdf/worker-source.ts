// Vite turns this import into the address of the copied script.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Starts a module worker from a script of the bundle; given by the application, which owns the trusted-types policy. */
export type CreateWorker = (url: string) => Worker;

/** Hands out pdf.js workers. One per document: a document that hangs is ended by ending its worker. */
export interface WorkerSource {
  /** A worker that nobody uses yet; the caller terminates it. */
  take(): Worker;
}

/** How long after start, and after each document, the next worker is started (milliseconds). */
const prepareMs = 1500;

/** Keeps one worker started in advance, so that the next document does not wait for the script to load. */
export function makeWorkerSource(createWorker: CreateWorker): WorkerSource {
  let spare: Worker | undefined;
  // Later, when the page has what it needs first: starting a worker takes one of two processors for a while.
  const prepare = (): void => {
    setTimeout(() => {
      spare ??= createWorker(workerUrl);
    }, prepareMs);
  };
  prepare();
  return {
    take() {
      const taken = spare ?? createWorker(workerUrl);
      spare = undefined;
      prepare();
      return taken;
    },
  };
}

/** Starts a worker when it is asked for one, for a place that opens documents seldom and one after another. */
export function makePlainWorkerSource(createWorker: CreateWorker): WorkerSource {
  return { take: () => createWorker(workerUrl) };
}
