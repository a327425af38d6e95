import type { ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { foldConfused } from '#renderer/evidence/matching/ocr-confusion.ts';
import { type ReadingStream, plainOf } from '#renderer/evidence/matching/reading-stream.ts';
import { locate } from '#renderer/evidence/matching/values/locate.ts';
import { type ValueFinder, span } from '#renderer/evidence/matching/values/value-span.ts';

/** A number of another length is none: nothing proves it. */
const lengths: Partial<Record<ValueKind, number>> = { nip: 18, nik: 16 };

/** Digits in groups: what may stand between two of them, in one number or between two. */
const gap = /^[\s.-]*$/;

/**
 * NIP, NIK and the like: digits, printed in groups or not. The same only when nothing but the number's own digits stand
 * there: a digit more or less beside it is another number.
 */
export const findDigitString: ValueFinder = (query, stream) => {
  const wanted = query.value.replaceAll(/\D/g, '');
  if (wanted.length < 4) return [];
  const errors = Math.max(1, Math.floor(wanted.length * 0.3));
  return locate(wanted, stream, errors).map((found) => {
    const [start, end] = wholeNumber(stream.raw, found.start, found.end, query.kind === 'nip');
    const read = plainOf(stream.raw.slice(start, end)).text;
    const plain = { wanted, read: read.replace(/^[a-z]+(?=\d)/, '') };
    const known = wanted.length === lengths[query.kind];
    const folded = foldConfused(read);
    if (known && read === wanted && !goesOn(stream, start, end)) {
      return span(start, end, 'sama', 0, { wanted, read });
    }
    if (folded === wanted || read === wanted) return span(start, end, 'samar', 0.02, plain);
    // A digit too many before or behind may be the line of a table cell, read as a stroke, or be printed: it is looked at.
    const ruled = folded === `1${wanted}` || folded === `${wanted}1`;
    if (known && ruled && read.includes(wanted)) return span(start, end, 'samar', 0.02, plain);
    const other = known && /^\d+$/.test(read) && read.length === wanted.length ? read : null;
    return span(start, end, 'beda', Math.max(1, found.errors) / wanted.length, plain, other);
  });
};

/** Whether a number that is printed in groups has a single digit more behind it, at the end of its line. */
function goesOn(
  { raw, words, wordAt, aspect }: ReadingStream,
  start: number,
  end: number,
): boolean {
  if (!/\s/.test(raw.slice(start, end)) || !/^ \d(?:\n|$)/.test(raw.slice(end))) return false;
  const [one, other] = [words[wordAt[end - 1]!]!.box, words[wordAt[end + 1]!]!.box];
  // A wider gap is another column.
  return (other[0] - one[2]) * aspect < (one[3] - one[1]) * 0.7;
}

/** The part widened to the whole run of digits that it lies in, across the small gaps of a grouped number. */
function wholeNumber(
  raw: string,
  start: number,
  end: number,
  grouped: boolean,
): [start: number, end: number] {
  let [from, to] = [start, end];
  while (/[0-9A-Za-z]/.test(raw.charAt(from - 1))) from -= 1;
  while (/[0-9A-Za-z]/.test(raw.charAt(to))) to += 1;
  const before = grouped ? /\d{6,}([^\S\n]?)$/.exec(raw.slice(0, from)) : null;
  if (before && gap.test(before[1]!) && /^\d/.test(raw.slice(from))) from = before.index;
  // A digit more that hangs on by a mark is part of the number.
  to += /^(?:[.-]\d+)+(?![\p{L}\p{N}])/u.exec(raw.slice(to))?.[0].length ?? 0;
  return [from, to];
}
