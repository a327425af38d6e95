import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';

/**
 * Whether a document can carry what is found in it: `sound`; of another person; of another kind than was asked for; blank or
 * not to be read; or not known yet.
 */
export type DocumentStanding = 'sound' | 'foreign' | 'other_kind' | 'unusable' | 'unknown';

/** What is known of a file: null where it was not read, or what is to be said of it is still being found out. */
export interface KnownFile {
  readonly reading: DocumentReading | null;
  readonly warnings: readonly DocumentWarning[] | null;
  /** Nothing will come of it. */
  readonly failed: boolean;
}

/** How a file stands. */
export function standingOf({ reading, warnings, failed }: KnownFile): DocumentStanding {
  if (failed || (reading && isUnusable(reading))) return 'unusable';
  if (!reading || !warnings) return 'unknown';
  const kinds = new Set(warnings.map(({ kind }) => kind));
  if (kinds.has('orang_lain')) return 'foreign';
  return kinds.has('jenis_lain') ? 'other_kind' : 'sound';
}

/** Whether every page was read, and is sharp: what is not found was not lost by reading. */
export function isReadWell({ pageCount, pages, failedPages = [] }: DocumentReading): boolean {
  return (
    failedPages.length === 0 &&
    pages.length === pageCount &&
    pages.every(({ quality }) => quality.level === 'baik')
  );
}

function isUnusable({ failure, pages }: DocumentReading): boolean {
  return (
    failure !== null ||
    (pages.length > 0 &&
      pages.every(
        ({ quality }) => quality.level === 'tidak_terbaca' || quality.flaws.includes('kosong'),
      ))
  );
}
