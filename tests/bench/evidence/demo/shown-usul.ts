import {
  combineEvidence,
  type DocumentEvidence,
} from '#renderer/core/evidence/combine-evidence.ts';
import { documentsOf } from '#renderer/core/evidence/case-documents.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import { completeSources } from '#renderer/core/evidence/evidence-sources.ts';
import type { ReadDocument } from '#renderer/core/evidence/evidence-ports.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
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
  const { matcher } = completeSources();
  const said: DocumentEvidence[] = [];
  const read: ReadDocument[] = [];
  for (const document of documentsOf(usul, matcher)) {
    const bytes = files.get(document.sha256);
    if (bytes === undefined) continue;
    const { reading } = await reader.read(bytes, document.queries);
    said.push({ document, evidence: matcher.match(document.queries, reading) });
    read.push(...document.uploads.map((upload) => ({ document: upload, reading })));
  }
  const elsewhere = otherUses.flatMap(({ documentIndex, of }) => {
    const sha256 = usul.documents[documentIndex]?.sha256;
    return sha256 === undefined ? [] : [{ ...of, sha256 }];
  });
  return {
    fields: new Map(Object.entries(combineEvidence(usul, said))),
    warnings: matcher.warn(usul, read, elsewhere),
  };
}
