import { distance } from 'fastest-levenshtein';
import { monthSpellings } from '#shared/kernel/date-text.ts';

/** Spellings on paper that nobody types: the oldest ones, and those of an English PC. */
const printedOnly: Readonly<Record<number, readonly string[]>> = {
  1: ['january', 'djanuari'],
  2: ['february'],
  3: ['march', 'mrt'],
  6: ['june', 'djuni'],
  7: ['july', 'djuli'],
  8: ['august'],
  10: ['october'],
  12: ['december'],
};

/** Spellings of the months; first the full name. */
const spellings = Array.from({ length: 12 }, (_, index) => [
  ...monthSpellings(index + 1),
  ...(printedOnly[index + 1] ?? []),
]);

/** A month as read: 1 to 12, and whether it can be no other. */
export interface ReadMonth {
  readonly month: number;
  readonly certain: boolean;
}

const known = new Map<string, ReadMonth | undefined>();

/**
 * The month that a word names. A long name with one or two letters misread is still that month ("Seplember"), but Juni
 * and Juli, Mei and Mar differ in a letter, so short ones must be read as they are. Undefined for any other word.
 */
export function monthOf(word: string): ReadMonth | undefined {
  const plain = word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (plain.length < 3 || plain.length > 11) return undefined;
  if (!known.has(plain)) {
    if (known.size > mostKnown) known.clear();
    known.set(plain, nearestMonth(plain));
  }
  return known.get(plain);
}

/** The same few hundred words make up all papers. */
const mostKnown = 5000;

function nearestMonth(plain: string): ReadMonth | undefined {
  const exact = spellings.findIndex((names) => names.includes(plain));
  if (exact >= 0) return { month: exact + 1, certain: true };
  let best: { month: number; errors: number; length: number } | undefined;
  for (const [index, names] of spellings.entries()) {
    for (const name of names) {
      const limit = name.length >= 7 ? 2 : name.length >= 4 ? 1 : 0;
      if (Math.abs(name.length - plain.length) > limit) continue;
      const errors = distance(name, plain);
      if (errors <= limit && (!best || errors < best.errors)) {
        best = { month: index + 1, errors, length: name.length };
      }
    }
  }
  return best && { month: best.month, certain: best.length >= 7 };
}

/** Spellings of a month (1 to 12) by which it may be printed. */
export function spellingsOf(month: number): readonly string[] {
  return spellings[month - 1] ?? [];
}
