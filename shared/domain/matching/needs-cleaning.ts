import type { DocumentReading } from '#shared/domain/matching/document-reading.ts';
import type { FieldQuery } from '#shared/domain/matching/field-evidence.ts';

/** Pages whose image should be read once more, cleaned, since some value is not certain there; page numbers from 1. */
export function needsCleaning(
  _queries: readonly FieldQuery[],
  _reading: DocumentReading,
): readonly number[] {
  return [];
}
