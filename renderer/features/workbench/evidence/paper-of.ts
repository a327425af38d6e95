import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';

/** A4 in points. */
const usualPaper = { width: 595, height: 842 } as const;

/** The size of a page in points; of one that was not read, that of the usual paper. */
export function paperOf(
  reading: DocumentReading | undefined,
  page: number,
): { readonly width: number; readonly height: number } {
  return reading?.pages.find((read) => read.page === page) ?? usualPaper;
}
