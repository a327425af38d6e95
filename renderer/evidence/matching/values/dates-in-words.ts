import { monthOf } from '#renderer/evidence/matching/values/month-names.ts';
import {
  isNumberWord,
  numberInWords,
} from '#renderer/evidence/matching/values/numbers-in-words.ts';
import type { PrintedDate } from '#renderer/evidence/matching/values/printed-date.ts';

/**
 * Days written out, as registers and old diplomas do: "dua puluh lima bulan Maret tahun dua ribu lima". Only what was read
 * without fault: a word misread leaves the day out.
 */
export function daysInWords(raw: string): PrintedDate[] {
  const words = Array.from(raw.matchAll(/[A-Za-z]+/g));
  const dates: PrintedDate[] = [];
  for (const [at, match] of words.entries()) {
    const month = match[0].length > 2 ? monthOf(match[0]) : undefined;
    if (!month?.certain) continue;
    const skip = (from: number, step: number, name: RegExp): number =>
      name.test(words[from]?.[0] ?? '') ? from + step : from;
    const first = run(words, skip(at - 1, -1, /^bulan$/i), -1);
    const last = run(words, skip(at + 1, 1, /^tahun$/i), 1);
    const day = numberInWords(first.join(' '));
    const year = numberInWords(last.join(' '));
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

function run(words: readonly RegExpExecArray[], from: number, step: 1 | -1): string[] {
  const found: string[] = [];
  for (let at = from; isNumberWord(words[at]?.[0] ?? ''); at += step) {
    if (step === 1) found.push(words[at]![0]);
    else found.unshift(words[at]![0]);
  }
  return found;
}
