import type { Usul } from '#shared/domain/model/usul.ts';
import type { FieldQuery } from '#shared/domain/matching/field-evidence.ts';

/**
 * The proposed values that a document of the usul has to prove, as queries; `documentId` null: those of every document.
 */
export function fieldQueriesOf(_usul: Usul, _documentId: string | null): FieldQuery[] {
  return [];
}
