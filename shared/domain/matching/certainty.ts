import type { FieldQuery } from '#shared/domain/matching/field-evidence.ts';
import type { Candidate, Witness } from '#shared/domain/matching/candidates.ts';

/** A reading less sure than this proves nothing, whatever it says. */
const leastConfidence = 30;
/** Two readings that are sure, or one of a text layer. */
const forFigures = 1.1;
/** One reading that is fairly sure: a wrong letter seldom makes just the other word that was proposed. */
const forLetters = 0.55;

/**
 * Whether a value was read with certainty at a place. Each reading that says it speaks for it by its confidence, each that
 * says something else against it. Figures need two readings: OCR misreads single digits with full confidence, but seldom
 * the same digit twice. Words beside it (a number in words, a pangkat) count as one more reading.
 */
export function isCertain(query: FieldQuery, { witnesses }: Candidate): boolean {
  const same = witnesses.filter(({ agreement }) => agreement === 'sama');
  if (same.some(({ support }) => support === false)) return false;
  const sure = same.filter(({ confidence }) => confidence >= leastConfidence);
  if (sure.length === 0) return false;
  const against = witnesses.filter(speaksAgainst);
  const layer = sure.some(({ pass }) => pass === 'lapisan_teks') ? 1 : 0;
  const support = sure.some((witness) => witness.support === true) ? 0.7 : 0;
  const weight = sum(sure) + layer + support - sum(against);
  return weight >= (hasFigures(query) ? forFigures : forLetters);
}

/** Whether the value has figures, or letters that count like figures: a golongan. */
export function hasFigures(query: FieldQuery): boolean {
  return query.kind === 'golongan' || /\d/.test(query.value);
}

/** A reading that saw another value: not one that merely could not make it out. */
function speaksAgainst({ agreement, confidence }: Witness): boolean {
  return agreement === 'beda' && confidence >= 60;
}

function sum(witnesses: readonly Witness[]): number {
  return witnesses.reduce((total, { confidence }) => total + confidence / 100, 0);
}
