import type { FieldQuery, ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { numbersIn, plainNumber } from '#renderer/evidence/matching/values/numbers.ts';
import { plainName } from '#renderer/evidence/matching/values/person-names.ts';
import { datesIn } from '#renderer/evidence/matching/values/printed-dates.ts';
import { isoOf } from '#renderer/evidence/matching/values/printed-date.ts';

/** A value that begins a text, in the plain form of its kind, and where it stands in it. */
export interface ReadBeginning {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** How values of a kind are read, and the proposed one in the same form. */
export interface ValueReader {
  readonly wanted: string;
  /** A number: its label may stand behind it. */
  readonly counts: boolean;
  readonly read: (text: string) => ReadBeginning | undefined;
}

/** Reads the value of a query's kind with which a text begins; null for kinds that only their own letters tell. */
export function readerOf({ kind, unit, value }: FieldQuery): ValueReader | null {
  if (kind === 'angka' || kind === 'uang') {
    const wanted = plainNumber(value);
    return wanted === null
      ? null
      : { wanted: String(wanted), counts: true, read: (text) => number(text, unit) };
  }
  const read = readers[kind];
  const wanted = read?.(value)?.value;
  return read && wanted !== undefined ? { wanted, counts: false, read } : null;
}

const readers: Partial<Record<ValueKind, (text: string) => ReadBeginning | undefined>> = {
  tanggal: (text) => {
    const date = datesIn(text).toSorted((one, other) => one.start - other.start)[0];
    if (!date?.certain) return undefined;
    return { value: isoOf(date), start: date.start, end: date.end };
  },
  nik: (text) => digits(text, 16),
  nip: (text) => digits(text, 18),
  nama: (text) => {
    const match = /^[^\p{L}\n]{0,6}(\p{Lu}[\p{L}'.]+(?: \p{Lu}[\p{L}'.]+)*)/u.exec(text);
    // Two words, or two that were read as one.
    if (!match || match[1]!.length < 8) return undefined;
    const end = match[0].length;
    return { value: plainName(match[1]!), start: end - match[1]!.length, end };
  },
};

function digits(text: string, length: number): ReadBeginning | undefined {
  const match = /(?<![\p{L}\p{N}])\d(?:[ .-]?\d)*(?![\p{L}\p{N}])/u.exec(text);
  const value = match?.[0].replaceAll(/\D/g, '');
  if (!match || value?.length !== length) return undefined;
  return { value, start: match.index, end: match.index + match[0].length };
}

/** Nothing but marks and the words of a sum may stand before a number that belongs to the label. */
const leadsToNumber = /^[^\p{L}\p{N}]*(?:(?:sebesar|adalah|yaitu|rp)\b[^\p{L}\p{N}]*)*$/iu;

function number(text: string, unit: string | undefined): ReadBeginning | undefined {
  const found = numbersIn(text, unit)[0];
  if (!found || found.value === null) return undefined;
  const before = text.slice(0, found.start);
  // "08 Tahun 03 Bulan": months stand behind the years.
  const plain =
    unit === 'bulan'
      ? before.replace(/\d{1,2}\s*(?:\([^)]*\)\s*)?(?:tahun|thn|th)\.?/i, '')
      : before;
  return leadsToNumber.test(plain)
    ? { value: found.value, start: found.start, end: found.end }
    : undefined;
}
