import { foldConfused } from '#shared/domain/matching/ocr-confusion.ts';
import { plainOf } from '#shared/domain/matching/reading-stream.ts';
import { locate } from '#shared/domain/matching/values/locate.ts';
import { type ValueFinder, span } from '#shared/domain/matching/values/value-span.ts';

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
    const [start, end] = wholeNumber(stream.raw, found.start, found.end);
    const read = plainOf(stream.raw.slice(start, end)).text;
    const plain = { wanted, read: read.replace(/^[a-z]+(?=\d)/, '') };
    if (read === wanted) return span(start, end, 'sama', 0, plain);
    if (foldConfused(read) === wanted) return span(start, end, 'samar', 0.02, plain);
    // The line of a table cell, read as a stroke before or behind.
    const ruled = read.length === wanted.length + 1 && /^(?:1.*|.*1)$/.test(foldConfused(read));
    if (ruled && wanted.length >= 16 && foldConfused(read).includes(wanted)) {
      return span(start, end, 'samar', 0.03, plain);
    }
    return span(start, end, 'beda', Math.max(1, found.errors) / wanted.length, plain);
  });
};

/** The part widened to the whole run of digits that it lies in, across the small gaps of a grouped number. */
function wholeNumber(raw: string, start: number, end: number): [start: number, end: number] {
  let [from, to] = [start, end];
  while (/[0-9A-Za-z]/.test(raw.charAt(from - 1))) from -= 1;
  while (/[0-9A-Za-z]/.test(raw.charAt(to))) to += 1;
  const before = /(\d{6,})(\s?)$/.exec(raw.slice(0, from));
  if (before && gap.test(before[2]!) && /^\d/.test(raw.slice(from))) from = before.index;
  return [from, to];
}
