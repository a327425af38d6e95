import { listDocuments, readDocumentRow } from '#renderer/data/documents/documents.ts';
import type { DocumentRow } from '#renderer/data/schema/stored-rows.ts';
import { longestBackoffMs } from '#renderer/workers/sync/backoff.ts';
import {
  fetchDocument,
  type FetchOptions,
} from '#renderer/workers/sync/documents/fetch-document.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** How all documents are fetched. */
export interface FetchAllOptions extends FetchOptions {
  readonly parallel: number;
  /** Documents that a person waits for; taken from the front. */
  readonly wanted: string[];
  /** Whether documents that nobody waits for are fetched now. */
  readonly ahead: () => boolean;
  /**
   * Whether the disk has room for so many bytes more; asked before each document, and told whether a person waits for it.
   */
  readonly hasRoom: (size: number, wanted: boolean) => Promise<boolean>;
  /** A document is here now; its size in bytes. */
  readonly onArrived: (size: number) => void;
  readonly signal: AbortSignal;
}

// So many documents in a row that are not what they should be: the network lies, no use to go on now.
const liesInARow = 5;

/**
 * Fetches every document that is due: those a person waits for, then the most urgent deadline first, a few at once.
 * Ends when nothing is due, when the disk has no room, at the first trouble that concerns all, or when asked to.
 */
export async function fetchDocuments(
  ports: SyncPorts,
  options: FetchAllOptions,
): Promise<Step<void>> {
  const inFlight = new Set<string>();
  let trouble: Step<void> = succeed(undefined);
  let failedInARow = 0;
  const failures: unknown[] = [];

  async function lane(): Promise<void> {
    while (trouble.ok && failures.length === 0 && !options.signal.aborted) {
      const next = await nextDocument(ports, options, inFlight);
      if (!next) return;
      const { row, wanted } = next;
      if (!(await options.hasRoom(row.size, wanted))) {
        inFlight.delete(row.sha256);
        return;
      }
      const fetched = await fetchDocument(ports, row, options).finally(() =>
        inFlight.delete(row.sha256),
      );
      if (!fetched.ok) {
        trouble = fetched;
        return;
      }
      failedInARow = fetched.value === 'ada' ? 0 : failedInARow + 1;
      if (fetched.value === 'ada') options.onArrived(row.size);
      if (failedInARow >= liesInARow) trouble = fail({ kind: 'bukan_jawaban' });
    }
  }

  // A failure of this PC (no space) ends all lanes, and none goes on behind the back of who called.
  async function guardedLane(): Promise<void> {
    try {
      await lane();
    } catch (cause) {
      failures.push(cause);
    }
  }

  await Promise.all(Array.from({ length: options.parallel }, guardedLane));
  if (failures.length > 0) throw failures[0];
  return trouble;
}

// A wait longer than the longest backoff means that the PC's clock was set back meanwhile.
function isDue({ retryAt }: DocumentRow, now: number): boolean {
  return retryAt <= now || retryAt - now > longestBackoffMs;
}

interface NextDocument {
  readonly row: DocumentRow;
  readonly wanted: boolean;
}

async function nextDocument(
  ports: SyncPorts,
  options: FetchAllOptions,
  inFlight: Set<string>,
): Promise<NextDocument | undefined> {
  const { database } = ports;
  const claim = (rows: readonly DocumentRow[], wanted = false): NextDocument | undefined => {
    const row = rows.find(({ sha256 }) => !inFlight.has(sha256));
    if (!row) return undefined;
    inFlight.add(row.sha256);
    return { row, wanted };
  };
  while (options.wanted.length > 0) {
    const row = await readDocumentRow(database, options.wanted.shift() ?? '');
    const claimed = row && row.state !== 'ada' ? claim([row], true) : undefined;
    if (claimed) return claimed;
  }
  if (!options.ahead()) return undefined;
  const fresh = claim(await listDocuments(database, 'perlu', options.parallel + 1));
  if (fresh) return fresh;
  for (const state of ['rusak', 'hilang'] as const) {
    const rows = await listDocuments(database, state, 200);
    const due = claim(rows.filter((row) => isDue(row, ports.now())));
    if (due) return due;
  }
  return undefined;
}
