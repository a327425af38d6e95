import type { FieldQuery } from '#shared/domain/matching/field-evidence.ts';
import type { Candidate, Witness } from '#shared/domain/matching/candidates.ts';

/** What a reading counts for that says of itself that it is not sure: several of those agree by no accident. */
const unsure = 0.15;
/** What a reading that saw another figure counts for at least, however unsure: lost strokes make no reading confident. */
const leastDissent = 0.3;
/** Two readings that are sure, or one of a text layer. */
const forFigures = 1.1;
/** One reading that is fairly sure: a wrong letter seldom makes just the other word that was proposed. */
const forLetters = 0.6;
/** What is printed beside a value in words. */
const forSupport = 0.7;

/**
 * Whether a value was read with certainty at a place. Each reading that says it speaks for it by its confidence, each that
 * says something else against it. Figures need two readings: OCR misreads single digits with full confidence, but seldom
 * the same digit twice. Words beside it (a number in words, a pangkat) count as one more reading.
 */
export function isCertain(query: FieldQuery, { witnesses }: Candidate): boolean {
  const same = witnesses.filter((witness) => speaksFor(query, witness));
  if (same.length === 0 || witnesses.some(({ support }) => support === false)) return false;
  const figures = hasFigures(query);
  const layer = same.some(({ pass }) => pass === 'lapisan_teks') ? 1 : 0;
  const support = same.some((witness) => witness.support === true) ? forSupport : 0;
  const weight = sum(same.map(weightOf)) + layer + support - against(witnesses, figures);
  return weight >= (figures ? forFigures : forLetters);
}

/** Whether the value has figures, or letters that count like figures: a golongan. */
export function hasFigures(query: FieldQuery): boolean {
  return query.kind === 'golongan' || /\d/.test(query.value);
}

/** A reading that says the value; a golongan whose strokes are unclear too, where its pangkat is printed beside it. */
function speaksFor({ kind }: FieldQuery, { agreement, support }: Witness): boolean {
  return agreement === 'sama' || (kind === 'golongan' && agreement === 'samar' && support === true);
}

/** Readings that saw another value; letters that could merely not be made out do not count. */
function against(witnesses: readonly Witness[], figures: boolean): number {
  const others = witnesses.filter(({ agreement }) => agreement === 'beda');
  return figures
    ? sum(others.map((witness) => Math.max(leastDissent, weightOf(witness))))
    : sum(others.filter(({ confidence }) => confidence >= 60).map(weightOf));
}

function weightOf({ confidence }: Witness): number {
  return unsure + ((1 - unsure) * confidence) / 100;
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}
