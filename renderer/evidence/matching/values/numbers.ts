import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';
import { numberInWords } from '#renderer/evidence/matching/values/numbers-in-words.ts';
import { meaningsOf } from '#renderer/evidence/matching/values/printed-numbers.ts';
import type { ValueFinder, ValueSpan } from '#renderer/evidence/matching/values/value-span.ts';

const digit = '[0-9OoIlSB]';
/** What numbers count may be set without a blank behind them: "40JP". */
const unitBehind = String.raw`(?=(?:JPL?|jp|JAM|[Jj]am|TAHUN|[Tt]ahun|[Tt]hn?|BULAN|[Bb]ulan|[Bb]ln?)(?!\p{L}))`;
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<!\p{N}[.,\-/|])${digit}*[0-9]${digit}*(?:[.,\u00a0\u202f']${digit}+)*(?:${unitBehind}|(?![\p{L}\p{N}]))(?![.,\-/|]\p{N})`,
  'gu',
);
const inWords = /^\s*,?[-=]*\s*\(\s*([A-Za-z\s-]{3,160}?)\s*\)/u;

/**
 * Numbers and Rupiah, compared by value: grouped thousands, decimal comma or point. A number in words beside it
 * ("905 (sembilan ratus lima)") is a second witness. A mark that may group or divide ("12.050") leaves the value open.
 */
export const findNumber: ValueFinder = (query, stream) => {
  const wanted = plainNumber(query.value);
  if (wanted === null) return [];
  const raw = plainNumbers(stream);
  return Array.from(raw.matchAll(pattern), (match): ValueSpan | undefined => {
    const end = match.index + match[0].length;
    if (!unitFits(query.unit, raw.slice(end))) return undefined;
    const words = inWords.exec(raw.slice(end, end + 180));
    const named = words ? numberInWords(words[1]!) : undefined;
    const support = named === undefined ? null : named === wanted;
    return { start: match.index, end, support, ...compared(match[0], wanted) };
  }).filter((found) => found !== undefined);
};

/** The value of a field as a number; null for what is none. */
export function plainNumber(value: string): number | null {
  const number = Number(value.replace(',', '.'));
  return Number.isFinite(number) && value.trim() !== '' ? number : null;
}

function compared(
  printed: string,
  wanted: number,
): Pick<ValueSpan, 'agreement' | 'distance' | 'plain' | 'other'> {
  const own = digitsOf(String(wanted));
  const same = { wanted: own, read: own };
  const read = { wanted: own, read: printed.replaceAll(/\D/g, '') };
  const { sure, possible } = meaningsOf(readAsDigits(printed));
  const letters = /[A-Za-z]/.test(printed);
  if (sure === wanted) {
    const [agreement, distance] = letters ? (['samar', 0.02] as const) : (['sama', 0] as const);
    return { agreement, distance, plain: same, other: null };
  }
  // The same figures, and only the marks between them leave open what they mean.
  if (possible.includes(wanted) || sameFigures(printed, wanted)) {
    return { agreement: 'samar', distance: 0.03, plain: same, other: null };
  }
  // The line of a table cell, read as a stroke before the number.
  if (/^[1Il]/.test(printed) && meaningsOf(readAsDigits(printed.slice(1))).sure === wanted) {
    return { agreement: 'samar', distance: 0.05, plain: same, other: null };
  }
  const other = letters || sure === null ? null : String(sure);
  return { agreement: 'beda', distance: distanceOf(printed, wanted), plain: read, other };
}

/** The number with which a text begins to name one, in the plain form of a field; `value` null where its form is open. */
export function numbersIn(
  text: string,
  unit: string | undefined,
): readonly { readonly value: string | null; readonly start: number; readonly end: number }[] {
  const plain = withoutOthers(text);
  return Array.from(plain.matchAll(pattern)).flatMap((match) => {
    const end = match.index + match[0].length;
    if (!unitFits(unit, plain.slice(end))) return [];
    const sure = /[A-Za-z]/.test(match[0]) ? null : meaningsOf(match[0]).sure;
    return [{ value: sure === null ? null : String(sure), start: match.index, end }];
  });
}

const blank = (mark: string): string => ' '.repeat(mark.length);

const bare = new WeakMap<ReadingStream, string>();

function plainNumbers(stream: ReadingStream): string {
  const known = bare.get(stream);
  if (known !== undefined) return known;
  const made = withoutOthers(stream.raw);
  bare.set(stream, made);
  return made;
}

/**
 * A text with blanks where digits are no number of their own: a currency mark, NIP and the like, the number of a law that
 * is cited, digits with zeros before them. The same length, so that every index stays where it is.
 */
function withoutOthers(raw: string): string {
  return raw
    .replaceAll(/(?<=(?:Rp|IDR)\.?\s?)\d{1,3}(?: \d{3})+(?![\p{L}\p{N}])/giu, (sum) =>
      sum.replaceAll(' ', '\u202f'),
    )
    .replaceAll(/(?:Rp|IDR)\.?(?=\d)/giu, blank)
    .replaceAll(/\d{8}\s?\d{6}\s?\d\s?\d{3}/g, blank)
    .replaceAll(/(?:nomor|no\.?)\s*:?\s*\d{1,3}\s+tahun\s+\d{4}/giu, blank)
    .replaceAll(/(?<![\p{L}\p{N}]|\p{N}[.,'\u00a0\u202f])0\d{2,}(?![\p{L}\p{N}])/gu, blank);
}

const time: Readonly<Record<string, RegExp>> = {
  tahun: /^(?:tahun|thn|th)$/,
  bulan: /^(?:bulan|bln|bl)$/,
};

/** Whether the unit that the field is counted in may follow: "08 Tahun 03 Bulan" has eight years, not eight months. */
function unitFits(unit: string | undefined, after: string): boolean {
  const own = unit === undefined ? undefined : time[unit];
  if (!own) return true;
  const next = /^\s*(?:\([^)]*\)\s*)?([A-Za-z]{2,9})/.exec(after)?.[1]?.toLowerCase() ?? '';
  return own.test(next);
}

function readAsDigits(printed: string): string {
  return printed
    .replaceAll(/[Oo]/g, '0')
    .replaceAll(/[Il]/g, '1')
    .replaceAll('S', '5')
    .replaceAll('B', '8');
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** Whether a number with several marks has the figures of the value, however they are divided. */
function sameFigures(printed: string, wanted: number): boolean {
  return /[.,].*[.,]/.test(printed) && digitsOf(printed) === digitsOf(String(wanted));
}

function distanceOf(printed: string, wanted: number): number {
  const [one, other] = [digitsOf(readAsDigits(printed)), digitsOf(String(wanted))];
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
