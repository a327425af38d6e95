import type { EvidenceStore } from '#renderer/state/evidence/evidence-contract.ts';
import type { OpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { DocumentMark } from '#renderer/viewer/overlay/viewer-evidence.ts';
import type { ReadText } from '#renderer/viewer/text/read-text.ts';

/** What is known of the open usul. */
export type KnownEvidence = Pick<EvidenceStore, 'reading' | 'fields' | 'warnings' | 'readings'>;

/** What the documents of the open usul say, and what a person does with it. */
export interface CaseEvidence extends KnownEvidence {
  /** The field whose place is shown beside it; does not change while a button is pressed. */
  readonly expanded: string | null;
  readonly marks: readonly DocumentMark[];
  readonly openViews: OpenViews;
  /** The recognised text of a page; null where nothing is read. */
  readonly textOf: ((sha256: string, page: number) => ReadText) | null;
  /** Fields that can be marked in one stroke; none where policy does not allow it. */
  readonly found: readonly string[];
  readonly judgeFound: () => void;
  /** Goes to the next field that was not found. */
  readonly turnToLookAt: (step: 1 | -1) => void;
  readonly showPlace: (field: string) => void;
  /** Shows the places of a field one after the other. */
  readonly showNextPlace: (field: string) => void;
  /** Label of the field whose place is being drawn; null when none is. */
  readonly correcting: string | null;
  readonly startCorrecting: () => void;
  /** False when nothing was being corrected. */
  readonly endCorrecting: () => boolean;
  readonly placeDrawn: (
    sha256: string,
    page: number,
    box: readonly [number, number, number, number],
  ) => void;
  readonly takeBackPlace: (field: string) => void;
}
