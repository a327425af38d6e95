import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldEvidence, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { sampleQuery } from '#tests/support/samples/sample-page.ts';

type Asked = Pick<FieldQuery, 'kind' | 'value'> & Partial<FieldQuery>;

/** What a document says of one value. */
export function evidenceFor(query: Asked, reading: DocumentReading): FieldEvidence {
  return matchFields([sampleQuery(query)], reading)[0]!;
}

/** The status; for what is only similar, why. */
export function verdictOn(query: Asked, reading: DocumentReading): string {
  const found = evidenceFor(query, reading);
  return found.status === 'mirip' ? found.because : found.status;
}
