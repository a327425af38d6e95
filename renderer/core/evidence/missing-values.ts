import type { DocumentStanding } from '#renderer/core/evidence/document-standing.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import type { FieldFormat, FieldSpec } from '#shared/records/record-type.ts';

/** The document that proves a field best, and what it says of all fields that it proves. */
export interface ProvingDocument {
  readonly standing: DocumentStanding;
  readonly isReadWell: boolean;
  readonly evidence: readonly FieldEvidence[] | null;
}

type FormatKind = FieldFormat['kind'];

/** Values that papers print in figures, in forms that are known: names and texts are written in too many ways. */
const inFigures: readonly FormatKind[] = [
  'date',
  'year',
  'documentNumber',
  'nip',
  'nik',
  'money',
  'integer',
  'decimal',
];
/** Numbers that say nothing without their label: one that stands nowhere need not be printed at all. */
const small: readonly FormatKind[] = ['year', 'integer', 'decimal'];

/**
 * Whether the document that proves a field best was read well, bears out most else that is proposed, and has this value
 * nowhere: something is wrong with the one or the other, or the paper writes it in an uncommon way.
 */
export function isMissingIn(
  { name, format }: Pick<FieldSpec, 'name' | 'format'>,
  { standing, isReadWell, evidence }: ProvingDocument,
): boolean {
  const own = evidence?.find(({ field }) => field === name);
  if (!own || standing !== 'sound' || !isReadWell || !inFigures.includes(format.kind)) return false;
  const others = (evidence ?? []).filter((one) => one !== own);
  const borneOut = others.filter(({ status }) => status === 'ditemukan').length;
  return borneOut * 2 >= others.length && isNowhere(own, format.kind);
}

/** Of a picture only what its readings agree on could be said; there it is left at a likeness. */
function isNowhere(found: FieldEvidence, kind: FormatKind): boolean {
  if (found.status === 'tidak_ditemukan') return !small.includes(kind);
  if (found.status !== 'mirip' || found.equal) return false;
  return found.because === 'tak_dikenali' || found.because === 'serupa';
}
