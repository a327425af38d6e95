import { changeSealedMeta, readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Usul } from '#shared/records/usul.ts';

/** What the documents of an usul were read to say against it: how much, of which version of it. */
export interface DocumentFinding {
  readonly version: number;
  readonly count: number;
}

/** What documents say against their usul, by its id; absent while they were not read. */
export type DocumentFindingCounts = ReadonlyMap<string, DocumentFinding>;

/** What the findings of documents are kept by. */
export interface DocumentFindingsPorts {
  readonly database: AccountDatabase;
  /** Resolves when the page has nothing better to do, or soon. */
  readonly idle: () => Promise<void>;
  /** They are others than before. */
  readonly onChange: (counts: DocumentFindingCounts) => void;
  readonly onError: (cause: unknown) => void;
}

/** How long changes are gathered before they are written, in milliseconds. */
const gatherMs = 1_000;
/** So many are kept: those of usul that left go when newer ones come. */
const mostKept = 2_000;

/** Counts of what was found in documents, kept sealed on this PC, so that lists know of them without reading anything. */
export class DocumentFindings {
  readonly #ports: DocumentFindingsPorts;
  #counts = new Map<string, DocumentFinding>();
  #unsaved = new Map<string, DocumentFinding>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(ports: DocumentFindingsPorts) {
    this.#ports = ports;
  }

  /** Takes over what was found in earlier sittings. */
  async load(): Promise<void> {
    // The list is shown first.
    await this.#ports.idle();
    const kept = await readSealedMeta(this.#ports.database, 'documentFindings');
    if (this.#ended || !kept) return;
    this.#counts = new Map([...Object.entries(kept), ...this.#counts]);
    this.#ports.onChange(this.#counts);
  }

  /** Whether the documents of this version of an usul were looked at. */
  isKnown(usulId: string, version: number): boolean {
    return this.#counts.get(usulId)?.version === version;
  }

  /** The documents of an usul were read, and say so much against it. */
  note({ id, version }: Pick<Usul, 'id' | 'version'>, count: number): void {
    const before = this.#counts.get(id);
    if (this.#ended || (before?.version === version && before.count === count)) return;
    const found = { version, count };
    this.#counts.set(id, found);
    this.#unsaved.set(id, found);
    this.#timer ??= setTimeout(() => this.#save(), gatherMs);
    this.#ports.onChange(this.#counts);
  }

  /** Whoever sat here leaves. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #save(): void {
    const { database, onError } = this.#ports;
    const fresh = this.#unsaved;
    this.#unsaved = new Map();
    this.#timer = undefined;
    changeSealedMeta(database, 'documentFindings', (kept = {}) => {
      const older = Object.entries(kept).filter(([id]) => !fresh.has(id));
      return Object.fromEntries([...older, ...fresh].slice(-mostKept));
    }).catch((cause: unknown) => {
      // They are found again; and whoever locks the desk closes its database under it.
      if (!this.#ended) onError(cause);
    });
  }
}
