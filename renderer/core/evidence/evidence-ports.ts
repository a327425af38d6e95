import type { StoreApi } from 'zustand/vanilla';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';
import type { DocumentFindingCounts } from '#renderer/core/evidence/document-findings.ts';
import type { Surroundings } from '#renderer/core/evidence/surroundings.ts';
import type { TellDecided } from '#renderer/core/evidence/evidence-contract.ts';
import type { CaseStore } from '#renderer/core/case/case-contract.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import type { EvidenceReader } from '#renderer/workers/reading/client.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { Usul } from '#shared/records/usul.ts';

/** The values that a document of the usul has to prove; pure, and quick. */
export type QueriesOf = (usul: Usul, documentId: string) => readonly FieldQuery[];

/** Durations in milliseconds, and how much is read. */
export interface EvidenceTiming {
  /** How long the keys must rest before the next document is read ahead. */
  readonly quietMs: number;
  /** How long a document that is read ahead may go on while a person types. */
  readonly graceMs: number;
  /** How long the reader keeps its memory while there is nothing to read. */
  readonly restMs: number;
  /** How long changes of the queue are gathered before it is looked at again. */
  readonly planMs: number;
  /** When reading ahead looks again, after something that nobody tells of kept it from going on. */
  readonly retryMs: number;
  /** Documents that are read ahead, from the open usul on. */
  readonly aheadDocuments: number;
  /** Pages of each document that are read ahead. */
  readonly aheadPages: number;
  /** Pages of each document of the open usul. */
  readonly casePages: number;
}

/** Durations and amounts of a desk at work. */
export const defaultEvidenceTiming: EvidenceTiming = {
  quietMs: 3_000,
  graceMs: 4_000,
  restMs: 20_000,
  planMs: 400,
  retryMs: 5_000,
  aheadDocuments: 300,
  aheadPages: 10,
  casePages: 60,
};

/** What reads documents and what compares them, each in a worker of its own. */
export interface EvidenceWorkers {
  readonly reader: EvidenceReader;
  readonly matcher: EvidenceMatcher;
}

/** What evidence needs of the desk around it. */
export interface EvidencePorts {
  /** Null: this application cannot read documents. */
  readonly workers: EvidenceWorkers | null;
  readonly queriesOf: QueriesOf;
  readonly surroundings: Surroundings;
  readonly currentCase: StoreApi<CaseStore>;
  readonly inbox: StoreApi<InboxStore>;
  readonly preferences: StoreApi<PreferencesStore>;
  /** Whether documents wait because the disk is nearly full. */
  readonly isDiskShort: () => boolean;
  /** What is known of the documents of an usul that was decided before they were read. */
  readonly tellDecided: TellDecided;
  /** How much is known of documents that speaks against their usul. */
  readonly countFindings: (usul: Usul, known: Parameters<TellDecided>[2]) => number;
  /** What documents say against their usul is other than before. */
  readonly showFindings: (counts: DocumentFindingCounts) => void;
  /** No decision is held longer than so many milliseconds. */
  readonly longestHoldMs: number;
  readonly now: () => Date;
  /** Milliseconds that never jump. */
  readonly clock: () => number;
  readonly timing: EvidenceTiming;
  readonly onError: (cause: unknown) => void;
}
