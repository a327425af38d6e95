import { listFingerprinted, readFingerprints } from '#renderer/data/documents/fingerprints.ts';
import { listUsulWith, readUsul } from '#renderer/data/usul/usul.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { once } from '#renderer/core/once.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import {
  fingerprintOf,
  type TextFingerprint,
} from '#renderer/evidence/matching/document/text-fingerprint.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/used-elsewhere.ts';
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
  readonly #sketches = new Map<string, Uint32Array>();
  readonly #loaded = once(() => this.#load());

  constructor(database: AccountDatabase, engine: string) {
    this.#database = database;
    this.#engine = engine;
  }

  /** A document was read. */
  note(reading: DocumentReading): void {
    const fingerprint = fingerprintOf(reading);
    if (fingerprint) this.#sketches.set(reading.sha256, Uint32Array.from(fingerprint.sketch));
  }

  async find(usul: Usul, reading: DocumentReading): Promise<readonly DocumentElsewhere[]> {
    await this.#loaded();
    const similar = this.#similar(reading);
    const shas = new Set([reading.sha256, ...similar]);
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

  #similar(reading: DocumentReading): readonly string[] {
    const fingerprint = fingerprintOf(reading);
    if (!fingerprint) return [];
    const alike = [...this.#sketches].flatMap(([sha256, sketch]) => {
      if (sha256 === reading.sha256) return [];
      const same = fingerprint.sketch.filter((value, index) => value === sketch[index]).length;
      const share = same / Math.max(1, fingerprint.sketch.length);
      return share >= worthComparing ? [{ sha256, share }] : [];
    });
    const nearest = alike.toSorted((a, b) => b.share - a.share).slice(0, mostCompared);
    return nearest.map(({ sha256 }) => sha256);
  }

  async #load(): Promise<void> {
    const shas = await listFingerprinted(this.#database);
    for (let from = 0; from < shas.length; from += openedAtOnce) {
      const some = shas.slice(from, from + openedAtOnce);
      for (const one of await readFingerprints(this.#database, this.#engine, some)) {
        this.#sketches.set(one.sha256, Uint32Array.from(one.fingerprint.sketch));
      }
    }
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
