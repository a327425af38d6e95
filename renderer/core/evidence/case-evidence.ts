import { watchDocuments } from '#renderer/data/live/watch-documents.ts';
import { readReading, type StoredReadingContent } from '#renderer/data/documents/readings.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import {
  documentsOf,
  isReadFor,
  reaches,
  readingOrder,
  type CaseDocument,
} from '#renderer/core/evidence/case-documents.ts';
import { warningsOfKind } from '#renderer/core/evidence/deletion-warnings.ts';
import { combineEvidence } from '#renderer/core/evidence/combine-evidence.ts';
import { isReadWell, standingOf } from '#renderer/core/evidence/document-standing.ts';
import type { EvidenceStore, ReadingState } from '#renderer/core/evidence/evidence-contract.ts';
import type { QueriesOf } from '#renderer/core/evidence/evidence-ports.ts';
import {
  isKnown,
  isLeftOut,
  pagesOf,
  shasOf,
  unread,
  type FileState,
} from '#renderer/core/evidence/file-state.ts';
import type { ReadOutcome, Wanted } from '#renderer/core/evidence/read-wanted.ts';
import { withShownPlaces } from '#renderer/core/evidence/shown-places.ts';
import { matchingFault, type EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import type { ReadProgress } from '#renderer/workers/reading/client.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/document-elsewhere.ts';
import type { Usul } from '#shared/records/usul.ts';

/** What the evidence of an usul stands on. */
export interface CaseEvidencePorts {
  readonly database: AccountDatabase;
  readonly engine: string;
  readonly queriesOf: QueriesOf;
  readonly matcher: Pick<EvidenceMatcher, 'match' | 'warn'>;
  /** Documents of other usul that may be the same paper as this one. */
  readonly findElsewhere: (usul: Usul, sha256: string) => Promise<readonly DocumentElsewhere[]>;
  /** Resolves when the page that is shown first has been drawn, or soon. */
  readonly pageDrawn: () => Promise<void>;
  /** Pages of each document that are read. */
  readonly pages: number;
  /** It says more than before, or has something to read again. */
  readonly onChange: () => void;
  readonly onError: (cause: unknown) => void;
}

/** What is shown of it. */
export type ShownEvidence = Pick<
  EvidenceStore,
  'usulId' | 'reading' | 'fields' | 'warnings' | 'unread' | 'leftOut' | 'readings'
>;

/** The evidence for one usul, from the moment that it was opened. */
export class CaseEvidence {
  // With what was put right in it.
  #usul: Usul;
  readonly #ports: CaseEvidencePorts;
  #documents: readonly CaseDocument[];
  readonly #files = new Map<string, FileState>();
  readonly #again = new Set<string>();
  #draft: Pick<Draft, 'place' | 'places'>;
  readonly #leaving = new AbortController();
  #loaded = false;
  #combined: ShownEvidence['fields'] = {};
  #fields: ShownEvidence['fields'] = {};
  #readings: ShownEvidence['readings'] = {};
  #warnings: readonly DocumentWarning[] = [];
  #unread: readonly string[];
  #leftOut: readonly string[] = [];
  #progress: (ReadProgress & { readonly sha256: string }) | null = null;
  #stopWatching: (() => void) | null = null;

  constructor(usul: Usul, draft: Pick<Draft, 'place' | 'places'>, ports: CaseEvidencePorts) {
    this.#usul = usul;
    this.#draft = draft;
    this.#ports = ports;
    this.#documents = documentsOf(usul, ports.queriesOf);
    for (const { sha256 } of this.#documents) this.#files.set(sha256, unread);
    this.#unread = [...this.#files.keys()];
    this.#correct();
  }

  /** Opens what was read before; nothing is ordered until that is known. */
  async load(): Promise<void> {
    // On two cores whatever is opened or compared meanwhile, on whichever thread, is time that the page is drawn later.
    await this.#ports.pageDrawn();
    if (this.#ended) return;
    const said: Promise<void>[] = [];
    for (const document of this.#documents) {
      const content = await this.#stored(document.sha256);
      if (this.#ended) return;
      if (content) said.push(this.#say(document, content));
    }
    await Promise.all(said);
    if (this.#ended) return;
    this.#loaded = true;
    this.#ports.onChange();
  }

  /** The usul left the desk: nothing is told of it any more. */
  end(): void {
    this.#leaving.abort();
    this.#stopWatching?.();
  }

  get usul(): Usul {
    return this.#usul;
  }

  /** Whether stored readings were looked through. */
  get isLoaded(): boolean {
    return this.#loaded;
  }

  /** What the person typed or showed since; true when that changes what is shown. */
  followDraft(draft: Pick<Draft, 'place' | 'places'>): boolean {
    const before = this.#draft;
    this.#draft = draft;
    if (before.places === draft.places) return false;
    this.#correct();
    return true;
  }

  /** What is put right in the usul is looked for in its documents too. */
  followValues(usul: Usul): void {
    if (isSameRecord(usul, this.#usul)) return;
    this.#usul = usul;
    this.#documents = documentsOf(usul, this.#ports.queriesOf);
    for (const document of this.#documents) {
      const { kind, content } = this.#files.get(document.sha256) ?? unread;
      // What is being compared is compared anew by itself.
      if (kind === 'comparing' || !content) continue;
      this.#sayAndTell(document, { content, fresh: false }).catch(this.#ports.onError);
    }
    this.#ports.onChange();
  }

  /** The file to be read next; null when there is none. */
  next(): Wanted | null {
    if (!this.#loaded) return null;
    const open = this.#documents.filter(({ sha256 }) => this.#isOpen(sha256));
    const [first] = readingOrder(open, this.#draft.place?.sha256 ?? null);
    if (!first) return null;
    const { sha256, queries } = first;
    return { sha256, queries, pages: this.#ports.pages, again: this.#again.has(sha256) };
  }

  /** The person wants what failed in a file to be tried once more. */
  readAgain(sha256: string): void {
    const kind = this.#files.get(sha256)?.kind;
    if (this.#ended || (kind !== 'read' && kind !== 'failed')) return;
    this.#again.add(sha256);
    this.#change(sha256, { kind: 'needed' });
    this.#ports.onChange();
  }

  /** Whether a file is (still) to be read. */
  wants(sha256: string): boolean {
    return this.#isOpen(sha256);
  }

  onProgress(sha256: string, to: ReadProgress): void {
    if (this.#ended) return;
    this.#progress = { sha256, ...to };
    this.#ports.onChange();
  }

  /** What came of reading one of its files, for whomever it was read. */
  take(sha256: string, outcome: ReadOutcome): void {
    const document = this.#documents.find((one) => one.sha256 === sha256);
    if (!document || this.#ended || outcome.kind === 'cancelled') return;
    this.#progress = null;
    this.#again.delete(sha256);
    if (outcome.kind === 'read') this.#sayAndTell(document, outcome).catch(this.#ports.onError);
    else if (outcome.kind === 'not_here_yet') this.#await(sha256);
    else this.#giveUp(document);
    this.#ports.onChange();
  }

  view(): ShownEvidence {
    return {
      usulId: this.#usul.id,
      reading: this.#readingState(),
      fields: this.#fields,
      warnings: this.#warnings,
      unread: this.#unread,
      leftOut: this.#leftOut,
      readings: this.#readings,
    };
  }

  get #ended(): boolean {
    return this.#leaving.signal.aborted;
  }

  async #stored(sha256: string): Promise<StoredReadingContent | undefined> {
    const { database, engine, onError } = this.#ports;
    try {
      return await readReading(database, sha256, engine);
    } catch (cause) {
      // The store did not give it: it is read anew. Unless the desk was locked, and its database closed.
      if (!this.#ended) onError(cause);
      return undefined;
    }
  }

  #readingState(): ReadingState {
    if (!this.#loaded) return { kind: 'menunggu' };
    const files = [...this.#files.values()];
    const needed = files.filter(({ kind }) => kind === 'needed');
    if (needed.length > 0 || files.some(({ kind }) => kind === 'comparing')) {
      const read = files.map((file) => (file.kind === 'needed' ? 0 : pagesOf(file)));
      const before = read.reduce((sum, pages) => sum + pages, 0);
      const left = needed.length - (this.#progress ? 1 : 0);
      const { donePages = 0, totalPages = 0 } = this.#progress ?? {};
      return {
        kind: 'membaca',
        donePages: before + donePages,
        totalPages: before + totalPages + left,
      };
    }
    const awaited = files.some(({ kind }) => kind === 'awaited');
    return { kind: awaited ? 'menunggu' : 'selesai' };
  }

  #isOpen(sha256: string): boolean {
    return this.#files.get(sha256)?.kind === 'needed';
  }

  async #sayAndTell(
    document: CaseDocument,
    { content, fresh }: Pick<Extract<ReadOutcome, { kind: 'read' }>, 'content' | 'fresh'>,
  ): Promise<void> {
    await this.#say(document, content, fresh);
    if (!this.#ended) this.#ports.onChange();
  }

  /** Compares what was read, whole or as far as it goes; a `fresh` reading is not to be had any better. */
  async #say(document: CaseDocument, content: StoredReadingContent, fresh = false): Promise<void> {
    const { matcher, onError, pages } = this.#ports;
    const { sha256, queries } = document;
    const documents = this.#documents;
    this.#change(sha256, { kind: 'comparing', latest: content });
    const found = await matcher.match(queries, content.reading, this.#leaving.signal);
    if (!this.#isLatest(sha256, content)) return;
    const now = this.#documents.find((one) => one.sha256 === sha256);
    if (documents !== this.#documents && now) return this.#say(now, content, fresh);
    if (!found.ok) {
      // A fault of the comparison must neither stop the person nor be taken for a finding.
      onError(matchingFault(found.error));
      this.#giveUp(document);
      return;
    }
    const evidence = found.value;
    const allFound = evidence.every(({ status }) => status === 'ditemukan');
    const soughtEnough = isReadFor(content, queries, pages);
    const done = fresh || soughtEnough || (allFound && reaches(content, pages));
    this.#change(sha256, { kind: done ? 'read' : 'needed', content, evidence });
    this.#warn(document, content).catch((cause: unknown) => {
      // Whoever locks the desk closes its database under it.
      if (!this.#ended) onError(cause);
    });
  }

  /** Nothing will come of this file: a person must look. */
  #giveUp({ sha256, queries }: CaseDocument): void {
    const status = 'tidak_ditemukan' as const;
    const evidence = queries.map(({ field }) => ({ field, status }));
    this.#change(sha256, { kind: 'failed', content: null, evidence });
  }

  /** What is to be known of a file takes longer to find out than what its fields say. */
  async #warn({ sha256, uploads }: CaseDocument, content: StoredReadingContent): Promise<void> {
    const { matcher, findElsewhere, onChange, onError } = this.#ports;
    const { reading } = content;
    const elsewhere = await findElsewhere(this.#usul, sha256);
    if (!this.#isLatest(sha256, content)) return;
    const read = uploads.map((document) => ({ document, reading }));
    const warned = await matcher.warn(this.#usul, read, elsewhere, this.#leaving.signal);
    if (!this.#isLatest(sha256, content)) return;
    if (!warned.ok) {
      onError(matchingFault(warned.error));
      return;
    }
    this.#change(sha256, { warnings: warned.value });
    onChange();
  }

  /** Whether this is still what was read last, and anybody wants to know. */
  #isLatest(sha256: string, content: StoredReadingContent): boolean {
    return !this.#ended && this.#files.get(sha256)?.latest === content;
  }

  /** A file stands differently; what is shown is made anew, and the same objects stand until the next time. */
  #change(sha256: string, change: Partial<FileState>): void {
    this.#files.set(sha256, { ...(this.#files.get(sha256) ?? unread), ...change });
    const files = this.#documents.map((document) => ({
      document,
      ...(this.#files.get(document.sha256) ?? unread),
    }));
    this.#readings = Object.fromEntries(
      files.flatMap(({ document, content }) =>
        content ? [[document.sha256, content.reading] as const] : [],
      ),
    );
    this.#combined = combineEvidence(
      this.#usul,
      files.map(({ document, evidence, content, warnings, kind }) => {
        const reading = content?.reading ?? null;
        const standing = standingOf({ reading, warnings, failed: kind === 'failed' });
        const known = kind === 'read' && reading !== null && isReadWell(reading);
        return { document, evidence, standing, isReadWell: known };
      }),
    );
    this.#unread = shasOf(
      this.#unread,
      files.filter((file) => !isKnown(file)),
    );
    this.#leftOut = shasOf(this.#leftOut, files.filter(isLeftOut));
    // Whose a document is must be known before it speaks against anything.
    const known = files.every(({ kind, warnings }) => warnings !== null || kind === 'failed');
    this.#warnings = warningsOfKind(
      this.#usul,
      known ? this.#combined : {},
      files.flatMap(({ warnings }) => warnings ?? []),
      this.#readings,
    );
    this.#correct();
  }

  #correct(): void {
    this.#fields = withShownPlaces(this.#combined, this.#draft.places, this.#readings);
  }

  #await(sha256: string): void {
    this.#change(sha256, { kind: 'awaited' });
    this.#stopWatching?.();
    const awaited = [...this.#files].flatMap(([sha, { kind }]) => (kind === 'awaited' ? sha : []));
    const { database, onError } = this.#ports;
    this.#stopWatching = watchDocuments(database, awaited, (came) => this.#tryAgain(came), onError);
  }

  #tryAgain(came: readonly string[]): void {
    const again = came.filter((sha256) => this.#files.get(sha256)?.kind === 'awaited');
    if (this.#ended || again.length === 0) return;
    for (const sha256 of again) this.#change(sha256, { kind: 'needed' });
    this.#ports.onChange();
  }
}

function isSameRecord({ values: one }: Usul, { values: other }: Usul): boolean {
  if (one === other) return true;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
