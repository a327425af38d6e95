/** A document of the usul as the viewer needs it. */
export interface ViewerDocument {
  readonly sha256: string;
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
}
