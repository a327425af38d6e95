import { alignSequences } from '#renderer/ui/diff/align-sequences.ts';
import type { DiffPart } from '#renderer/ui/diff/diff-part.ts';
import { diffLetters } from '#renderer/ui/diff/letter-diff.ts';

/** Two values side by side. What is not changed reads the same on both sides. */
export interface ValueDiff {
  readonly old: readonly DiffPart[];
  readonly proposed: readonly DiffPart[];
}

/** The smallest piece that may differ: a letter, or a whole word. */
export type DiffGrain = 'huruf' | 'kata';

/** The grain for a format of fields; of days and of names of codes a letter means nothing. */
export function grainOf({ kind }: { readonly kind: string }): DiffGrain {
  return kind === 'date' || kind === 'code' ? 'kata' : 'huruf';
}

/**
 * Compares two values: words that both have are aligned first, then the letters of words that were only spelt
 * differently. With grain `kata` (days, names of codes) a word is the smallest piece: "Maret" against "Mei" is another
 * month, not some other letters.
 */
export function diffValues(old: string, proposed: string, grain: DiffGrain): ValueDiff {
  const oldWords = words(old);
  const newWords = words(proposed);
  const kept = alignSequences(oldWords, newWords, weightOf);
  const sides: { old: DiffPart[]; proposed: DiffPart[] } = { old: [], proposed: [] };
  let [oldAt, newAt] = [0, 0];
  for (const [oldKept, newKept] of [...kept, [oldWords.length, newWords.length] as const]) {
    const gap = diffGap(oldWords.slice(oldAt, oldKept), newWords.slice(newAt, newKept), grain);
    sides.old.push(...gap.old, ...oldWords.slice(oldKept, oldKept + 1).map(same));
    sides.proposed.push(...gap.proposed, ...newWords.slice(newKept, newKept + 1).map(same));
    [oldAt, newAt] = [oldKept + 1, newKept + 1];
  }
  return { old: joined(sides.old), proposed: joined(sides.proposed) };
}

/** What stands between two aligned words: as many words on both sides are the same ones respelt, else others. */
function diffGap(old: readonly string[], proposed: readonly string[], grain: DiffGrain): ValueDiff {
  const whole = { old: old.map(other), proposed: proposed.map(other) };
  if (grain === 'kata' || old.length !== proposed.length) return whole;
  const pairs = old.map((word, at) => diffLetters(word, proposed[at]!));
  return {
    old: pairs.flatMap((pair, at) => pair?.[0] ?? [whole.old[at]!]),
    proposed: pairs.flatMap((pair, at) => pair?.[1] ?? [whole.proposed[at]!]),
  };
}

function same(text: string): DiffPart {
  return { text, changed: false };
}

function other(text: string): DiffPart {
  return { text, changed: true };
}

function words(text: string): readonly string[] {
  return text.match(/[^\s/.,‐–—-]+|[/.,‐–—-]|\s+/g) ?? [];
}

/** A common word counts for more than any number of common blanks and separators around other words. */
function weightOf(word: string): number {
  return /[^\s/.,‐–—-]/.test(word) ? 100 : 1;
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: { text: string; changed: boolean }[] = [];
  for (const { text, changed } of parts) {
    const last = result.at(-1);
    if (last?.changed === changed) last.text += text;
    else result.push({ text, changed });
  }
  return result;
}
