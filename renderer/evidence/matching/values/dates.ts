import { isLocalDate } from '#shared/kernel/local-date.ts';
import { type ReadingStream, plainOf } from '#renderer/evidence/matching/reading-stream.ts';
import { locate, wholeWords } from '#renderer/evidence/matching/values/locate.ts';
import { monthOf, spellingsOf } from '#renderer/evidence/matching/values/month-names.ts';
import { isoOf, type PrintedDate } from '#renderer/evidence/matching/values/printed-date.ts';
import {
  datesIn,
  looseDatesIn,
  shortDatesIn,
} from '#renderer/evidence/matching/values/printed-dates.ts';
import {
  type ValueFinder,
  type ValueSpan,
  span,
} from '#renderer/evidence/matching/values/value-span.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const datesOfStream = new WeakMap<ReadingStream, readonly PrintedDate[]>();

/** A day in any printed form; other days of the page are what may stand there instead. */
export const findDate: ValueFinder = (query, stream) => {
  if (!isLocalDate(query.value)) return [];
  const [year, month, day] = query.value.split('-').map(Number);
  const wanted = { year: year!, month: month!, day: day! };
  const printed = printedDates(stream).map((date) => {
    const distance = dayDistance(wanted, date);
    const plain = { wanted: figures(wanted), read: figures(date) };
    const other = date.certain ? isoOf(date) : null;
    if (distance > 0) return span(date.start, date.end, 'beda', distance, plain, other);
    const agreement = date.certain ? 'sama' : 'samar';
    return span(date.start, date.end, agreement, date.certain ? 0 : 0.02, plain);
  });
  const open = [...printed, ...inOpenForm(wanted, stream, printed)];
  return [...open, ...garbled(wanted, stream, open)];
};

/** The day with the last two digits of its year, of whatever century, or in figures that may be others. */
function inOpenForm(
  wanted: Day,
  stream: ReadingStream,
  printed: readonly ValueSpan[],
): readonly ValueSpan[] {
  const plain = { wanted: figures(wanted), read: figures(wanted) };
  const { raw } = stream;
  const short = shortDatesIn(raw).filter(({ year }) => year === wanted.year % 100);
  const loose = looseDatesIn(raw).filter(({ year }) => year === wanted.year);
  return [...short, ...loose]
    .filter(({ month, day }) => month === wanted.month && day === wanted.day)
    .filter(({ start, end }) => !printed.some((date) => date.start < end && start < date.end))
    .map(({ start, end }) => span(start, end, 'samar', 0.03, plain));
}

/** A year, alone or in a day; never the year of a law that is cited ("Nomor 5 Tahun 2014"). */
export const findYear: ValueFinder = (query, stream) => {
  const spans: ValueSpan[] = [];
  for (const match of stream.raw.matchAll(/(?<![\p{L}\p{N}])[0-9OoIlSB|]{4}(?![\p{L}\p{N}])/gu)) {
    const end = match.index + 4;
    if (cited.test(stream.raw.slice(0, match.index))) continue;
    const plain = { wanted: query.value, read: match[0] };
    if (match[0] === query.value) spans.push(span(match.index, end, 'sama', 0, plain));
    else if (/^(?:19|20)\d\d$/.test(match[0])) {
      spans.push(span(match.index, end, 'beda', 0.25, plain, match[0]));
    }
  }
  return spans;
};

const cited = /(?:nomor|no\.?)\s*:?\s*\S{1,6}\s+tahun\s*$/i;

/** A month (1 to 12) by its name. */
export const findMonth: ValueFinder = (query, stream) => {
  const wanted = Number(query.value);
  const spans: ValueSpan[] = [];
  for (const match of stream.raw.matchAll(/[A-Za-z]{3,10}/g)) {
    const month = monthOf(match[0]);
    const end = match.index + match[0].length;
    if (month?.month === wanted) {
      const plain = { wanted: query.value, read: query.value };
      spans.push(span(match.index, end, month.certain ? 'sama' : 'samar', 0, plain));
    } else if (month?.certain) {
      const plain = { wanted: query.value, read: String(month.month) };
      spans.push(span(match.index, end, 'beda', 0.4, plain, String(month.month)));
    }
  }
  return spans;
};

function printedDates(stream: ReadingStream): readonly PrintedDate[] {
  const known = datesOfStream.get(stream);
  if (known) return known;
  const found = datesIn(stream.raw);
  datesOfStream.set(stream, found);
  return found;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A day as eight figures, day first. */
function figures({ year, month, day }: Day): string {
  return `${two(day)}${two(month)}${year}`;
}

/** 0 the same day; small when it could be a slip or a misreading of the other. */
function dayDistance(one: Day, other: Day): number {
  if (figures(one) === figures(other)) return 0;
  const swapped = one.day === other.month && one.month === other.day && one.year === other.year;
  if (swapped) return 0.2;
  const differing = [one.day !== other.day, one.month !== other.month, one.year !== other.year];
  return differing.filter(Boolean).length / 3;
}

/** Places that resemble the day in one of its forms but cannot be read as a day at all. */
function garbled(
  wanted: Day,
  stream: ReadingStream,
  printed: readonly ValueSpan[],
): readonly ValueSpan[] {
  // What a text layer says is as it was typed.
  if (stream.pass === 'lapisan_teks') return [];
  return formsOf(wanted).flatMap((form) =>
    locate(form, stream, Math.max(1, Math.floor(form.length * 0.3))).flatMap((found) => {
      const [start, end] = wholeWords(stream.raw, found.start, found.end);
      const known = printed.some((date) => date.start < end && start < date.end);
      if (known) return [];
      // All its letters and figures, only the marks between them lost.
      const read = plainOf(stream.raw.slice(start, end)).text;
      const same = { wanted: figures(wanted), read: figures(wanted) };
      if (read === form) return [span(start, end, 'samar', 0.03, same)];
      const digits = read.replaceAll(/\D/g, '');
      const plain = digits.length === 8 ? { wanted: same.wanted, read: digits } : null;
      return [span(start, end, 'beda', 0.1 + found.errors / form.length, plain)];
    }),
  );
}

function formsOf({ year, month, day }: Day): readonly string[] {
  const name = spellingsOf(month)[0]!;
  return [`${day}${name}${year}`, `${two(day)}${name}${year}`, `${two(day)}${two(month)}${year}`];
}
