import { mapBox } from '#renderer/pdf/affine.ts';
import type { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { layAnew, turns, type PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { Recognised, Recogniser } from '#renderer/evidence/reading/recognition/recogniser.ts';
import type { SeenWord } from '#renderer/evidence/reading/recognition/tsv-words.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import type { ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import type { Turn } from '#renderer/evidence/matching/upright-page.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** What was read in a page's picture. */
export interface ReadPicture {
  readonly words: readonly ReadWord[];
  readonly confidence: number;
}

/** What reading words needs. */
export interface WordTools {
  readonly recogniser: Recogniser;
  readonly shelf: PictureShelf;
}

/**
 * A reading that is so unsure, with so few good words, is of a page that lies the wrong way: right way up pages have a
 * confidence of 63 and more and dozens of good words, upside down 30 to 44 and up to seven.
 */
const [wrongWayConfidence, wrongWayWords, goodWord] = [50, 10, 80];

/**
 * Reads a page's picture; one that gives no sense is turned upside down and read again, and the better way kept. A
 * quarter turn needs no second look: the recogniser reads upwards by itself, and downwards is that upside down.
 */
export async function readUpright(
  picture: PagePicture,
  dpi: number,
  tools: WordTools,
): Promise<Result<ReadPicture, Waited>> {
  const first = await readTurned(picture, dpi, 0, tools);
  if (!first.ok || !isWrongWay(first.value)) return first;
  const again = await readTurned(picture, dpi, 180, tools);
  if (!again.ok) return again;
  return goodWords(again.value) > goodWords(first.value) ? again : first;
}

/** Reads a picture that is known to lie so. */
export async function readTurned(
  picture: PagePicture,
  dpi: number,
  turned: Turn,
  { recogniser, shelf }: WordTools,
  as: 'halaman' | 'tersebar' = 'halaman',
): Promise<Result<ReadPicture, Waited>> {
  const laid = turned === 0 ? picture : layAnew(picture, turns[turned], shelf, 'diputar');
  const limitMs = readingLimits.pageMs;
  const seen = await recogniser.read(laid.image, { as, dpi, limitMs });
  return seen.ok ? succeed(onPage(seen.value, laid)) : seen;
}

function onPage(seen: Recognised, { toPage }: PagePicture): ReadPicture {
  return {
    words: seen.words.map((word) => wordOnPage(word, toPage)),
    confidence: seen.confidence,
  };
}

/** A word of a picture as a word of its page. */
export function wordOnPage(word: SeenWord, toPage: PagePicture['toPage']): ReadWord {
  const box = mapBox(toPage, word.box);
  return { text: word.text, confidence: word.confidence, box: kept(box), line: word.line };
}

// A scan may be placed beyond its page: what lies there is kept, within what a place may say.
function kept(box: readonly [number, number, number, number]): [number, number, number, number] {
  const [left, top, right, bottom] = box;
  return [clamp(left), clamp(top), clamp(right), clamp(bottom)];
}

function clamp(share: number): number {
  return Math.max(-1, Math.min(2, Math.round(share * 1e5) / 1e5));
}

function isWrongWay(read: ReadPicture): boolean {
  return read.confidence < wrongWayConfidence && goodWords(read) < wrongWayWords;
}

/** How many words were read with certainty: how much sense a reading makes. */
export function goodWords({ words }: ReadPicture): number {
  return words.filter(
    ({ text, confidence }) => confidence >= goodWord && /[\p{L}\p{N}]{4}/u.test(text),
  ).length;
}
