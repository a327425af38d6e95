import { alignSequences } from '#renderer/ui/diff/align-sequences.ts';
import type { DiffPart } from '#renderer/ui/diff/diff-part.ts';

/** How much of the longer of two words must be common for letters to be marked; below it the eye takes whole words. */
const likeness = { word: 0.5, number: 0.3 };

/** Middles shorter than this are marked as a whole: single kept letters between marked ones are confetti. */
const shortMiddle = 5;

/**
 * The parts of two words that are spelt alike except for a few letters; undefined when they are rather two different
 * words. Numbers of the same length are compared digit by digit, other words from both ends inwards.
 */
export function diffLetters(
  old: string,
  proposed: string,
): readonly [DiffPart[], DiffPart[]] | undefined {
  const one = Array.from(old);
  const other = Array.from(proposed);
  const digits = one.length === other.length && /^\d+$/.test(old + proposed);
  const kept = digits ? samePlaces(one, other) : fromBothEnds(one, other);
  const least = digits ? likeness.number : likeness.word;
  if (kept.length < least * Math.max(one.length, other.length)) return undefined;
  return [
    mark(
      one,
      kept.map(([at]) => at),
    ),
    mark(
      other,
      kept.map(([, at]) => at),
    ),
  ];
}

type Pairs = readonly (readonly [number, number])[];

function samePlaces(one: readonly string[], other: readonly string[]): Pairs {
  return one.flatMap((letter, at) => (letter === other[at] ? [[at, at] as const] : []));
}

function fromBothEnds(one: readonly string[], other: readonly string[]): Pairs {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [
    ...Array.from({ length: start }, (_, at) => [at, at] as const),
    ...inMiddle(one.slice(start, one.length - end), other.slice(start, other.length - end)).map(
      ([at, otherAt]) => [at + start, otherAt + start] as const,
    ),
    ...Array.from(
      { length: end },
      (_, at) => [one.length - end + at, other.length - end + at] as const,
    ),
  ];
}

function inMiddle(one: readonly string[], other: readonly string[]): Pairs {
  if (Math.min(one.length, other.length) < shortMiddle) return [];
  const kept = alignSequences(one, other, () => 1);
  return kept.length < 0.7 * Math.max(one.length, other.length) ? [] : kept;
}

function mark(letters: readonly string[], kept: readonly number[]): DiffPart[] {
  const same = new Set(kept);
  return letters.map((text, at) => ({ text, changed: !same.has(at) }));
}
