import { monthOf } from '#renderer/evidence/matching/values/month-names.ts';
import {
  isNumberWord,
  numberInWords,
} from '#renderer/evidence/matching/values/numbers-in-words.ts';
import type { PrintedDate } from '#renderer/evidence/matching/values/printed-date.ts';

/**
 * Days written out, as registers and old diplomas do: "dua puluh lima bulan Maret tahun dua ribu lima"; either the day or
 * the year may be in figures. Only what was read without fault: a word misread leaves the day out.
 */
export function daysInWords(raw: string): PrintedDate[] {
  const words = Array.from(
    raw.matchAll(/[A-Za-z]+|(?<![\p{L}\p{N}.,/-])\d{1,4}(?![\p{L}\p{N}])/gu),
  );
  const dates: PrintedDate[] = [];
  for (const [at, match] of words.entries()) {
    const month = match[0].length > 2 ? monthOf(match[0]) : undefined;
    if (!month?.certain || /\d/.test(match[0])) continue;
    const skip = (from: number, step: number, name: RegExp): number =>
      name.test(words[from]?.[0] ?? '') ? from + step : from;
    const first = run(words, skip(at - 1, -1, /^bulan$/i), -1);
    const last = run(words, skip(at + 1, 1, /^tahun$/i), 1);
    // Both in figures is the usual form.
    if ([first, last].every(([one]) => /^\d/.test(one ?? ''))) continue;
    const [day, year] = [valueOf(first), valueOf(last)];
    if (!day || day > 31 || !year || year < 1900 || year > 2100) continue;
    const from = skip(at - 1, -1, /^bulan$/i) - first.length + 1;
    const to = words[skip(at + 1, 1, /^tahun$/i) + last.length - 1]!;
    dates.push({
      start: words[from]!.index,
      end: to.index + to[0].length,
      year,
      month: month.month,
      day,
      certain: true,
    });
  }
  return dates;
}

/** Words of a number up to where it ends, or one number in figures. */
function run(words: readonly RegExpExecArray[], from: number, step: 1 | -1): string[] {
  if (/^\d/.test(words[from]?.[0] ?? '')) return [words[from]![0]];
  const found: string[] = [];
  for (let at = from; isNumberWord(words[at]?.[0] ?? ''); at += step) {
    if (step === 1) found.push(words[at]![0]);
    else found.unshift(words[at]![0]);
  }
  return found;
}

function valueOf(found: readonly string[]): number | undefined {
  const [only = ''] = found;
  return /^\d/.test(only) ? Number(only) : numberInWords(found.join(' '));
}
