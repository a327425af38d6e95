/** A worker that was started; `broken` resolves when it broke down by itself. */
export interface StartedWorker<Parser> {
  readonly parser: Parser;
  readonly broken: Promise<void>;
  end(): void;
}

/** A worker lent to one document. */
export interface LentWorker<Parser> {
  readonly parser: Parser;
  readonly broken: Promise<void>;
  /**
   * The document was closed; `settled` resolves when the worker has let go of it. One that does not in time hangs and is
   * ended, as is one whose document did not close properly.
   */
  giveBack(settled: Promise<unknown>): void;
}

/**
 * Lends workers: to one document at a time, so that one that hangs is ended without harm to another, and again to the
 * next document, because every worker that ends leaves memory behind.
 */
export interface WorkerPool<Parser> {
  take(): LentWorker<Parser>;
  /** Starts a worker in advance, unless one is idle. */
  prepare(): void;
}

/** How long a worker may take to let go of a document (milliseconds). */
const patienceMs = 500;

/** A worker is ended after so many documents: whatever they left in it goes with it. */
const documentsPerWorker = 50;

/** Builds a pool that keeps at most one idle worker. */
export function makeWorkerPool<Parser>(start: () => StartedWorker<Parser>): WorkerPool<Parser> {
  type Kept = StartedWorker<Parser> & { documents: number };
  const startOne = (): Kept => ({ ...start(), documents: 0 });
  let idle: Kept | null = null;
  const keep = (worker: Kept): void => {
    if (idle || worker.documents >= documentsPerWorker) worker.end();
    else idle = worker;
  };
  return {
    prepare() {
      idle ??= startOne();
    },
    take() {
      const worker = idle ?? startOne();
      idle = null;
      worker.documents += 1;
      return {
        parser: worker.parser,
        broken: worker.broken,
        giveBack: (settled) => {
          void hasSettled(settled).then((well) => (well ? keep(worker) : worker.end()));
        },
      };
    },
  };
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
