import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';

export type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';

/** How far the documents of the usul on the desk are. `terhenti`: reading is switched off or cannot run on this PC. */
export type ReadingState =
  | { readonly kind: 'menunggu' }
  | { readonly kind: 'membaca'; readonly donePages: number; readonly totalPages: number }
  | { readonly kind: 'selesai' }
  | { readonly kind: 'terhenti' };

/**
 * What a field's documents say of it: the best of them, and in which document (null where it was not found). It is `berbeda`
 * also when another document says `ditemukan`, if in the one that proves it best another value stands at its label; and
 * `mirip` (`dokumen_lain`) where only another document has it than a mandatory one that cannot carry it.
 * `missingIn`: the document that proves it best, which was read well, bears out most else, and has the value nowhere.
 * `correctedByPerson`: the person showed the place, which stands first; it is `mirip` then, whatever was found before.
 */
export type CaseFieldEvidence = FieldEvidence & {
  readonly sha256: string | null;
  readonly correctedByPerson: boolean;
  readonly missingIn?: string;
};

/** What is known of the documents of a decided usul; called at every change until it answers that this is enough. */
export type TellDecided = (
  decision: Decision,
  usul: Usul,
  known: Pick<EvidenceStore, 'fields' | 'warnings' | 'unread' | 'leftOut'>,
) => boolean;

/** How far reading ahead is. */
export interface ReadAhead {
  readonly doneDocuments: number;
  readonly totalDocuments: number;
  /** Seconds left while it runs; null while unknown. */
  readonly secondsLeft: number | null;
  readonly state: 'membaca' | 'selesai' | 'dijeda' | 'menunggu' | 'mati';
}

/** Evidence for the usul on the desk, and reading ahead. */
export interface EvidenceStore {
  /** The usul it is about; null when none is open. */
  readonly usulId: string | null;
  readonly reading: ReadingState;
  /** By field name; a field without a document to prove it is absent. */
  readonly fields: Readonly<Record<string, CaseFieldEvidence>>;
  readonly warnings: readonly DocumentWarning[];
  /** Documents (SHA-256) of which more will be known; none where nothing is read on this PC. */
  readonly unread: readonly string[];
  /** Documents (SHA-256) that this PC did not read to their end, and will not: for no fault of theirs. */
  readonly leftOut: readonly string[];
  /** By SHA-256: what was read, for the recognised text of a page and for the crops. */
  readonly readings: Readonly<Record<string, DocumentReading>>;
  readonly ahead: ReadAhead;
  /** Stops and goes on with reading ahead; the documents of the open usul are read all the same. */
  pauseAhead(paused: boolean): void;
  /** Tries once more what failed in a document of the open usul. */
  readAgain(sha256: string): void;
  /** The person shows where a field's value stands; it is kept with the draft. Null takes it back. */
  correctPlace(
    field: string,
    place: { sha256: string; page: number; box: readonly [number, number, number, number] } | null,
  ): void;
}
