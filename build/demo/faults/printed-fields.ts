import type { FieldSpec } from '#shared/records/record-type.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { PlannedUsul } from '#build/demo/plan/demo-plan.ts';

/** Fields that the documents print and a person can mistype; the documents stay right. None of a deletion. */
export function printedFields(usul: PlannedUsul): FieldSpec[] {
  if (usul.kind === 'hapus') return [];
  const uploaded = new Set(usul.documents.map((document) => document.documentId));
  return fieldsOf(recordTypes[usul.recordType]).filter(
    (field) =>
      usul.values[field.name] !== undefined && field.provenBy.some((id) => uploaded.has(id)),
  );
}

/** Index of the document that proves the field; the first one where none is meant to. */
export function provingDocument(usul: PlannedUsul, field: FieldSpec): number {
  const index = usul.documents.findIndex(({ documentId }) => field.provenBy.includes(documentId));
  return Math.max(0, index);
}
