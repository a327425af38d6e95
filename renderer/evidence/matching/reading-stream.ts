import type {
  PageBox,
  PageReading,
  ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import { foldConfused } from '#renderer/evidence/matching/ocr-confusion.ts';

/**
 * The words of one reading as one text. `raw` joins them with spaces, and with a line break where the line ends; `text`
 * holds only letters and digits in lower case, because spaces and punctuation are what readings get wrong first
 * ("UNI V ERSITAS"). Every index leads back to its word, and so to its place.
 */
export interface ReadingStream {
  readonly page: number;
  readonly pass: PageReading['pass'];
  /** Which reading of the page: two streams of one reading are not two witnesses. */
  readonly reading: number;
  /** Width of the page over its height, to compare widths with heights. */
  readonly aspect: number;
  readonly words: readonly ReadWord[];
  readonly raw: string;
  /** Word of each index of `raw`; -1 between words. */
  readonly wordAt: readonly number[];
  /** Index in `raw` where each word begins. */
  readonly rawStart: readonly number[];
  readonly text: string;
  /** `text` with confused letters folded, for locating. */
  readonly folded: string;
  /** Index in `raw` of each letter of `text`. */
  readonly rawAt: readonly number[];
}

/** Where a part of a stream stands and how sure its reading is (its least sure word, 0 to 100). */
export interface StreamPlace {
  readonly boxes: readonly PageBox[];
  /** What stands in each box. */
  readonly lines: readonly string[];
  readonly printed: string;
  readonly confidence: number;
}

/** Makes a stream of words in the order given. */
export function streamOf(
  from: Pick<ReadingStream, 'page' | 'pass' | 'reading' | 'aspect'>,
  words: readonly ReadWord[],
): ReadingStream {
  let raw = '';
  const wordAt: number[] = [];
  const rawStart: number[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      raw += words[index - 1]!.line === word.line ? ' ' : '\n';
      wordAt.push(-1);
    }
    rawStart.push(raw.length);
    raw += word.text;
    for (let length = word.text.length; length > 0; length -= 1) wordAt.push(index);
  }
  const { text, rawAt } = plainOf(raw);
  return { ...from, words, raw, wordAt, rawStart, text, folded: foldConfused(text), rawAt };
}

/** Letters and digits of a text in lower case, without accents, each with its index in the text. */
export function plainOf(raw: string): { text: string; rawAt: number[] } {
  let text = '';
  const rawAt: number[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const letter = raw.charAt(at);
    const plain = /[a-z0-9]/.test(letter)
      ? letter
      : letter
          .normalize('NFKD')
          .toLowerCase()
          .replaceAll(/[^a-z0-9]/g, '');
    for (const one of plain) {
      text += one;
      rawAt.push(at);
    }
  }
  return { text, rawAt };
}

/** The place of `raw` from `start` to before `end`: one box a line, a word that is only touched in part cut by letters. */
export function placeOf(stream: ReadingStream, start: number, end: number): StreamPlace {
  const boxes: PageBox[] = [];
  const lines: string[] = [];
  let confidence = 100;
  let lastLine: number | null = null;
  for (const index of wordsBetween(stream, start, end)) {
    const word = stream.words[index]!;
    const box = partOf(stream, index, start, end);
    confidence = Math.min(confidence, word.confidence);
    const text = textIn(stream, index, start, end);
    if (lastLine === word.line) {
      boxes.push(unionOf(boxes.pop()!, box));
      lines.push(`${lines.pop()!} ${text}`);
    } else {
      boxes.push(box);
      lines.push(text);
    }
    lastLine = word.line;
  }
  return {
    boxes,
    lines,
    printed: stream.raw.slice(start, end).replaceAll(/\s+/g, ' ').trim(),
    confidence,
  };
}

/** Indices of the words that `raw` touches from `start` to before `end`. */
export function wordsBetween(stream: ReadingStream, start: number, end: number): number[] {
  const first = stream.wordAt.slice(start, end).find((word) => word >= 0);
  const last = stream.wordAt.slice(start, end).findLast((word) => word >= 0);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** Both boxes in one. */
export function unionOf(one: PageBox, other: PageBox): PageBox {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function textIn(stream: ReadingStream, index: number, start: number, end: number): string {
  const from = stream.rawStart[index]!;
  const { text } = stream.words[index]!;
  return text.slice(Math.max(0, start - from), end - from);
}

function partOf(stream: ReadingStream, index: number, start: number, end: number): PageBox {
  const { text, box } = stream.words[index]!;
  const from = stream.rawStart[index]!;
  const first = Math.max(0, start - from) / text.length;
  const last = Math.min(text.length, end - from) / text.length;
  const width = box[2] - box[0];
  return [box[0] + width * first, box[1], box[0] + width * last, box[3]];
}
