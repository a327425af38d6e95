import type { DocumentReading, PageBox } from '#shared/domain/matching/document-reading.ts';
import type { FieldQuery } from '#shared/domain/matching/field-evidence.ts';

/** A part of a page that is worth reading again, enlarged. */
export interface DoubtfulPlace {
  readonly page: number;
  readonly box: PageBox;
}

/** Where an enlarged re-reading would decide whether a value stands there; empty when all is certain or hopeless. */
export function doubtfulPlaces(
  _queries: readonly FieldQuery[],
  _reading: DocumentReading,
): readonly DoubtfulPlace[] {
  return [];
}
