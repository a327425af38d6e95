import { listFingerprinted, readFingerprints } from '#renderer/data/documents/fingerprints.ts';
import { listUsulWith, readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { once } from '#renderer/core/once.ts';
import type { TextFingerprint } from '#renderer/evidence/matching/document/text-fingerprint.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/document-elsewhere.ts';
import type { Usul } from '#shared/records/usul.ts';

/** Fingerprints opened in one go: in between the page goes on. */
const openedAtOnce = 50;
/** Share of equal numbers in two sketches from which the papers are compared in full; well below what makes them equal. */
const worthComparing = 0.25;
/** Papers compared in full with one document; more than a few alike are a form, not a paper. */
const mostCompared = 20;
/** Usul whose documents are compared. */
const mostUsul = 40;

/**
 * Finds documents of other usul that are the same files, or may be other scans of the same papers, among all that was
 * read on this PC. Of each only the sketch is in memory (some 200 bytes); words stay sealed until they are compared.
 */
export class SamePapers {
  readonly #database: AccountDatabase;
  readonly #engine: string;
  readonly #idle: () => Promise<void>;
  readonly #sketches = new Map<string, Uint32Array>();
  readonly #loaded = once(() => this.#load());

  /** `idle` resolves when the page has nothing better to do, or soon. */
  constructor(database: AccountDatabase, engine: string, idle: () => Promise<void>) {
    this.#database = database;
    this.#engine = engine;
    this.#idle = idle;
  }

  /** A document was read, and has this fingerprint; or it says too little to have one. */
  note(sha256: string, fingerprint: TextFingerprint | null): void {
    if (fingerprint) this.#sketches.set(sha256, Uint32Array.from(fingerprint.sketch));
    else this.#sketches.delete(sha256);
  }

  /** Documents of other usul that may be the same paper as this one, which was read. */
  async find(usul: Usul, sha256: string): Promise<readonly DocumentElsewhere[]> {
    await this.#loaded();
    // Another window may have read it since.
    if (!this.#sketches.has(sha256)) await this.#open([sha256]);
    const similar = this.#similar(sha256);
    const shas = new Set([sha256, ...similar]);
    const usulIds = await listUsulWith(this.#database, [...shas]);
    const others = usulIds.filter((id) => id !== usul.id).slice(0, mostUsul);
    if (others.length === 0) return [];
    const prints = await this.#fingerprints(similar);
    const found: DocumentElsewhere[] = [];
    for (const id of others) {
      const other = await readUsul(this.#database, id);
      if (other) found.push(...elsewhereIn(other, shas, prints));
    }
    return found;
  }

  async #fingerprints(shas: readonly string[]): Promise<ReadonlyMap<string, TextFingerprint>> {
    const opened = await readFingerprints(this.#database, this.#engine, shas);
    return new Map(opened.map(({ sha256, fingerprint }) => [sha256, fingerprint]));
  }

  #similar(sha256: string): readonly string[] {
    const own = this.#sketches.get(sha256);
    if (!own) return [];
    const alike = [...this.#sketches].flatMap(([other, sketch]) => {
      if (other === sha256) return [];
      const same = own.filter((value, index) => value === sketch[index]).length;
      const share = same / Math.max(1, own.length);
      return share >= worthComparing ? [{ other, share }] : [];
    });
    const nearest = alike.toSorted((a, b) => b.share - a.share).slice(0, mostCompared);
    return nearest.map(({ other }) => other);
  }

  async #load(): Promise<void> {
    const shas = await listFingerprinted(this.#database);
    for (let from = 0; from < shas.length; from += openedAtOnce) {
      // They are opened and parsed on the page's own thread: keys and pictures come first.
      await this.#idle();
      await this.#open(shas.slice(from, from + openedAtOnce));
    }
  }

  async #open(shas: readonly string[]): Promise<void> {
    const opened = await readFingerprints(this.#database, this.#engine, shas);
    for (const { sha256, fingerprint } of opened) this.note(sha256, fingerprint);
  }
}

function elsewhereIn(
  usul: Usul,
  shas: ReadonlySet<string>,
  prints: ReadonlyMap<string, TextFingerprint>,
): readonly DocumentElsewhere[] {
  return usul.documents
    .filter(({ sha256 }) => shas.has(sha256))
    .map(({ sha256, documentId }) => ({
      sha256,
      documentId,
      recordType: usul.recordType,
      employeeId: usul.employee.id,
      employeeName: usul.employee.nama,
      fingerprint: prints.get(sha256) ?? null,
    }));
}
