import {
  combineEvidence,
  type DocumentEvidence,
} from '#renderer/state/evidence/combine-evidence.ts';
import { documentsOf } from '#renderer/state/evidence/case-documents.ts';
import type { CaseFieldEvidence } from '#renderer/state/evidence/evidence-contract.ts';
import type { ReadDocument } from '#renderer/state/evidence/evidence-ports.ts';
import type { DocumentWarning } from '#shared/domain/matching/document/document-warning.ts';
import { documentWarnings } from '#shared/domain/matching/document/document-warnings.ts';
import { fieldQueriesOf } from '#shared/domain/matching/field-queries.ts';
import { matchFields } from '#shared/domain/matching/match-fields.ts';
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
  const said: DocumentEvidence[] = [];
  const read: ReadDocument[] = [];
  for (const document of documentsOf(usul, fieldQueriesOf)) {
    const bytes = files.get(document.sha256);
    if (bytes === undefined) continue;
    const { reading } = await reader.read(bytes, document.queries);
    said.push({ document, evidence: matchFields(document.queries, reading) });
    read.push(...document.uploads.map((upload) => ({ document: upload, reading })));
  }
  const elsewhere = otherUses.flatMap(({ documentIndex, of }) => {
    const sha256 = usul.documents[documentIndex]?.sha256;
    return sha256 === undefined ? [] : [{ ...of, sha256 }];
  });
  return {
    fields: new Map(Object.entries(combineEvidence(usul, said))),
    warnings: documentWarnings(usul, read, elsewhere),
  };
}
