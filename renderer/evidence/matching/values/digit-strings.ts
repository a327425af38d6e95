import type { ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { foldConfused } from '#renderer/evidence/matching/ocr-confusion.ts';
import { plainOf } from '#renderer/evidence/matching/reading-stream.ts';
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
    // A digit too many before or behind is the line of a table cell, read as a stroke: no such number is longer.
    const ruled = folded === `1${wanted}` || folded === `${wanted}1`;
    if (known && (read === wanted || (ruled && read.includes(wanted)))) {
      return span(start, end, 'sama', 0, { wanted, read: wanted });
    }
    if (folded === wanted || read === wanted) return span(start, end, 'samar', 0.02, plain);
    return span(start, end, 'beda', Math.max(1, found.errors) / wanted.length, plain);
  });
};

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
  return [from, to];
}
