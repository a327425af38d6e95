import type { ReactNode } from 'react';
import type { OpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import type { PlaceMark } from '#renderer/viewer/overlay/place-marks.ts';
import type { ReadText } from '#renderer/viewer/text/read-text.ts';

/** A marked place and the document it is in. */
export interface DocumentMark extends PlaceMark {
  readonly sha256: string;
}

/** What the surrounding screen knows of what stands in the documents. */
export interface ViewerEvidence {
  readonly marks: readonly DocumentMark[];
  /** Told of every document on screen. */
  readonly openViews: OpenViews;
  /** While given, dragging over a page draws a place; Shift with the arrows is left to the screen. */
  readonly onPlaceDrawn: ((sha256: string, page: number, box: PlaceBox) => void) | null;
  /** What stands above a document; null for nothing. */
  readonly above: (sha256: string) => ReactNode;
  /** Whether a person should know something about a document before looking. */
  readonly isWarned: (sha256: string) => boolean;
  /** The recognised text of a page; null where nothing is read at all. */
  readonly textOf: ((sha256: string, page: number) => ReadText) | null;
  readonly textShown: boolean;
  readonly onTextShown: (shown: boolean) => void;
}
