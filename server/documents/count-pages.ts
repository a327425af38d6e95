import type { DocumentStore } from '#server/documents/document-store.ts';
import { openPageCounter, type PageCounter } from '#server/documents/page-counter.ts';
import type { Db } from '#server/store/database.ts';

/** What counting stands on. */
export interface CountingPorts {
  readonly db: Db;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly now: () => Date;
}

/** How often the server looks for documents that are new, in milliseconds; a person needs longer to judge one. */
export const countEveryMs = 5_000;
const atOnce = 50;
/** After a failure, in milliseconds: what is wrong with a machine is not over in a moment. */
const afterFailureMs = 60_000;

/**
 * Counts the pages of every document that nobody has counted, the newest first: those of before this was done can wait.
 * Harmless when two servers do so at the same time. `isStopped` ends it between two documents.
 */
export async function countPages(
  ports: CountingPorts,
  counter: Pick<PageCounter, 'count'>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  for (;;) {
    const rows = await uncounted(ports.db).orderBy('created_at', 'desc').limit(atOnce).execute();
    for (const { sha256 } of rows) {
      if (isStopped()) return;
      await countOne(ports, counter, sha256);
    }
    if (rows.length < atOnce) return;
  }
}

function uncounted(db: Db) {
  return db.selectFrom('document').select('sha256').where('counted_at', 'is', null);
}

async function countOne(
  { db, documents, now }: CountingPorts,
  counter: Pick<PageCounter, 'count'>,
  sha256: string,
): Promise<void> {
  const found = await documents.read(sha256);
  const pages = found.ok ? await counter.count(found.value) : null;
  await db
    .updateTable('document')
    .set({ page_count: pages, counted_at: now() })
    .where('sha256', '=', sha256)
    .execute();
}

/** Counting, all the while and on demand, in one process that ends when there is nothing to count. */
export interface Counting {
  /** Counts those of these documents that nobody has counted, before all others. Throws when it cannot be done. */
  now(sha256s: readonly string[]): Promise<void>;
  /** Counts everything from now on, every so often; null: only on demand. */
  start(everyMs: number | null, onFault: (cause: unknown) => void): void;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** Counting that is not started yet. */
export function openCounting(ports: CountingPorts): Counting {
  const counter = shareCounter();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let notBefore = 0;
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    if (stopped || Date.now() < notBefore) return;
    try {
      await counter.use(work);
    } catch (cause) {
      notBefore = Date.now() + afterFailureMs;
      throw cause;
    }
  };
  return {
    now: async (sha256s) => {
      const rows = await uncounted(ports.db).where('sha256', 'in', sha256s).execute();
      if (rows.length === 0) return;
      await guarded(async () => {
        for (const { sha256 } of rows) await countOne(ports, counter, sha256);
      });
    },
    start: (everyMs, onFault) => {
      if (everyMs === null) return;
      const look = () => {
        running ??= guarded(() => countPages(ports, counter, () => stopped))
          .catch(onFault)
          .finally(() => {
            running = undefined;
          });
      };
      timer = setInterval(look, everyMs);
      look();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
      counter.close();
    },
  };
}

/** A counter for several who ask at once; its process lives as long as one of them uses it. */
function shareCounter() {
  const counter = openPageCounter();
  let users = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    count: (bytes: Uint8Array) => {
      const counted = last.then(() => counter.count(bytes));
      last = counted.catch(() => undefined);
      return counted;
    },
    use: async (work: () => Promise<void>): Promise<void> => {
      users += 1;
      try {
        await work();
      } finally {
        users -= 1;
        if (users === 0) counter.close();
      }
    },
    close: () => counter.close(),
  };
}
