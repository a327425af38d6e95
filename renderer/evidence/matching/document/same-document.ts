import { distance } from 'fastest-levenshtein';
import type { TextFingerprint } from '#renderer/evidence/matching/document/text-fingerprint.ts';

/** Two scans of one paper share at least this much of their pieces, however noisy (estimated by the sketches). */
const leastAlike = 0.4;
/** Share of the numbers of the poorer reading that the other one has too. */
const leastShared = 0.7;
/** Numbers of this length name a person or a paper: one that only one side has speaks for two papers. */
const namingLength = 12;
/** So many words that only one side has, some on either side, are another name or another course. */
const strangeWords = 3;

/**
 * Whether two fingerprints are of one paper, as two scans of it give them. Papers of one form for two people, or of one
 * person for two years, are not: their numbers, days and names differ.
 */
export function nearlySame(one: TextFingerprint, other: TextFingerprint): boolean {
  if (alike(one.sketch, other.sketch) < leastAlike) return false;
  const missing = without(one.numbers, other.numbers);
  const missingBack = without(other.numbers, one.numbers);
  if (missing.some(names) && missingBack.some(names)) return false;
  if (
    !sharesNumbers(one.numbers.length, missing.length, other.numbers.length, missingBack.length)
  ) {
    return false;
  }
  const [here, there] = [strangers(one, other), strangers(other, one)];
  return here === 0 || there === 0 || here + there < strangeWords;
}

function alike(one: readonly number[], other: readonly number[]): number {
  const same = one.filter((value, index) => value === other[index]).length;
  return one.length === 0 ? 0 : same / one.length;
}

const names = (digits: string): boolean => digits.length >= namingLength;

function sharesNumbers(one: number, missing: number, other: number, missingBack: number): boolean {
  const poorer = Math.min(one, other);
  if (poorer === 0) return one === other;
  const shared = one <= other ? one - missing : other - missingBack;
  return shared / poorer >= leastShared;
}

function without(numbers: readonly string[], others: readonly string[]): readonly string[] {
  return numbers.filter((number) => !others.some((other) => isNear(number, other)));
}

/** A long number may have been misread in one scan; a day or a short number that differs is another one. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 7 || one.includes('-') || other.includes('-')) return false;
  // Its end may be under a stamp, or the stroke of a bracket be read as a digit.
  if (one.includes(other) || other.includes(one)) return true;
  const errors = shorter >= namingLength ? 2 : 1;
  return Math.abs(one.length - other.length) <= errors && distance(one, other) <= errors;
}

/** Words that one side has for certain and the other has nothing like. */
function strangers(one: TextFingerprint, other: TextFingerprint): number {
  const words = [...other.certain, ...other.unsure];
  const known = new Set(words);
  const all = words.join(' ');
  return one.certain.filter((word) => {
    if (/\d/u.test(word) || known.has(word) || all.includes(word)) return false;
    if (isRunTogether(word, known)) return false;
    const errors = Math.max(1, Math.floor(word.length / 3));
    return !words.some(
      (candidate) =>
        Math.abs(candidate.length - word.length) <= errors && distance(candidate, word) <= errors,
    );
  }).length;
}

/** Two words between which the gap was not seen. */
function isRunTogether(word: string, known: ReadonlySet<string>): boolean {
  for (let cut = 4; cut <= word.length - 4; cut += 1) {
    if (known.has(word.slice(0, cut)) && known.has(word.slice(cut))) return true;
  }
  return false;
}
