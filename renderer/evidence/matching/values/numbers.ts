import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';
import { numberInWords } from '#renderer/evidence/matching/values/numbers-in-words.ts';
import type { ValueFinder, ValueSpan } from '#renderer/evidence/matching/values/value-span.ts';

const pattern =
  /(?<![\p{L}\p{N}])(?<![\p{N}][.,\-/|])[0-9OoIlSB]*[0-9][0-9OoIlSB]*(?:[.,\u00a0'][0-9OoIlSB]+)*(?![\p{L}\p{N}])(?![.,\-/|]\p{N})/gu;
const inWords = /^\s*,?-?\s*\(\s*([A-Za-z\s-]{3,120}?)\s*\)/u;

/**
 * Numbers and Rupiah, compared by value: grouped thousands, decimal comma or point. A number in words beside it
 * ("905 (sembilan ratus lima)") is a second witness.
 */
export const findNumber: ValueFinder = (query, stream) => {
  const wanted = Number(query.value.replace(',', '.'));
  if (!Number.isFinite(wanted) || query.value.trim() === '') return [];
  const raw = plainNumbers(stream);
  return Array.from(raw.matchAll(pattern), (match): ValueSpan | undefined => {
    const end = match.index + match[0].length;
    if (!unitFits(query, raw.slice(end))) return undefined;
    const words = inWords.exec(raw.slice(end, end + 140));
    const named = words ? numberInWords(words[1]!) : undefined;
    const support = named === undefined ? null : named === wanted;
    const distance = distanceOf(match[0], wanted);
    const plain = {
      wanted: String(wanted).replaceAll(/\D/g, ''),
      read: distance > 0 ? match[0].replaceAll(/\D/g, '') : String(wanted).replaceAll(/\D/g, ''),
    };
    const place = { start: match.index, end, support, plain };
    // The line of a table cell, read as a stroke before the number.
    const ruled = /^[1Il]/.test(match[0]) && distanceOf(match[0].slice(1), wanted) === 0;
    if (distance > 0 && ruled) {
      const pair = { wanted: plain.wanted, read: plain.wanted };
      return { ...place, plain: pair, agreement: 'samar', distance: 0.05 };
    }
    if (distance > 0) return { ...place, agreement: 'beda', distance };
    return /[A-Za-z]/.test(match[0])
      ? { ...place, agreement: 'samar', distance: 0.02 }
      : { ...place, agreement: 'sama', distance: 0 };
  }).filter((found) => found !== undefined);
};

const blank = (mark: string): string => ' '.repeat(mark.length);

const bare = new WeakMap<ReadingStream, string>();

/**
 * The stream's `raw` with blanks where digits are no number of their own: a currency mark, NIP and the like, the number of
 * a law that is cited, digits with zeros before them. The same length, so that every index stays where it is.
 */
function plainNumbers(stream: ReadingStream): string {
  const known = bare.get(stream);
  if (known !== undefined) return known;
  const made = stream.raw
    .replaceAll(/Rp\.?(?=\d)/giu, blank)
    .replaceAll(/\d{8}\s?\d{6}\s?\d\s?\d{3}/g, blank)
    .replaceAll(/(?:nomor|no\.?)\s*:?\s*\d{1,3}\s+tahun\s+\d{4}/giu, blank)
    .replaceAll(/\b0\d{2,}\b/g, blank);
  bare.set(stream, made);
  return made;
}

/** Whether the unit that the field is counted in may follow: "08 Tahun 03 Bulan" has eight years, not eight months. */
function unitFits({ unit }: FieldQuery, after: string): boolean {
  if (unit === undefined) return true;
  const next = /^\s*(?:\([^)]*\)\s*)?([A-Za-z]{2,9})/.exec(after)?.[1]?.toLowerCase() ?? '';
  const time: Readonly<Record<string, RegExp>> = {
    tahun: /^(?:tahun|thn|th)$/,
    bulan: /^(?:bulan|bln|bl)$/,
  };
  const own = time[unit];
  if (!own) return true;
  return own.test(next);
}

/** 0 when one of the readings of the printed number is the wanted value. */
function distanceOf(printed: string, wanted: number): number {
  const digits = printed
    .replaceAll(/[Oo]/g, '0')
    .replaceAll(/[Il]/g, '1')
    .replaceAll('S', '5')
    .replaceAll('B', '8');
  if (valuesOf(digits).includes(wanted)) return 0;
  const [one, other] = [digits.replaceAll(/\D/g, ''), String(wanted).replaceAll(/\D/g, '')];
  const length = Math.max(one.length, other.length);
  let same = 0;
  while (same < one.length && one.charAt(same) === other.charAt(same)) same += 1;
  let tail = 0;
  while (
    tail < Math.min(one.length, other.length) - same &&
    one.charAt(one.length - 1 - tail) === other.charAt(other.length - 1 - tail)
  ) {
    tail += 1;
  }
  // Two digits swapped in four still resemble the number.
  return Math.max(0.05, 0.8 * (1 - (same + tail) / length));
}

/** What a printed number may mean: groups of three are thousands, else the mark is the decimal one. */
function valuesOf(printed: string): number[] {
  const values: number[] = [];
  if (/^\d+$/.test(printed)) values.push(Number(printed));
  const grouped = /^(\d{1,3}(?:([.,\u00a0'])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(printed);
  const severalGroups = grouped && grouped[1]!.length > 7;
  if (grouped && (grouped[2] !== ',' || severalGroups)) {
    values.push(Number(`${grouped[1]!.replaceAll(/\D/g, '')}.${grouped[3] ?? '0'}`));
  }
  const decimal = /^(\d+)([.,])(\d+)$/.exec(printed);
  if (decimal && (decimal[2] === ',' || decimal[3]!.length !== 3)) {
    values.push(Number(`${decimal[1]!}.${decimal[3]!}`));
  }
  return values;
}
