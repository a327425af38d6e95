import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { EvidencePlace } from '#renderer/evidence/matching/field-evidence.ts';

const sha256 = 'a'.repeat(64);

/** A place on the first page of a document. */
export function samplePlace(change: Partial<EvidencePlace> = {}): EvidencePlace {
  return { page: 1, boxes: [[0.2, 0.2, 0.4, 0.22]], printed: '813.3/851', label: null, ...change };
}

/** A field whose value was found. */
export function sampleFound(
  field: string,
  change: Partial<EvidencePlace> = {},
): Extract<CaseFieldEvidence, { status: 'ditemukan' }> {
  const place = samplePlace(change);
  return { field, status: 'ditemukan', place, others: [], sha256, correctedByPerson: false };
}

/** A field whose value was found nowhere. */
export function sampleMissing(field: string): CaseFieldEvidence {
  return { field, status: 'tidak_ditemukan', sha256: null, correctedByPerson: false };
}
