import type { ReadOrder, ReadProgress } from '#renderer/workers/reading/client.ts';
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
  abort(): void;
  rest(): void;
}

declare global {
  var evidence: EvidenceOfPage;
}
