/** Spellings of the months on paper, old ones and those of an English PC included; first the full name. */
const spellings: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january', 'djanuari'],
  ['februari', 'feb', 'pebruari', 'peb', 'february'],
  ['maret', 'mar', 'march', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june', 'djuni'],
  ['juli', 'jul', 'july', 'djuli'],
  ['agustus', 'agu', 'agt', 'ags', 'agust', 'agst', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'dec', 'december'],
];

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
      const errors = editDistance(name, plain);
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

/** Letters to change, add or drop to make one word of the other. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1];
    for (const [j, against] of Array.from(other).entries()) {
      const swap = row[j]! + (letter === against ? 0 : 1);
      next.push(Math.min(swap, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
