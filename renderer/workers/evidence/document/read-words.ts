import { mapBox } from '#renderer/pdf/affine.ts';
import type { PictureShelf } from '#renderer/workers/evidence/picture/grey-image.ts';
import { layAnew, turns, type PagePicture } from '#renderer/workers/evidence/picture/turn.ts';
import { readingLimits } from '#renderer/workers/evidence/reading-limits.ts';
import type { Recognised, Recogniser } from '#renderer/workers/evidence/recognition/recogniser.ts';
import type { SeenWord } from '#renderer/workers/evidence/recognition/tsv-words.ts';
import type { Waited } from '#renderer/workers/evidence/within.ts';
import type { ReadWord } from '#shared/domain/matching/document-reading.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** What was read in a page's picture. */
export interface ReadPicture {
  readonly words: readonly ReadWord[];
  readonly confidence: number;
  /** Degrees clockwise by which the picture had to be turned. */
  readonly turned: 0 | 90 | 180 | 270;
}

/** What reading words needs. */
export interface WordTools {
  readonly recogniser: Recogniser;
  readonly shelf: PictureShelf;
}

/** A reading that is so unsure, with so few good words, is of a page that lies the wrong way. */
const [wrongWayConfidence, wrongWayWords, goodWord] = [50, 10, 60];

/** Reads a page's picture; one that gives no sense is turned and read again, and the best way kept. */
export async function readUpright(
  picture: PagePicture,
  dpi: number,
  { recogniser, shelf }: WordTools,
): Promise<Result<ReadPicture, Waited>> {
  const first = await readOnce(picture, dpi, recogniser, 0);
  if (!first.ok || !isWrongWay(first.value)) return first;
  let best = first.value;
  for (const turned of [180, 90, 270] as const) {
    const laid = layAnew(picture, turns[turned], shelf, 'diputar');
    const again = await readOnce(laid, dpi, recogniser, turned);
    if (!again.ok) return again;
    if (goodWords(again.value) > goodWords(best)) best = again.value;
    if (!isWrongWay(best)) break;
  }
  return succeed(best);
}

/** Reads a picture that is known to lie so. */
export async function readTurned(
  picture: PagePicture,
  dpi: number,
  turned: ReadPicture['turned'],
  tools: WordTools,
): Promise<Result<ReadPicture, Waited>> {
  const laid = turned === 0 ? picture : layAnew(picture, turns[turned], tools.shelf, 'diputar');
  return readOnce(laid, dpi, tools.recogniser, turned);
}

async function readOnce(
  picture: PagePicture,
  dpi: number,
  recogniser: Recogniser,
  turned: ReadPicture['turned'],
): Promise<Result<ReadPicture, Waited>> {
  const limitMs = readingLimits.pageMs;
  const seen = await recogniser.read(picture.image, { as: 'halaman', dpi, limitMs });
  if (!seen.ok) return seen;
  return succeed({ ...onPage(seen.value, picture), turned });
}

function onPage(seen: Recognised, { toPage }: PagePicture): Omit<ReadPicture, 'turned'> {
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

function goodWords({ words }: ReadPicture): number {
  return words.filter(
    ({ text, confidence }) => confidence >= goodWord && /[\p{L}\p{N}]{3}/u.test(text),
  ).length;
}
