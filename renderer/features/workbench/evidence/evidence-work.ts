import type { EvidenceNames } from '#renderer/features/workbench/evidence/field-badge.ts';
import type { ArrowPress } from '#renderer/features/workbench/evidence/pick-word.ts';
import type { EvidenceStore } from '#renderer/core/evidence/evidence-contract.ts';
import type { OpenBeside } from '#renderer/viewer/overlay/crop-document.ts';
import type { OpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import type { DocumentMark } from '#renderer/viewer/overlay/viewer-evidence.ts';
import type { ReadText } from '#renderer/viewer/text/read-text.ts';

/** What is known of the open usul. */
export type KnownEvidence = Pick<EvidenceStore, 'reading' | 'fields' | 'warnings' | 'readings'>;

/** A place that is being shown: for the field of this label, and what is picked for it so far. */
export interface Correcting {
  readonly label: string;
  readonly picked: {
    readonly sha256: string;
    readonly page: number;
    readonly box: PlaceBox;
    /** What was read there. */
    readonly text: string;
  } | null;
}

/** What the documents of the open usul say, and what a person does with it. */
export interface EvidenceWork extends KnownEvidence {
  /** The field whose place is shown beside it; does not change while a button is pressed. */
  readonly expanded: string | null;
  /** Whether any document of the usul can be opened, as far as is known. */
  readonly openable: boolean;
  /** Whether the person can show a place. */
  readonly correctable: boolean;
  /** All documents were read, and something was looked for in them: what has no evidence was not looked for. */
  readonly soughtOthers: boolean;
  readonly marks: readonly DocumentMark[];
  /** What the sentences call fields and documents. */
  readonly names: EvidenceNames;
  readonly openViews: OpenViews;
  /** Opens a document of the usul that is not on screen. */
  readonly openBeside: OpenBeside;
  /** The recognised text of a page; null where nothing is read. */
  readonly textOf: ((sha256: string, page: number) => ReadText) | null;
  /** Fields that can be marked in one stroke; none where policy does not allow it. */
  readonly found: readonly string[];
  readonly judgeFound: () => void;
  /** Goes to the next field that was not found. */
  readonly turnToLookAt: (step: 1 | -1) => void;
  readonly showPlace: (field: string) => void;
  readonly showDocument: (sha256: string) => void;
  /** Shows the places of a field one after the other. */
  readonly showNextPlace: (field: string) => void;
  /** Null while no place is being shown. */
  readonly correcting: Correcting | null;
  readonly startCorrecting: () => void;
  /** False when nothing was being corrected. */
  readonly endCorrecting: () => boolean;
  /** Picks a word in the document by an arrow key. */
  readonly pickWord: (press: ArrowPress) => void;
  /** Keeps what is picked as the place. */
  readonly acceptPicked: () => void;
  readonly placeDrawn: (sha256: string, page: number, box: PlaceBox) => void;
  readonly takeBackPlace: (field: string) => void;
}
