import type { CaseDocument } from '#renderer/core/evidence/case-documents.ts';
import { isCutShort } from '#renderer/core/evidence/document-standing.ts';
import type { StoredReadingContent } from '#renderer/data/documents/readings.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';

/** Where a file stands: to be read (on); read and compared; on its way to this PC; or nothing will come of it. */
export interface FileState {
  readonly kind: 'needed' | 'comparing' | 'read' | 'awaited' | 'failed';
  /** What was read last; what is shown follows when it has been compared. */
  readonly latest: StoredReadingContent | null;
  /** What was read in it so far. */
  readonly content: StoredReadingContent | null;
  /** What it says of the fields; null while nothing was read. */
  readonly evidence: readonly FieldEvidence[] | null;
  /** What a person should know of it; null while that is being found out. */
  readonly warnings: readonly DocumentWarning[] | null;
}

/** Nothing is known of it. */
export const unread: FileState = {
  kind: 'needed',
  latest: null,
  content: null,
  evidence: null,
  warnings: null,
};

/** Their SHA-256: the same list while it says the same, for a progress of pages is nothing new. */
export function shasOf(
  before: readonly string[],
  files: readonly { readonly document: CaseDocument }[],
): readonly string[] {
  const shas = files.map(({ document }) => document.sha256);
  return shas.join() === before.join() ? before : shas;
}

/** Whether nothing more will be known of a file, though it was not read to its end: the program could not. */
export function isLeftOut({ kind, warnings, content }: FileState): boolean {
  if (kind === 'failed') return true;
  return kind === 'read' && warnings !== null && content !== null && isCutShort(content.reading);
}

/** Whether nothing more will be known of a file. */
export function isKnown({ kind, warnings }: FileState): boolean {
  return kind === 'failed' || (kind === 'read' && warnings !== null);
}

/** How many pages of it were read; one at least. */
export function pagesOf({ latest }: FileState): number {
  return Math.max(1, latest?.reading.pages.length ?? 1);
}
