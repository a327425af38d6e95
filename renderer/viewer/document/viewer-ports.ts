/** A document of the usul as the viewer needs it. */
export interface ViewerDocument {
  readonly sha256: string;
  /** What kind of document it is; documents of one kind are opened the same way. */
  readonly kind: string;
  readonly label: string;
  readonly fileName: string;
}

/** Why the bytes of a document cannot be had (yet): a sentence and what to do. */
export interface LoadFailure {
  readonly message: string;
  readonly action: string;
}

/** Reads a document's bytes from this PC. */
export type LoadBytes = (
  sha256: string,
) => Promise<
  | { readonly ok: true; readonly value: ArrayBuffer }
  | { readonly ok: false; readonly error: LoadFailure }
>;

/** What the viewer tells about the documents that the person looks at; pages count from 1. */
export interface ViewerReports {
  onOpened(sha256: string, pageCount: number): void;
  /** The file itself cannot be shown (not: it is still on its way). */
  onFailed(sha256: string): void;
  onPageSeen(sha256: string, page: number): void;
  /** On which page of which document the person rests now; not told for the place where the viewer itself began. */
  onPlace(sha256: string, page: number): void;
}

/**
 * How a document was looked at: zoom, and how far into its page the view began (shares of the page). A zoom in figures
 * is how many times the width that fits, so it means the same on every paper and screen.
 */
export interface RememberedView {
  readonly zoom: 'lebar' | 'halaman' | number;
  readonly top: number;
  readonly left: number;
}

/** Degrees clockwise. */
export type Rotation = 0 | 90 | 180 | 270;

/** What the viewer remembers beyond one usul: views by kind of document, rotations by SHA-256. */
export interface ViewMemory {
  viewOf(kind: string): RememberedView | null;
  keepView(kind: string, view: RememberedView): void;
  rotationOf(sha256: string): Rotation;
  keepRotation(sha256: string, rotation: Rotation): void;
}

/** Where to begin: the document and page (from 1) where the person left the usul. */
export interface StartPlace {
  readonly sha256: string;
  readonly page: number;
}
