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
 * next document, because every worker that ends leaves memory behind for a while.
 */
export interface WorkerPool<Parser> {
  take(): LentWorker<Parser>;
  /** Starts a worker in advance, unless one is idle or, with a document now, will be free for the next one. */
  prepare(): void;
}

/** How long a worker may take to let go of a document (milliseconds). */
const patienceMs = 500;

/**
 * A worker is ended after so many documents: what they left in it goes with it. Each has its own garbage collector, which
 * lets some 60 MB gather; each that ends leaves some 6 MB for a while. Measured: 50 and 1 kept more.
 */
const documentsPerWorker = 8;

/** As many as there are documents beside each other on screen. */
const mostIdle = 2;

/** Builds a pool that starts no more workers than documents were open at once, except in place of ended ones. */
export function makeWorkerPool<Parser>(start: () => StartedWorker<Parser>): WorkerPool<Parser> {
  type Kept = StartedWorker<Parser> & { documents: number };
  const startOne = (): Kept => ({ ...start(), documents: 0 });
  const isWorn = (worker: Kept): boolean => worker.documents >= documentsPerWorker;
  const idle: Kept[] = [];
  const lent = new Set<Kept>();
  const settle = (worker: Kept, well: boolean): void => {
    lent.delete(worker);
    if (well && !isWorn(worker) && idle.length < mostIdle) idle.push(worker);
    else worker.end();
  };
  return {
    prepare() {
      if ([...idle, ...lent].every(isWorn)) idle.push(startOne());
    },
    take() {
      const worker = idle.pop() ?? startOne();
      lent.add(worker);
      worker.documents += 1;
      return {
        parser: worker.parser,
        broken: worker.broken,
        giveBack: (settled) => {
          void hasSettled(settled).then((well) => settle(worker, well));
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
