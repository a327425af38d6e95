import { warningsOfKind } from '#renderer/core/evidence/deletion-warnings.ts';
import {
  combineEvidence,
  type DocumentEvidence,
} from '#renderer/core/evidence/combine-evidence.ts';
import { isReadWell, standingOf } from '#renderer/core/evidence/document-standing.ts';
import { documentsOf } from '#renderer/core/evidence/case-documents.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import { documentWarnings } from '#renderer/evidence/matching/document/document-warnings.ts';
import type { WarnedDocument } from '#renderer/evidence/matching/document/warned-document.ts';
import { fieldQueriesOf } from '#renderer/evidence/matching/field-queries.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';
import type { DrawnUsul } from '#tests/bench/evidence/demo/drawn-usul.ts';
import type { OtherUse } from '#tests/bench/evidence/demo/other-uses.ts';

/** What the screen would show of an usul: what its documents say of each field together, and its warnings. */
export interface ShownUsul {
  readonly fields: ReadonlyMap<string, CaseFieldEvidence>;
  readonly warnings: readonly DocumentWarning[];
}

/** Reads the documents of an usul and puts together what they say, with the application's own parts. */
export async function showUsul(
  reader: BrowserReader,
  { usul, files }: DrawnUsul,
  otherUses: readonly OtherUse[],
): Promise<ShownUsul> {
  const said: Omit<DocumentEvidence, 'standing' | 'isReadWell'>[] = [];
  const readings = new Map<string, DocumentReading>();
  const read: WarnedDocument[] = [];
  for (const document of documentsOf(usul, fieldQueriesOf)) {
    const bytes = files.get(document.sha256);
    if (bytes === undefined) continue;
    const { reading } = await reader.read(bytes, document.queries);
    readings.set(document.sha256, reading);
    said.push({ document, evidence: matchFields(document.queries, reading) });
    read.push(...document.uploads.map((upload) => ({ document: upload, reading })));
  }
  const elsewhere = otherUses.flatMap(({ documentIndex, of }) => {
    const sha256 = usul.documents[documentIndex]?.sha256;
    return sha256 === undefined ? [] : [{ ...of, sha256 }];
  });
  const warnings = documentWarnings(usul, read, elsewhere);
  const combined = combineEvidence(
    usul,
    said.map((one) => {
      const { sha256 } = one.document;
      const own = warnings.filter((warning) => warning.sha256 === sha256);
      const reading = readings.get(sha256) ?? null;
      const known = { reading, warnings: own, failed: false };
      const readWell = reading !== null && isReadWell(reading);
      return { ...one, standing: standingOf(known), isReadWell: readWell };
    }),
  );
  return {
    fields: new Map(Object.entries(combined)),
    warnings: warningsOfKind(usul, combined, warnings, Object.fromEntries(readings)),
  };
}
