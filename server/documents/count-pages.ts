import type { DocumentStore } from '#server/documents/document-store.ts';
import { openPageCounter, type PageCounter } from '#server/documents/page-counter.ts';
import type { Db } from '#server/store/database.ts';

/** What counting stands on. */
export interface CountingPorts {
  readonly db: Db;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly now: () => Date;
  readonly onFault: (cause: unknown) => void;
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
  ports: Omit<CountingPorts, 'onFault'>,
  counter: PageCounter,
  isStopped: () => boolean = () => false,
): Promise<void> {
  for (;;) {
    const rows = await ports.db
      .selectFrom('document')
      .select('sha256')
      .where('counted_at', 'is', null)
      .orderBy('created_at', 'desc')
      .limit(atOnce)
      .execute();
    for (const { sha256 } of rows) {
      if (isStopped()) return;
      await countOne(ports, counter, sha256);
    }
    if (rows.length < atOnce) return;
  }
}

async function countOne(
  { db, documents, now }: Omit<CountingPorts, 'onFault'>,
  counter: PageCounter,
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

/** Counts now and every so often; the answer ends it, and resolves when nothing of it runs any more. */
export function keepCounting(ports: CountingPorts, everyMs: number): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | undefined;
  let notBefore = 0;
  const count = async () => {
    if (Date.now() < notBefore) return;
    const counter = openPageCounter();
    try {
      await countPages(ports, counter, () => stopped);
    } catch (cause) {
      notBefore = Date.now() + afterFailureMs;
      ports.onFault(cause);
    } finally {
      counter.close();
    }
  };
  const start = () => {
    running ??= count().finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(start, everyMs);
  start();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
