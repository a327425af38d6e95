import type { Random } from '#build/demo/random.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { NearMiss } from '#tests/bench/evidence/near-misses/near-miss.ts';
import { wrongDates } from '#tests/bench/evidence/near-misses/wrong-dates.ts';
import { wrongDigits } from '#tests/bench/evidence/near-misses/wrong-digits.ts';
import {
  wrongGolongan,
  wrongLetters,
  wrongTitles,
} from '#tests/bench/evidence/near-misses/wrong-words.ts';

/** Who signs a document. */
export interface Official {
  readonly nama: string;
  /** Digits; empty where none is printed. */
  readonly nip: string;
}

/** What else stands on the same paper: the other values that are looked for, and who signs. */
export interface Paper {
  readonly queries: readonly FieldQuery[];
  readonly officials: readonly Official[];
}

/** Wrong values for a field that somebody might propose. The same source of choices gives the same ones. */
export function nearMissesOf(query: FieldQuery, paper: Paper, random: Random): readonly NearMiss[] {
  const made = [...slips(query, random), ...ofOfficials(query, paper), ...ofOthers(query, paper)];
  const seen = new Set<string>([query.value]);
  return made.filter(({ value }) => !seen.has(value) && seen.add(value));
}

function slips({ kind, value }: FieldQuery, random: Random): readonly NearMiss[] {
  switch (kind) {
    case 'tanggal':
      return wrongDates(value, random);
    case 'golongan':
      return wrongGolongan(value);
    case 'gelar':
      return wrongTitles(value, 4, random);
    case 'nama':
      return wrongLetters(value, 8, random);
    case 'teks':
      return [
        ...wrongLetters(value, 6, random),
        ...wrongDigits(value, 1, random, (wrong) => digitsOf(wrong) === digitsOf(value)),
      ];
    case 'angka':
    case 'uang':
    case 'tahun':
    case 'bulan':
      return wrongDigits(value, 3, random, (wrong) => Number(wrong) === Number(value));
    case 'nip':
    case 'nik':
      return wrongDigits(value, 4, random, () => false);
    case 'nomor':
      return [...wrongDigits(value, 3, random, () => false), ...wrongLetters(value, 2, random)];
  }
}

/** The numbers in a text as they are counted: `08` is 8. */
function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).map(Number).join(' ');
}

function ofOfficials({ kind, value, of }: FieldQuery, paper: Paper): readonly NearMiss[] {
  if (of === 'pejabat' || (kind !== 'nama' && kind !== 'nip')) return [];
  const own = new Set(paper.queries.filter((one) => one.of !== 'pejabat').map((one) => one.value));
  return paper.officials
    .map((official) => (kind === 'nama' ? official.nama : official.nip))
    .filter((wrong) => wrong !== '' && wrong !== value && !own.has(wrong))
    .map((wrong) => ({ kind: 'value of the official', value: wrong }));
}

function ofOthers({ kind, value, field, of }: FieldQuery, paper: Paper): readonly NearMiss[] {
  return paper.queries
    .filter((other) => other.field !== field && other.kind === kind && other.value !== value)
    .filter((other) => other.of !== 'pejabat' || of === 'pejabat')
    .map((other) => ({ kind: 'value of another field', value: other.value }));
}
