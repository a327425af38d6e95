import type { ReadOrder, ReadProgress } from '#renderer/workers/reading/client.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';

/** What the page is asked to read: the bytes are fetched from where the harness serves them. */
export interface ReadRequestOfPage {
  readonly url: string;
  readonly order: Omit<ReadOrder, 'bytes'>;
}

/** What came of it, and how long it took (milliseconds, worker start included where it was started for this). */
export interface ReadAnswerOfPage {
  readonly reading: DocumentReading | null;
  readonly ms: number;
  readonly steps: ReadProgress[];
}

/** What the page offers to the harness. */
export interface EvidenceOfPage {
  readonly engine: string;
  read(request: ReadRequestOfPage): Promise<ReadAnswerOfPage>;
  /** What a document says of each value. */
  match(
    queries: readonly FieldQuery[],
    reading: DocumentReading,
  ): ReturnType<EvidenceMatcher['match']>;
  /** What of the order that runs was told so far. */
  steps(): readonly ReadProgress[];
  abort(): void;
  rest(): void;
}

declare global {
  var evidence: EvidenceOfPage;
}
