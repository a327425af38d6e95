import { distance } from 'fastest-levenshtein';
import { type ReadingStream, plainOf } from '#renderer/evidence/matching/reading-stream.ts';
import { readAsLetters } from '#renderer/evidence/matching/ocr-confusion.ts';
import { spellingsOfText, writtenOut } from '#renderer/evidence/matching/values/abbreviations.ts';
import { locate, wholeWords } from '#renderer/evidence/matching/values/locate.ts';
import {
  type ValueFinder,
  type ValueSpan,
  span,
} from '#renderer/evidence/matching/values/value-span.ts';

/**
 * Free text: the same letters and digits in their order, whatever the case, spaces, points and short forms. What was read
 * must end where words end: "Golongan I" is not in "Golongan II".
 */
export const findText: ValueFinder = (query, stream) => {
  const spans = new Map<number, ValueSpan>();
  for (const value of [query.value, ...query.also]) {
    const wanted = comparable(value);
    if (wanted.length < 2) continue;
    for (const spelling of spellingsOfText(value)) {
      const errors = spelling.length < 5 ? 0 : Math.max(1, Math.floor(spelling.length * 0.3));
      for (const found of locate(spelling, stream, errors)) {
        const next = compared(stream.raw, found, { value, wanted, length: spelling.length });
        const known = spans.get(next.start);
        if (!known || next.distance < known.distance) spans.set(next.start, next);
      }
    }
  }
  // Of a choice between a few words another one is told by its own name, not by its likeness.
  const whole = [...spans.values()].map((one) => (query.rivals ? { ...one, other: null } : one));
  return whole.some(({ agreement }) => agreement === 'sama')
    ? whole
    : [...whole, ...inParts(query.value, stream)];
};

/** Letters of labels that may stand between the parts of an address. */
const betweenParts = 24;

/**
 * A value of several parts ("Jalan Contoh 1, RT/RW 001/002, Kecamatan Contoh"), each printed with a label of its own: the
 * same where all parts stand there, one soon after the other.
 */
function inParts(value: string, stream: ReadingStream): ValueSpan[] {
  const parts = value.split(',').map((part) => plainOf(part).text);
  if (parts.length < 3 || parts.some((part) => part.length < 4)) return [];
  const starts = locate(parts[0]!, stream, 0);
  return starts.flatMap(({ start, end }) => {
    if (plainOf(stream.raw.slice(start, end)).text !== parts[0]) return [];
    let last = end;
    for (const part of parts.slice(1)) {
      const next = locate(part, stream, 0).find((found) => found.start >= last);
      if (!next || plainOf(stream.raw.slice(last, next.start)).text.length > betweenParts)
        return [];
      const read = plainOf(stream.raw.slice(next.start, next.end)).text;
      if (read !== part) return [];
      last = next.end;
    }
    const wanted = comparable(value);
    return [span(start, last, 'sama', 0, { wanted, read: wanted })];
  });
}

/** Words that turn what follows into something else: "Sangat Baik", "Belum Kawin", "Wakil Bupati". */
const qualifier = /(?<![\p{L}])(?:sangat|kurang|cukup|tidak|belum|butuh|non|wakil|bukan)\s+$/iu;

function compared(
  raw: string,
  found: { readonly start: number; readonly end: number; readonly errors: number },
  {
    value,
    wanted,
    length,
  }: { readonly value: string; readonly wanted: string; readonly length: number },
): ValueSpan {
  const [start, end] = trimmed(raw, ...wholeWords(raw, found.start, found.end));
  const read = raw.slice(start, end);
  const before = qualifier.exec(raw.slice(Math.max(0, start - 12), start));
  if (before) {
    const from = start - before[0].length;
    return span(from, end, 'beda', 0.2, null, raw.slice(from, end));
  }
  const pair = { wanted, read: comparable(read) };
  if (pair.read === wanted) return span(start, end, 'sama', 0, pair);
  const tight = raw.slice(found.start, found.end);
  const inside = /[\p{L}\p{N}]/u;
  const loose = !inside.test(raw.charAt(found.start - 1)) && !inside.test(raw.charAt(found.end));
  if (loose && comparable(tight) === wanted) {
    return span(found.start, found.end, 'sama', 0, { wanted, read: wanted });
  }
  const far = Math.max(1, found.errors) / length;
  return span(start, end, 'beda', far, pair, isOtherText(value, read) ? read : null);
}

/**
 * Whether two texts surely mean different things: another figure, or as many words and another word among them. A word that
 * may be short for the other, or is spelt a little differently, is no such difference.
 */
function isOtherText(wanted: string, read: string): boolean {
  if (figures(wanted) !== figures(read)) return figures(wanted) !== '' && figures(read) !== '';
  const [own, others] = [writtenOut(wanted), writtenOut(read)];
  if (own.length !== others.length) return false;
  const differing = own.flatMap((word, at) => (word === others[at] ? [] : [[word, others[at]!]]));
  return differing.length > 0 && differing.every(([word, other]) => isOtherWord(word!, other!));
}

function figures(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function isOtherWord(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (/\d/.test(one + other)) return /^\d+$/.test(one) && /^\d+$/.test(other);
  return (
    short.length >= 4 &&
    distance(one, other) >= Math.max(2, long.length * 0.4) &&
    !isShortFor(short, long)
  );
}

/** Its letters stand in the other word in their order: "Kebud" and "Kbdyn" for "Kebudayaan". */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
}

/** Letters and digits with short forms written out and obvious slips of OCR undone. */
function comparable(text: string): string {
  const read = text.split(/(\s+)/).map((word) => readAsLetters(word) || word);
  return writtenOut(read.join('')).join('');
}

/** Without the marks around it. */
function trimmed(raw: string, start: number, end: number): [start: number, end: number] {
  let [from, to] = [start, end];
  while (from < to && !/[\p{L}\p{N}]/u.test(raw.charAt(from))) from += 1;
  while (to > from && !/[\p{L}\p{N})]/u.test(raw.charAt(to - 1))) to -= 1;
  return [from, to];
}
