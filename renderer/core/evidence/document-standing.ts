import {
  isMachineLimit,
  unreadPagesOf,
  type DocumentReading,
} from '#renderer/evidence/matching/document-reading.ts';
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

/** Whether reading ended before the document did, for the program's own limits: nothing is said of the document by that. */
export function isCutShort(reading: DocumentReading): boolean {
  const { failure, pageCount, pages } = reading;
  if (failure !== null) return isMachineLimit(failure);
  return unreadPagesOf(reading).length > 0 || pages.length < (pageCount ?? 0);
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
