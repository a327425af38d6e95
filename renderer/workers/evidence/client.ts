import type { DocumentReading } from '#shared/domain/matching/document-reading.ts';
import type { FieldQuery } from '#shared/domain/matching/field-evidence.ts';

/** What is to be read. The bytes are handed over and unusable afterwards. */
export interface ReadOrder {
  readonly sha256: string;
  readonly bytes: ArrayBuffer;
  /** What is looked for: only values that are not certain after the first pass cost further passes. */
  readonly queries: readonly FieldQuery[];
  /** What an earlier order read; it is gone on from there. */
  readonly known: DocumentReading | null;
  /** Pages that are read at most, from the first. */
  readonly pages: number;
}

/** How far an order is: pages done of pages to be read. */
export interface ReadProgress {
  readonly donePages: number;
  readonly totalPages: number;
}

/**
 * Reads documents on this PC, one at a time, in a worker of its own. Never rejects and never hangs: what goes wrong is the
 * `failure` of the reading. Null: the order was given up (`signal`), and nothing came of it.
 */
export interface EvidenceReader {
  /** Version of everything that decides what is read; readings of another one are read again. */
  readonly engine: string;
  read(
    order: ReadOrder,
    options: { readonly signal: AbortSignal; readonly onProgress?: (to: ReadProgress) => void },
  ): Promise<DocumentReading | null>;
  /** Gives the worker's memory back; the next order starts it again. */
  rest(): void;
}
