import { recordTypes } from '#shared/records/record-types.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { ViewerDocument } from '#renderer/viewer/document/viewer-ports.ts';

/** The documents of an usul with the names that the record type gives them, those of one name numbered. */
export function viewerDocuments(usul: Usul): readonly ViewerDocument[] {
  const specs = recordTypes[usul.recordType].documents;
  return usul.documents.map(({ sha256, fileName, documentId }, index, all) => {
    const label = specs.find((spec) => spec.id === documentId)?.label ?? fileName;
    const alike = all.filter((other) => other.documentId === documentId);
    const place = all.slice(0, index + 1).filter((other) => other.documentId === documentId).length;
    return {
      sha256,
      kind: documentId,
      fileName,
      label: alike.length > 1 ? `${label} (${place})` : label,
    };
  });
}
