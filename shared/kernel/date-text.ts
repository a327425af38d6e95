import { makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** Spellings besides the full names and their first three letters: old orthography, common and English forms. */
const otherSpellings: readonly (readonly [string, number])[] = [
  ['pebruari', 2],
  ['peb', 2],
  ['may', 5],
  ['agt', 8],
  ['ags', 8],
  ['agust', 8],
  ['agst', 8],
  ['aug', 8],
  ['sept', 9],
  ['oct', 10],
  ['nopember', 11],
  ['nop', 11],
  ['dec', 12],
];

/** How a month (1 to 12) may be spelt, in lower case: first its full name, then its first three letters. */
export function monthSpellings(month: number): readonly string[] {
  const name = monthNames[month - 1]?.toLowerCase();
  if (name === undefined) return [];
  const others = otherSpellings.filter(([, number]) => number === month);
  return [...new Set([name, name.slice(0, 3), ...others.map(([spelling]) => spelling)])];
}

const monthByName = new Map<string, number>(
  monthNames.flatMap((_, index) =>
    monthSpellings(index + 1).map((spelling) => [spelling, index + 1] as const),
  ),
);

// The time and zone of a timestamp are dropped on purpose: BKN writes a plain day as midnight UTC (domain.md 0.10).
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/;
const dayFirst = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})$/;
const named = /^(\d{1,2})[\s\-/.]*([a-z]+)\.?[\s\-/.]*(\d{4})$/;

/**
 * Reads a day in any form that domain.md knows: `dd-mm-yyyy` (also `/` and `.`, one or two digits), `yyyy-mm-dd`, an ISO
 * timestamp (its written day, without zone shift), `9 Agustus 2021` with abbreviations and old spellings, each with a
 * place before a comma. Undefined when it is none of these or the day does not exist; never guesses a two-digit year.
 */
export function parseDateText(text: string): LocalDate | undefined {
  const plain = text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
  const afterPlace = plain.slice(plain.lastIndexOf(',') + 1).trim();
  const years = yearFirst.exec(afterPlace);
  if (years) return makeLocalDate(+years[1]!, +years[2]!, +years[3]!);
  const days = dayFirst.exec(afterPlace);
  if (days) return makeLocalDate(+days[3]!, +days[2]!, +days[1]!);
  const words = named.exec(afterPlace);
  const month = words && monthByName.get(words[2]!);
  return words && month ? makeLocalDate(+words[3]!, month, +words[1]!) : undefined;
}

/** `1 April 2020`. */
export function longDate(date: LocalDate): string {
  const { year, month, day } = parts(date);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** `01-04-2020`, as BKN writes days. */
export function shortDate(date: LocalDate): string {
  return `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** Indonesian name of a month, 1 for Januari; undefined outside 1 to 12. */
export function monthName(month: number): string | undefined {
  return monthNames[month - 1];
}

function parts(date: LocalDate): { year: number; month: number; day: number } {
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8) };
}
