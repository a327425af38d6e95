import search from 'approx-string-match';
import { foldConfused } from '#renderer/evidence/matching/ocr-confusion.ts';
import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';

/** A part of a stream's `raw` that resembles a pattern; `errors` counts letters that differ, confused ones not. */
export interface Located {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Places of a stream that resemble `plain` (letters and digits, lower case) best, with at most `errors` differences. */
export function locate(plain: string, stream: ReadingStream, errors: number): Located[] {
  if (plain === '' || stream.text === '') return [];
  const found = search(stream.folded, foldConfused(plain), errors);
  const located: Located[] = [];
  for (const match of found) {
    if (match.end <= match.start) continue;
    const last = located.at(-1);
    const start = stream.rawAt[match.start]!;
    const end = stream.rawAt[match.end - 1]! + 1;
    // A place with errors is reported once for each letter that it may end with.
    if (last && start < last.end) continue;
    located.push({ start, end, errors: match.errors });
  }
  return located;
}

/** `start` and `end` moved outward to whole words of `raw`. */
export function wholeWords(raw: string, start: number, end: number): [start: number, end: number] {
  let [from, to] = [start, end];
  while (from > 0 && /\S/.test(raw.charAt(from - 1))) from -= 1;
  while (to < raw.length && /\S/.test(raw.charAt(to))) to += 1;
  return [from, to];
}
