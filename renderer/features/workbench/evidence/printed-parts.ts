import type { DiffPart } from '#renderer/ui/diff/diff-part.ts';
import { diffValues } from '#renderer/ui/diff/value-diff.ts';
import { datesIn } from '#renderer/evidence/matching/values/printed-dates.ts';

/** Whether what is printed reads differently from the proposed value; nothing at all does not. */
export function isPrintedOtherwise(printed: string, proposed: string): boolean {
  return printed !== '' && plain(printed) !== plain(proposed);
}

/**
 * What is printed, with the letters marked that differ from the proposed value; none in a day that is only written in
 * another way ("29-04-1991" for "29 April 1991").
 */
export function printedParts(printed: string, proposed: string): readonly DiffPart[] {
  const day = dayOf(printed);
  if (day !== null && day === dayOf(proposed)) return [{ text: printed, changed: false }];
  return diffValues(proposed, printed, 'huruf').proposed;
}

// Papers print names in capitals and leave blanks where they like: neither is another value.
function plain(text: string): string {
  return text.replaceAll(/[\s.,:;]+/gu, '').toLowerCase();
}

/** The one day that a text says and nothing else; null where there is more to it, or where it is not certain. */
function dayOf(text: string): string | null {
  const whole = text.trim();
  const dates = datesIn(whole).filter(({ start, end }) => start === 0 && end === whole.length);
  const [date] = dates;
  return date?.certain === true ? `${date.year}-${date.month}-${date.day}` : null;
}
