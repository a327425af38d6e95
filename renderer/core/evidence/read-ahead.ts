import {
  listDocumentsAhead,
  type DocumentAhead,
} from '#renderer/data/documents/documents-ahead.ts';
import { listRead } from '#renderer/data/documents/readings.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { documentsOf, reaches } from '#renderer/core/evidence/case-documents.ts';
import type { ReadAhead } from '#renderer/core/evidence/evidence-contract.ts';
import type { EvidenceTiming, QueriesOf } from '#renderer/core/evidence/evidence-ports.ts';
import type { ReadOutcome, Wanted } from '#renderer/core/evidence/read-wanted.ts';
import { isToTryAgain, mostAttempts } from '#renderer/evidence/matching/document-reading.ts';
import { needsDecision } from '#renderer/core/inbox/inbox-list.ts';
import { withCorrections } from '#shared/workflow/told-decisions.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';

/** What is read ahead for one account. */
export interface ReadAheadPorts {
  readonly database: AccountDatabase;
  readonly engine: string;
  readonly queriesOf: QueriesOf;
  readonly timing: Pick<EvidenceTiming, 'aheadDocuments' | 'aheadPages'>;
}

/** Which documents are read ahead, and how far that is. */
export class ReadAheadPlan {
  readonly #ports: ReadAheadPorts;
  readonly #pace: number[] = [];
  // What cannot be read now; tried again in the next sitting.
  readonly #skipped = new Set<string>();
  // What took too long, and how often in this sitting: tried again when all others are read.
  readonly #late = new Map<string, number>();
  // What came up in this sitting and was read.
  readonly #counted = new Set<string>();
  #documents: readonly DocumentAhead[] = [];
  #versions: ReadonlyMap<string, number> = new Map();
  #isKnown = false;
  #read: ReadonlySet<string> = new Set();

  constructor(ports: ReadAheadPorts) {
    this.#ports = ports;
  }

  /** Looks at the queue again. */
  async renew(queue: readonly InboxRow[], openUsulId: string | null): Promise<void> {
    const { database, engine, timing } = this.#ports;
    const ids = upcoming(queue, openUsulId, timing.aheadDocuments);
    const wanted = new Set(ids);
    const rows = queue.filter(({ id }) => wanted.has(id));
    const documents = await listDocumentsAhead(database, ids, timing.aheadDocuments);
    this.#read = await listRead(database, engine, timing.aheadPages);
    this.#versions = new Map(rows.map(({ id, version }) => [id, version]));
    this.#documents = documents;
    this.#isKnown = true;
  }

  /** Whether everything that can be read ahead has been; not before the queue was looked at. */
  get isDone(): boolean {
    return this.#isKnown && this.#documents.every(({ sha256 }) => this.#read.has(sha256));
  }

  /** The usul of which every document was read, in their order. */
  readUsul(): readonly { readonly usulId: string; readonly version: number }[] {
    const unread = new Set(
      this.#documents.filter(({ sha256 }) => !this.#read.has(sha256)).map(({ usulId }) => usulId),
    );
    const ids = new Set(this.#documents.map(({ usulId }) => usulId));
    return [...ids].flatMap((usulId) => {
      const version = this.#versions.get(usulId);
      return version === undefined || unread.has(usulId) ? [] : { usulId, version };
    });
  }

  /** The document that comes next; null when none can be read now. */
  next(): DocumentAhead | null {
    const open = this.#documents.filter(
      ({ sha256, isHere }) => isHere && !this.#read.has(sha256) && !this.#skipped.has(sha256),
    );
    return open.find(({ sha256 }) => !this.#late.has(sha256)) ?? open[0] ?? null;
  }

  /** What is looked for in it; null when its usul has left this PC. */
  async wanted({ usulId, sha256 }: DocumentAhead): Promise<Wanted | null> {
    const { database, queriesOf, timing } = this.#ports;
    const usul = await readUsul(database, usulId);
    const documents = usul ? documentsOf(withCorrections(usul), queriesOf) : [];
    const document = documents.find((one) => one.sha256 === sha256);
    return document ? { sha256, queries: document.queries, pages: timing.aheadPages } : null;
  }

  /** A document was read, or not; `tookMs` measures the pace. */
  settle(sha256: string, outcome: ReadOutcome, tookMs: number): void {
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'not_here_yet') {
      // Until the plan is renewed, which it is when documents come.
      this.#documents = this.#documents.map((one) =>
        one.sha256 === sha256 ? { ...one, isHere: false } : one,
      );
      return;
    }
    const isDone =
      outcome.kind === 'read' &&
      outcome.content.reading.failure !== 'gagal' &&
      reaches(outcome.content, this.#ports.timing.aheadPages);
    if (!isDone) {
      const late = this.#late.get(sha256) ?? 0;
      const again = outcome.kind === 'read' && isToTryAgain(outcome.content.reading);
      if (again && late + 1 < mostAttempts) this.#late.set(sha256, late + 1);
      else this.#skipped.add(sha256);
      return;
    }
    this.#read = new Set([...this.#read, sha256]);
    if (!outcome.fresh) return;
    this.#pace.push(tookMs);
    if (this.#pace.length > pacedBy) this.#pace.shift();
  }

  progress(): Pick<ReadAhead, 'doneDocuments' | 'totalDocuments' | 'secondsLeft'> {
    const left = this.#documents.filter(({ sha256 }) => !this.#read.has(sha256)).length;
    // Those of usul that are decided by now stay counted: what was done never becomes less.
    for (const { sha256 } of this.#documents) {
      if (this.#read.has(sha256)) this.#counted.add(sha256);
      else this.#counted.delete(sha256);
    }
    const doneDocuments = this.#counted.size;
    const sum = this.#pace.reduce((total, ms) => total + ms, 0);
    const secondsLeft =
      this.#pace.length === 0 ? null : Math.ceil(((sum / this.#pace.length) * left) / 1000);
    return { doneDocuments, totalDocuments: doneDocuments + left, secondsLeft };
  }
}

/** Nothing is read ahead. */
export const noneAhead: ReadAhead = {
  doneDocuments: 0,
  totalDocuments: 0,
  secondsLeft: null,
  state: 'mati',
};

/** The same value object while it says the same, so that views that read it rest. */
export function keepAhead(now: ReadAhead, next: ReadAhead): ReadAhead {
  const isSame =
    now.state === next.state &&
    now.doneDocuments === next.doneDocuments &&
    now.totalDocuments === next.totalDocuments &&
    now.secondsLeft === next.secondsLeft;
  return isSame ? now : next;
}

/** Documents that the pace is measured by. */
const pacedBy = 20;

/** The usul to decide from the open one on, from the start again when the end is reached. */
export function upcoming(
  queue: readonly InboxRow[],
  openUsulId: string | null,
  limit: number,
): readonly string[] {
  const at = Math.max(
    0,
    queue.findIndex(({ id }) => id === openUsulId),
  );
  const ids: string[] = [];
  for (let step = 0; step < queue.length && ids.length < limit; step += 1) {
    const row = queue[(at + step) % queue.length];
    if (row && (row.id === openUsulId || needsDecision(row))) ids.push(row.id);
  }
  return ids;
}
