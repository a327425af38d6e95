import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { CaseDocument } from '#renderer/core/evidence/case-documents.ts';
import { isMissingIn, type ProvingDocument } from '#renderer/core/evidence/missing-values.ts';
import type { DocumentStanding } from '#renderer/core/evidence/document-standing.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import { documentApplies, fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { Usul } from '#shared/records/usul.ts';

/** What one file of the usul says of its fields; `evidence` null while nothing was compared. */
export interface DocumentEvidence extends ProvingDocument {
  readonly document: CaseDocument;
}

type Fields = Readonly<Record<string, CaseFieldEvidence>>;

/**
 * What the files of an usul say together, by field: the best of them, among equals the one that proves it best. What only
 * another document has than the mandatory one is not found, where that one cannot carry it.
 */
export function combineEvidence(usul: Usul, said: readonly DocumentEvidence[]): Fields {
  const specs = new Map(fieldsOf(recordTypes[usul.recordType]).map((field) => [field.name, field]));
  const byField = new Map<string, Candidate[]>();
  for (const [index, { document, evidence, standing }] of said.entries()) {
    for (const found of evidence ?? []) {
      const strength = strengthOf(document, specs.get(found.field)?.provenBy ?? [], index);
      const candidates = byField.get(found.field) ?? [];
      const { sha256 } = document;
      const own = standing === 'foreign' ? ofForeign(found) : found;
      byField.set(found.field, [...candidates, { sha256, strength, found: own, standing }]);
    }
  }
  return Object.fromEntries(
    [...byField].map(([field, candidates]) => {
      const spec = specs.get(field);
      const provenBy = spec?.provenBy ?? [];
      const evidence = best(candidates, mandatoryFor(usul, provenBy, said));
      const proof = provenBy.flatMap((id) => uploadedAs(id, said) ?? []).at(0);
      if (!spec || !proof || !isOpen(evidence) || !isMissingIn(spec, proof))
        return [field, evidence] as const;
      return [field, { ...evidence, missingIn: proof.document.sha256 }] as const;
    }),
  );
}

/** Nothing of it was read anywhere, right or wrong. */
function isOpen(evidence: CaseFieldEvidence): boolean {
  return evidence.status === 'tidak_ditemukan' || (evidence.status === 'mirip' && !evidence.equal);
}

/** What a file says of a field; the lower `strength`, the more it counts. */
interface Candidate {
  readonly sha256: string;
  readonly strength: number;
  readonly found: FieldEvidence;
  readonly standing: DocumentStanding;
}

const unranked = 1_000;

function strengthOf(document: CaseDocument, provenBy: readonly string[], index: number): number {
  const ranks = document.uploads.map(({ documentId }) => provenBy.indexOf(documentId));
  const known = ranks.filter((rank) => rank >= 0);
  return (known.length > 0 ? Math.min(...known) : unranked) * unranked + index;
}

const statusRank = { ditemukan: 0, berbeda: 1, mirip: 1, tidak_ditemukan: 2 } as const;

function best(
  candidates: readonly Candidate[],
  mandatory: DocumentEvidence | undefined,
): CaseFieldEvidence {
  const byStrength = candidates.toSorted((a, b) => a.strength - b.strength);
  const strongest = byStrength.filter(
    ({ strength }) => rankOf(strength) === rankOf(byStrength[0]!.strength),
  );
  const told = byStrength.map((one) => (strongest.includes(one) ? one : withoutAccusation(one)));
  const [first] = told.toSorted((a, b) => statusRank[a.found.status] - statusRank[b.found.status]);
  // Another value at its very label in the document that proves it: a copy elsewhere must not hide that.
  const proven = strongest.some(({ found }) => found.status === 'ditemukan');
  const contradicted = proven ? undefined : strongest.find(({ found }) => isContradiction(found));
  const taken = contradicted ?? first;
  if (!taken) throw new Error('A field without evidence has no entry.');
  const sha256 = taken.found.status === 'tidak_ditemukan' ? null : taken.sha256;
  const found = isOnlyElsewhere(taken, mandatory) ? asOnlyElsewhere(taken.found) : taken.found;
  return { ...found, sha256, correctedByPerson: false };
}

function rankOf(strength: number): number {
  return Math.floor(strength / unranked);
}

/** A document that only mentions a field may have its label for another one. */
function withoutAccusation(candidate: Candidate): Candidate {
  const { found } = candidate;
  if (found.status !== 'berbeda') return candidate;
  const { field, place, others } = found;
  return {
    ...candidate,
    found: { field, status: 'mirip', because: 'serupa', equal: false, place, others },
  };
}

function isContradiction(found: FieldEvidence): boolean {
  return found.status === 'berbeda';
}

/** The strongest of the mandatory documents that prove a field, as far as it was uploaded. */
function mandatoryFor(
  usul: Usul,
  provenBy: readonly string[],
  said: readonly DocumentEvidence[],
): DocumentEvidence | undefined {
  const { documents } = recordTypes[usul.recordType];
  const due = provenBy.filter((id) =>
    documents.some((spec) => spec.id === id && spec.required && documentApplies(spec, usul.values)),
  );
  return due.flatMap((id) => uploadedAs(id, said) ?? []).at(0);
}

function uploadedAs(id: string, said: readonly DocumentEvidence[]): DocumentEvidence | undefined {
  return said.find(({ document: { uploads } }) =>
    uploads.some(({ documentId }) => documentId === id),
  );
}

/** Found in a document of another kind than was asked for, or beside a mandatory one that is unsound or says otherwise. */
function isOnlyElsewhere(
  { sha256, found, standing }: Candidate,
  mandatory: DocumentEvidence | undefined,
): boolean {
  if (found.status !== 'ditemukan') return false;
  if (standing === 'other_kind') return true;
  if (!mandatory || mandatory.document.sha256 === sha256) return false;
  return mandatory.standing !== 'sound' || (mandatory.evidence ?? []).some(isContradiction);
}

function asOnlyElsewhere(found: FieldEvidence): FieldEvidence {
  return found.status === 'ditemukan'
    ? { ...found, status: 'mirip', because: 'dokumen_lain', equal: true }
    : found;
}

/** In a document of somebody else nothing is the employee's: neither what is as proposed, nor what is another value. */
function ofForeign(found: FieldEvidence): FieldEvidence {
  if (found.status !== 'ditemukan' && found.status !== 'berbeda') return found;
  const { field, place, others } = found;
  const equal = found.status === 'ditemukan';
  return { field, status: 'mirip', because: 'orang_lain', equal, place, others };
}
