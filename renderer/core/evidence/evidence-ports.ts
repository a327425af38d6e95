import type { StoreApi } from 'zustand/vanilla';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';
import type { Surroundings } from '#renderer/core/evidence/surroundings.ts';
import type { CaseStore } from '#renderer/core/case/case-contract.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { EvidenceReader } from '#renderer/workers/reading/client.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/used-elsewhere.ts';
import type { FieldEvidence, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { Usul, UsulDocument } from '#shared/records/usul.ts';

/** Finds proposed values in what was read; pure, some milliseconds a page. */
export interface EvidenceMatcher {
  /** The values that a document of the usul has to prove. */
  queriesOf(usul: Usul, documentId: string): readonly FieldQuery[];
  /** What a document says of each of them. */
  match(queries: readonly FieldQuery[], reading: DocumentReading): readonly FieldEvidence[];
  /** What a person should know of the documents that were read before looking at them. */
  warn(
    usul: Usul,
    read: readonly ReadDocument[],
    elsewhere: readonly DocumentElsewhere[],
  ): readonly DocumentWarning[];
}

/** A document of an usul with what was read in it. */
export interface ReadDocument {
  readonly document: UsulDocument;
  readonly reading: DocumentReading;
}

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

/** What evidence needs of the desk around it. */
export interface EvidencePorts {
  /** Null: this application cannot read documents. */
  readonly reader: EvidenceReader | null;
  readonly matcher: EvidenceMatcher;
  readonly surroundings: Surroundings;
  readonly currentCase: StoreApi<CaseStore>;
  readonly inbox: StoreApi<InboxStore>;
  readonly preferences: StoreApi<PreferencesStore>;
  /** Whether documents wait because the disk is nearly full. */
  readonly isDiskShort: () => boolean;
  /** Milliseconds that never jump. */
  readonly clock: () => number;
  readonly timing: EvidenceTiming;
  readonly onError: (cause: unknown) => void;
}
