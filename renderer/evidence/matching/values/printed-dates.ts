import { monthOf } from '#renderer/evidence/matching/values/month-names.ts';
import type { PrintedDate } from '#renderer/evidence/matching/values/printed-date.ts';
import { daysInWords } from '#renderer/evidence/matching/values/dates-in-words.ts';
import { numberInWords } from '#renderer/evidence/matching/values/numbers-in-words.ts';

const digit = '[0-9OoQIl|SBZz]';
const until = String.raw`(?:s\s*[.\/]?\s*d\s*\.?|sampai(?:\s+dengan)?(?:\s+tanggal)?|hingga|-|–|—|&|dan)`;
const word = String.raw`[A-Za-z0-9]{3,10}`;
const day = `${digit}{1,2}`;
const year = `${digit}{4}`;
const open = String.raw`(?<![\p{L}\p{N}])`;
const close = String.raw`(?![\p{L}\p{N}])`;
const mark = String.raw`[\s.,\-–—/]*`;
/** English ordinals: "15th of March". */
const ordinal = String.raw`(?:(?<=[0-9])(?:st|nd|rd|th|ST|ND|RD|TH)${close}(?:\s+day)?(?:\s+of${close})?)?`;
/** A number again in words, in brackets. */
const again = String.raw`(?:\s*\(\s*([A-Za-z\s-]{3,60}?)\s*\))?`;
const bulan = String.raw`(?:(?:[Bb]ulan|BULAN)\s+)?`;
const tahun = String.raw`(?:(?:[Tt]ahun|TAHUN|[Tt]hn?\.?)\s*:?\s*)?`;

const named = new RegExp(
  `${open}(${day})${ordinal}${again}${mark}${bulan}(${word})${mark}${tahun}(${year})${close}`,
  'gu',
);
/** `March 15, 2021`; the blank or comma before the year tells its digits from the day's. */
const monthFirst = new RegExp(
  String.raw`${open}([A-Za-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?(?:\s*,\s*|\s+)(\d{4})${close}`,
  'gu',
);
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
/** `15 bulan 3 tahun 2021`. */
const labelledFigures = new RegExp(
  String.raw`${open}(\d{1,2})\s+[Bb]ulan\s+(\d{1,2})\s+[Tt]ahun\s+(\d{4})${close}`,
  'gu',
);
/** `15-III-2021`, as old papers have it. */
const romanMonth = new RegExp(
  String.raw`${open}(\d{1,2})${separator}([IVX]{1,4})${separator}(\d{4})${close}`,
  'gu',
);
const yearFirst = new RegExp(
  `${open}(${year})${separator}(${day})${separator}(${day})${close}`,
  'gu',
);

/** Every day that is printed in a text, in all forms that papers use. */
export function datesIn(raw: string): PrintedDate[] {
  return [
    ...all(raw, named, (m) => withWords(made(m, m[1]!, m[3]!, m[4]!), m[1]!, m[2])),
    ...all(raw, monthFirst, (m) => english(made(m, m[2]!, m[1]!, m[3]!))),
    ...all(raw, range, (m) => {
      const first = made(m, m[1]!, m[2] ?? m[4]!, m[5]!);
      const length = m[1]!.length + (m[2] ? m[0].indexOf(m[2]) + m[2].length - m[1]!.length : 0);
      return first && { ...first, end: first.start + length };
    }),
    ...all(raw, figures, (m) => made(m, m[1]!, m[2]!, m[3]!)),
    ...all(raw, labelledFigures, (m) => made(m, m[1]!, m[2]!, m[3]!)),
    ...all(raw, romanMonth, (m) => {
      const month = romans.indexOf(m[2]!) + 1;
      return month > 0 ? made(m, m[1]!, String(month), m[3]!) : undefined;
    }),
    ...all(raw, yearFirst, (m) => made(m, m[3]!, m[2]!, m[1]!)),
    ...daysInWords(raw),
  ];
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const shortNamed = new RegExp(
  String.raw`${open}(\d{1,2})[\s.\-–/]*([A-Za-z]{3,10})[\s.\-–/]*['’‘\u0060´]?\s?(\d{2})${close}(?![.\-/–]\d)`,
  'gu',
);
const shortFigures = new RegExp(
  String.raw`${open}(?<!\d[.\-/–])(\d{1,2})${separator}(\d{1,2})${separator}['’‘]?(\d{2})${close}(?![.\-/–]\d)`,
  'gu',
);

/** Boxes of a form, with nothing between the figures: "15 03 2021". */
const boxed = new RegExp(String.raw`${open}(\d{2})\s(\d{2})\s(\d{4})${close}`, 'gu');

/** Days in a form that may be other figures too. */
export function looseDatesIn(raw: string): readonly PrintedDate[] {
  return all(raw, boxed, (m) => made(m, m[1]!, m[2]!, m[3]!));
}

/** Days printed with the last two digits of their year ("15-3-21"): `year` 0 to 99, the century is left open. */
export function shortDatesIn(raw: string): readonly PrintedDate[] {
  return [
    ...all(raw, shortNamed, (m) => ofShortYear(made(m, m[1]!, m[2]!, `20${m[3]!}`))),
    ...all(raw, shortFigures, (m) => ofShortYear(made(m, m[1]!, m[2]!, `20${m[3]!}`))),
  ];
}

function ofShortYear(date: PrintedDate | undefined): PrintedDate | undefined {
  return date?.certain ? { ...date, year: date.year % 100, certain: false } : undefined;
}

/** A day that is written again in words says both or is not certain: "15 (enam belas) Maret". */
function withWords(
  date: PrintedDate | undefined,
  figure: string,
  words: string | undefined,
): PrintedDate | undefined {
  if (!date || words === undefined) return date;
  return { ...date, certain: date.certain && numberInWords(words) === number(figure) };
}

/** Between other words a month before a number must be one for certain. */
function english(date: PrintedDate | undefined): PrintedDate | undefined {
  return date?.certain ? date : undefined;
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
