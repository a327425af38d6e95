import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { CaseDocument } from '#renderer/core/evidence/case-documents.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { Usul } from '#shared/records/usul.ts';

/** What one file of the usul says of its fields. */
export interface DocumentEvidence {
  readonly document: CaseDocument;
  readonly evidence: readonly FieldEvidence[];
}

type Fields = Readonly<Record<string, CaseFieldEvidence>>;

/** What the files of an usul say together, by field: the best of them, among equals the one that proves it best. */
export function combineEvidence(usul: Usul, said: readonly DocumentEvidence[]): Fields {
  const provenBy = new Map(
    fieldsOf(recordTypes[usul.recordType]).map((field) => [field.name, field.provenBy]),
  );
  const byField = new Map<string, Candidate[]>();
  for (const [index, { document, evidence }] of said.entries()) {
    for (const found of evidence) {
      const strength = strengthOf(document, provenBy.get(found.field) ?? [], index);
      const candidates = byField.get(found.field) ?? [];
      byField.set(found.field, [...candidates, { sha256: document.sha256, strength, found }]);
    }
  }
  return Object.fromEntries(
    [...byField].map(([field, candidates]) => [field, best(candidates)] as const),
  );
}

/** What a file says of a field; the lower `strength`, the more it counts. */
interface Candidate {
  readonly sha256: string;
  readonly strength: number;
  readonly found: FieldEvidence;
}

const unranked = 1_000;

function strengthOf(document: CaseDocument, provenBy: readonly string[], index: number): number {
  const ranks = document.uploads.map(({ documentId }) => provenBy.indexOf(documentId));
  const known = ranks.filter((rank) => rank >= 0);
  return (known.length > 0 ? Math.min(...known) : unranked) * unranked + index;
}

const statusRank = { ditemukan: 0, berbeda: 1, mirip: 1, tidak_ditemukan: 2 } as const;

function best(candidates: readonly Candidate[]): CaseFieldEvidence {
  const byStrength = candidates.toSorted((a, b) => a.strength - b.strength);
  const strongest = byStrength[0];
  const [first] = byStrength.toSorted(
    (a, b) => statusRank[a.found.status] - statusRank[b.found.status],
  );
  // Another value at its very label in the document that proves it: a copy elsewhere must not hide that.
  const taken = strongest && contradicts(strongest.found) ? strongest : first;
  if (!taken) throw new Error('A field without evidence has no entry.');
  const sha256 = taken.found.status === 'tidak_ditemukan' ? null : taken.sha256;
  return { ...taken.found, sha256, correctedByPerson: false };
}

function contradicts(found: FieldEvidence): boolean {
  return found.status === 'berbeda';
}
