import { monthOf } from '#renderer/evidence/matching/values/month-names.ts';
import type { PrintedDate } from '#renderer/evidence/matching/values/printed-date.ts';
import { daysInWords } from '#renderer/evidence/matching/values/dates-in-words.ts';

const digit = '[0-9OoQIl|SBZz]';
const until = String.raw`(?:s\s*[.\/]?\s*d\s*\.?|sampai(?:\s+dengan)?(?:\s+tanggal)?|hingga|-|–|—|&|dan)`;
const word = String.raw`[A-Za-z0-9]{3,10}`;
const day = `${digit}{1,2}`;
const year = `${digit}{4}`;
const open = String.raw`(?<![\p{L}\p{N}])`;
const close = String.raw`(?![\p{L}\p{N}])`;
const mark = String.raw`[\s.,\-/]*`;

const named = new RegExp(`${open}(${day})${mark}(${word})${mark}(${year})${close}`, 'gu');
/** `7 Maret s.d. 15 Juli 2022`, `7 s.d. 11 Maret 2022`: the first day has its year, or month and year, from the second. */
const range = new RegExp(
  `${open}(${day})(?:${mark}(${word}))??\\s*${until}\\s*(${day})${mark}(${word})${mark}(${year})${close}`,
  'gu',
);
const separator = String.raw`\s?[-/.–]\s?`;
const figures = new RegExp(
  `${open}(${day})${separator}(${day})${separator}(${year})${close}`,
  'gu',
);
const yearFirst = new RegExp(
  `${open}(${year})${separator}(${day})${separator}(${day})${close}`,
  'gu',
);

/** Every day that is printed in a text, in all forms that papers use. */
export function datesIn(raw: string): PrintedDate[] {
  return [
    ...all(raw, named, (m) => made(m, m[1]!, m[2]!, m[3]!)),
    ...all(raw, range, (m) => {
      const first = made(m, m[1]!, m[2] ?? m[4]!, m[5]!);
      const length = m[1]!.length + (m[2] ? m[0].indexOf(m[2]) + m[2].length - m[1]!.length : 0);
      return first && { ...first, end: first.start + length };
    }),
    ...all(raw, figures, (m) => made(m, m[1]!, m[2]!, m[3]!)),
    ...all(raw, yearFirst, (m) => made(m, m[3]!, m[2]!, m[1]!)),
    ...daysInWords(raw),
  ];
}

function all(
  raw: string,
  pattern: RegExp,
  make: (match: RegExpExecArray) => PrintedDate | undefined,
): PrintedDate[] {
  const dates: PrintedDate[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(raw); match; match = pattern.exec(raw)) {
    const date = make(match);
    if (date) dates.push(date);
    // The second day of a range may begin inside the match of the first.
    pattern.lastIndex = match.index + 1;
  }
  return dates;
}

function made(
  match: RegExpExecArray,
  dayText: string,
  monthText: string,
  yearText: string,
): PrintedDate | undefined {
  const month =
    /^\D{3,}/.test(monthText) || monthText.length > 2 ? monthOf(monthText) : number(monthText);
  const figuresRead = [dayText, yearText].map((text) => number(text));
  if (month === undefined) return undefined;
  const [of, sure] = typeof month === 'number' ? [month, true] : [month.month, month.certain];
  const [readDay, readYear] = figuresRead;
  if (!readDay || !readYear || of < 1 || of > 12 || readDay > 31) return undefined;
  const certain = sure && [dayText, yearText].every((text) => /^\d+$/.test(text));
  const monthRead = typeof month !== 'number' || /^\d+$/.test(monthText);
  return {
    start: match.index,
    end: match.index + match[0].length,
    year: readYear,
    month: of,
    day: readDay,
    certain: certain && monthRead,
  };
}

function number(text: string): number | undefined {
  const read = text
    .replaceAll(/[OoQ]/g, '0')
    .replaceAll(/[Il|]/g, '1')
    .replaceAll('S', '5')
    .replaceAll('B', '8')
    .replaceAll(/[Zz]/g, '2');
  return /^\d+$/.test(read) ? Number(read) : undefined;
}
