import search from 'approx-string-match';
import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';

/** What papers put behind a label before a value that no longer holds: "TMT lama", "TMT pangkat lama". */
export const olderWords: readonly string[] = [
  'lama',
  'sebelumnya',
  'semula',
  'pangkat lama',
  'golongan lama',
  'golongan ruang lama',
  'pangkat golongan lama',
  'pangkat golongan ruang lama',
  'jabatan lama',
];
const plainOlderWords = olderWords.map((words) => words.replaceAll(' ', ''));

const occurrences = new WeakMap<ReadingStream, Map<string, readonly number[]>>();

/**
 * Where a label ends in a stream (indices of its `text`), in order; searched once for each stream. `loosely`: a long label
 * may have been misread in a letter or two. "TMT lama" is a label by itself, not "TMT".
 */
export function labelEnds(
  { plain, spelling }: { readonly plain: string; readonly spelling: string },
  stream: ReadingStream,
  loosely: boolean,
): readonly number[] {
  const ofStream = occurrences.get(stream) ?? new Map<string, readonly number[]>();
  occurrences.set(stream, ofStream);
  const key = loosely ? `~${plain}` : plain;
  const known = ofStream.get(key);
  if (known) return known;
  const exact = exactEnds(plain, spelling, stream);
  const found =
    loosely && plain.length >= 8
      ? [...new Set([...exact, ...looseEnds(plain, stream)])].toSorted((one, other) => one - other)
      : exact;
  ofStream.set(key, found);
  return found;
}

function exactEnds(plain: string, spelling: string, stream: ReadingStream): number[] {
  const ends: number[] = [];
  for (let at = stream.text.indexOf(plain); at >= 0; at = stream.text.indexOf(plain, at + 1)) {
    const end = at + plain.length;
    const isLabel = isWord(stream, at, end) && hasMarks(spelling, stream, at, end);
    if (isLabel && !isOlder(stream, end)) ends.push(end);
  }
  return ends;
}

function looseEnds(plain: string, stream: ReadingStream): number[] {
  return search(stream.text, plain, Math.floor(plain.length / 8))
    .filter(({ start, end }) => isWord(stream, start, end) && !isOlder(stream, end))
    .map(({ end }) => end);
}

/** Whether a part of `text` begins and ends where words do. */
function isWord(stream: ReadingStream, start: number, end: number): boolean {
  const letter = /\p{L}/u;
  const before = stream.raw.charAt(stream.rawAt[start]! - 1);
  const after = stream.raw.charAt(stream.rawAt[end - 1]! + 1);
  return !letter.test(before) && !letter.test(after);
}

/** Whether what ends there goes on to say that its value is the one before: it is a label of its own then. */
function isOlder(stream: ReadingStream, end: number): boolean {
  return plainOlderWords.some(
    (word) => stream.text.startsWith(word, end) && isWord(stream, end, end + word.length),
  );
}

/** "s.d." is a label, "SD" a school: a label of two letters must have its marks. */
function hasMarks(spelling: string, stream: ReadingStream, start: number, end: number): boolean {
  if (end - start > 2 || !/[./]/.test(spelling)) return true;
  return /[./]/.test(stream.raw.slice(stream.rawAt[start], stream.rawAt[end - 1]! + 1));
}
