import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { ProcessMemory } from '#tests/bench/evidence/browser/renderer-memory.ts';

/** What came of reading one document, and how long it took inside the page (milliseconds). */
export interface TimedReading {
  readonly reading: DocumentReading;
  readonly ms: number;
}

/** The application's evidence worker in a real browser. */
export interface BrowserReader {
  /** Reads a document; `pages` at most. */
  read(bytes: Uint8Array, queries: readonly FieldQuery[], pages?: number): Promise<TimedReading>;
  /** Lets the worker go, as the application does when it is idle. */
  rest(): Promise<void>;
  /** Memory of the page's process with its workers; null where the system does not tell. */
  memory(): Promise<ProcessMemory | null>;
  close(): Promise<void>;
}
